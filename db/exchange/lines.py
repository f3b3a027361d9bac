r"""A nested list in one cell: a line for each row, its fields parted by « | ».

A backslash keeps what would part: `\|` a bar, `\n` a new line, `\\` a backslash.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from db.exchange.field import Field, Table, value
from db.exchange.kinds import BadCell, Cell

LONGEST_LIST = 60_000
"""Letters of one list of one sub-service; packed they still fit the cell that csv can read."""

_PIECES = re.compile(r"\\.|\||[^\\|]+|\\$")
_MEANING = {r"\\": "\\", r"\|": "|", r"\n": "\n"}
_KEPT = {meaning: piece for piece, meaning in _MEANING.items()}


class BadLine(BadCell):
    """A bad field within a list: `item` counts from 0."""

    def __init__(self, item: int, field: Field, problem: str) -> None:
        super().__init__(f"مورد {item + 1}، «{field.head}»: {problem}")
        self.item, self.field, self.inner = item, field, problem


def pack(rows: Iterable[Iterable[Cell]]) -> str:
    """Rows of cells as the text of one cell."""
    return "\n".join(" | ".join(map(_guarded, row)) for row in rows)


def unpack(cell: str) -> list[list[str]]:
    """The rows of a packed cell; empty lines count for nothing."""
    return [_parts(line) for line in cell.split("\n") if line.strip()]


def _guarded(cell: Cell) -> str:
    return re.sub(r"[\\|\n]", lambda found: _KEPT[found[0]], str(cell))


def _parts(line: str) -> list[str]:
    parts = [""]
    for piece in _PIECES.findall(line):
        if piece == "|":
            parts.append("")
        else:
            parts[-1] += _MEANING.get(piece, piece)
    return parts


class Lines:
    """The kind of a cell that holds a whole table."""

    numeric = False

    def __init__(self, table: Table) -> None:
        self.table = table

    def read(self, cell: str) -> tuple[Any, ...]:
        rows = unpack(cell.replace("\r\n", "\n").replace("\r", "\n"))
        return bounded(self.table, tuple(self._row(item, parts) for item, parts in enumerate(rows)))

    def show(self, rows: tuple[Any, ...]) -> str:
        return pack(map(self.table.cells, rows))

    def keep(self, rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return bounded(self.table, tuple(self._kept(item, row) for item, row in enumerate(rows)))

    def _row(self, item: int, parts: list[str]) -> Any:
        fields = self.table.fields
        if any(part.strip() for part in parts[len(fields) :]):
            raise BadCell(f"مورد {item + 1} بیش از {len(fields)} بخش دارد")
        padded = parts + [""] * (len(fields) - len(parts))
        values = {
            field.name: _within(item, field, field.read, part)
            for field, part in zip(fields, padded, strict=False)
        }
        return self.table.make(**{name: v for name, v in values.items() if v is not None})

    def _kept(self, item: int, row: Any) -> Any:
        values = {
            field.name: _within(item, field, field.keep, value(row, field.name))
            for field in self.table.fields
        }
        return self.table.make(**values)


def bounded(table: Table, rows: tuple[Any, ...]) -> tuple[Any, ...]:
    """The rows, if they are not too long together and none stands twice. Raises BadCell."""
    if sum(len(str(cell)) for row in rows for cell in table.cells(row)) > LONGEST_LIST:
        raise BadCell(f"روی هم بیش از {LONGEST_LIST} نویسه است")
    if table.once:
        _check_once(table, table.once, rows)
    return rows


def _check_once(table: Table, once: Field, rows: tuple[Any, ...]) -> None:
    found: dict[str, int] = {}
    for item, row in enumerate(rows):
        first = found.setdefault(table.key(row), item)
        if first != item:
            raise BadLine(item, once, f"همان مورد {first + 1} است")


def _within(item: int, field: Field, take: Callable[[Any], Any], given: Any) -> Any:
    try:
        return take(given)
    except BadCell as bad:
        raise BadLine(item, field, bad.problem) from None
