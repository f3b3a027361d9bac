"""What SQLAlchemy says of the store: every table, every index, every query that is more than a
line. `python -m db.shape` writes it to `db/sql`, which the program reads; nothing else loads this.
"""
