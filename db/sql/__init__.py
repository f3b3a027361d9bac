"""`db.shape` in plain SQL. Made by `python -m db.shape`, never by hand."""
