"""SQLAlchemy writes the SQL, once; the driver's own cursor runs it. Ten times faster than the ORM
where a queue is waiting, and still one description of every table.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, cast

from sqlalchemy import Insert, MetaData, Table, insert
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlcipher3 import dbapi2

DIALECT = dialect(paramstyle="qmark")


class Statement:
    """A statement with named parameters, compiled when it is first run."""

    def __init__(self, clause: ClauseElement) -> None:
        self._clause = clause

    @cached_property
    def _compiled(self) -> tuple[str, tuple[str, ...], dict[str, Any]]:
        compiled = cast(SQLCompiler, self._clause.compile(dialect=DIALECT))
        return str(compiled), tuple(compiled.positiontup or ()), dict(compiled.params)

    def run(self, cursor: dbapi2.Cursor, **values: Any) -> dbapi2.Cursor:
        """Runs it; parameters that are not given keep the value written in the clause."""
        text, order, written = self._compiled
        return cursor.execute(text, tuple(values[n] if n in values else written[n] for n in order))

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


def insert_sql(table: Table) -> str:
    """Text that inserts one row, its values in the order of the table's columns."""
    return _text(insert(table))


def replace_sql(table: Table) -> str:
    """The same, taking the place of a row with the same key."""
    return _text(insert(table).prefix_with("OR REPLACE"))


def creation(metadata: MetaData) -> Iterator[str]:
    """Text that makes every table and index."""
    for table in metadata.sorted_tables:
        yield str(CreateTable(table).compile(dialect=DIALECT))
        for index in sorted(table.indexes, key=lambda i: str(i.name)):
            yield str(CreateIndex(index).compile(dialect=DIALECT))


def _text(clause: Insert) -> str:
    return str(clause.compile(dialect=DIALECT))
