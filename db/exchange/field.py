"""Columns of the catalogue's sheets, and the tables they form."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from app.letters import search_key
from db.exchange.kinds import BadCell, Cell, Kind


class Field(NamedTuple):
    """One column: `name` in JSON and as English head, `head` in Persian, `also` other heads.

    A `needed` column must stand in the file and be filled in every row.
    """

    name: str
    head: str
    kind: Kind
    needed: bool = False
    also: tuple[str, ...] = ()

    def read(self, cell: str) -> Any:
        """The value of a cell, None where it says nothing and need not. Raises BadCell."""
        return self._filled(self.kind.read(cell))

    def keep(self, value: Any) -> Any:
        """A typed value, cleaned and checked. Raises BadCell."""
        return self._filled(self.kind.keep(value))

    def _filled(self, value: Any) -> Any:
        if self.needed and value in (None, ""):
            raise BadCell("خالی است")
        return value


class Table(NamedTuple):
    """A nested list of the catalogue: `make` builds one row from the values of its fields; of a
    field that says `once` no two rows of a list have the same.
    """

    fields: tuple[Field, ...]
    make: Callable[..., Any]
    once: Field | None = None

    def key(self, row: Any) -> str:
        """By which a row is known in its list; empty where rows may be alike."""
        text = value(row, self.once.name) if self.once else ""
        return search_key(text) or text

    def cells(self, row: Any) -> Iterator[Cell]:
        """What stands in the cells of one row."""
        for field in self.fields:
            yield field.kind.show(value(row, field.name))


def value(row: Any, name: str) -> Any:
    """A field of a row; a row that is only text is its own single field."""
    return row if isinstance(row, str) else getattr(row, name)
