"""Tables and statements as plain text, on the driver's own cursor. `db.shape` says what the text
is; the program reads it from `db.sql` and never loads SQLAlchemy, which takes longer to load than
all the rest.
"""

from collections.abc import Iterator
from typing import Any

from sqlcipher3 import dbapi2


class Statement:
    """A statement with named parameters."""

    def __init__(self, text: str) -> None:
        self.text = text

    def run(self, cursor: dbapi2.Cursor, **values: Any) -> dbapi2.Cursor:
        """Runs it; every parameter must be given."""
        return cursor.execute(self.text, values)

    def one(self, cursor: dbapi2.Cursor, **values: Any) -> Any:
        """The first column of the first row, or None."""
        row = self.run(cursor, **values).fetchone()
        return row[0] if row else None

    def column(self, cursor: dbapi2.Cursor, **values: Any) -> list[Any]:
        """The first column of every row."""
        return [row[0] for row in self.run(cursor, **values)]

    def rows(self, cursor: dbapi2.Cursor, **values: Any) -> Iterator[tuple[Any, ...]]:
        """Every row."""
        return iter(self.run(cursor, **values))


class Table:
    """A table by its name and its columns, in the order in which a row holds their values."""

    def __init__(self, name: str, *columns: str) -> None:
        self.name = name
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        self.insert = f"INSERT INTO {name} ({names}) VALUES ({marks})"  # noqa: S608 our own names
        self.select = f"SELECT {names} FROM {name}"  # noqa: S608 likewise
