"""A sheet as rows of text: its heads are recognised, its rows become values or a refusal."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from app.letters import search_key
from app.sub_service import SubService
from db.exchange.field import Field
from db.exchange.kinds import BadCell
from db.exchange.refusals import bad, check_new, check_row
from db.exchange.shape import ALL, CODE, entry_of
from db.exchange.troubles import Troubles


class Row(NamedTuple):
    """`number` is the row as a spreadsheet shows it, from 1."""

    number: int
    cells: Sequence[str]


class Record(NamedTuple):
    """The values of a row by column name, and the heads under which this sheet has them."""

    row: int
    values: dict[str, Any]
    heads: dict[str, str]


class Column(NamedTuple):
    """A field where it stands in this sheet, under the head that this sheet gives it."""

    place: int
    head: str
    field: Field


def known(heads: Iterable[str], fields: Sequence[Field]) -> int:
    """How many of the heads name a column."""
    names = _names(fields)
    return sum(search_key(head) in names for head in heads)


def records(
    rows: Iterable[Row], fields: Sequence[Field], troubles: Troubles, **facts: object
) -> Iterator[Record]:
    """The rows under the heads, which stand in the first row that is not empty.

    Refuses unknown, repeated and lacking heads; a cell that cannot be taken goes to `troubles`, and
    its row is left out. `facts` go into the refusals.
    """
    filled = _filled(rows, facts)
    head = next(filled, Row(1, ()))
    columns = _columns(head, fields, facts)
    heads = {column.field.name: column.head for column in columns}
    absent = {field.name: field.read("") for field in fields if field.name not in heads}
    for row in filled:
        read = _values(row, columns, troubles, facts)
        if read is not None:
            given = {name: value for name, value in (absent | read).items() if value is not None}
            yield Record(row.number, given, heads)


def entries(
    rows: Iterable[Row], troubles: Troubles, **facts: object
) -> tuple[list[tuple[int, SubService]], frozenset[str]]:
    """The sub-services of the main sheet with their rows, and which columns it has; each code
    stands once.
    """
    found: dict[str, int] = {}
    result, columns = [], frozenset[str]()
    for row, values, heads in records(rows, ALL, troubles, **facts):
        columns = frozenset(heads)
        with troubles.noted():
            check_new(values["code"], row, found, heads[CODE.name], **facts)
            result.append((row, entry_of(values)))
    return result, columns


def codes(rows: Iterable[Row]) -> frozenset[str]:
    """Of all rows of the main sheet, also of those that are not taken: what a list may mean."""
    filled = _filled(rows, {})
    columns = _columns(next(filled, Row(1, ())), ALL, {})
    place = next(column.place for column in columns if column.field is CODE)
    found = set[str]()
    for row in filled:
        with suppress(BadCell):
            found.add(CODE.read(row.cells[place] if place < len(row.cells) else ""))
    return frozenset(found)


def _values(
    row: Row, columns: list[Column], troubles: Troubles, facts: dict[str, object]
) -> dict[str, Any] | None:
    """What a row says; None where one of its cells cannot be taken."""
    read: dict[str, Any] = {}
    with troubles.noted():
        _check_beyond(row, columns, facts)
        read[""] = None
    for column in columns:
        with troubles.noted():
            read[column.field.name] = _read(row, column, facts)
    return read if len(read) > len(columns) else None


def _filled(rows: Iterable[Row], facts: dict[str, object]) -> Iterator[Row]:
    for row in rows:
        check_row(row.number, **facts)
        if any(cell.strip() for cell in row.cells):
            yield row


def _names(fields: Sequence[Field]) -> dict[str, Field]:
    return {search_key(h): field for field in fields for h in (field.head, field.name, *field.also)}


def _columns(head: Row, fields: Sequence[Field], facts: dict[str, object]) -> list[Column]:
    names = _names(fields)
    columns: dict[str, Column] = {}
    for index, cell in enumerate(head.cells):
        title = cell.strip()
        if not title:
            continue
        field = names.get(search_key(title))
        if not field:
            raise bad(head.number, title, "این ستون شناخته نیست", **facts)
        if field.name in columns:
            raise bad(head.number, title, "این ستون دو بار آمده است", **facts)
        columns[field.name] = Column(index, title, field)
    for field in fields:
        if field.needed and field.name not in columns:
            raise bad(head.number, field.head, "این ستون در فایل نیست", **facts)
    return list(columns.values())


def _check_beyond(row: Row, columns: list[Column], facts: dict[str, object]) -> None:
    headed = {column.place for column in columns}
    for index, cell in enumerate(row.cells):
        if index not in headed and cell.strip():
            raise bad(row.number, str(index + 1), "بالای این ستون عنوانی نیست", **facts)


def _read(row: Row, column: Column, facts: dict[str, object]) -> Any:
    cell = row.cells[column.place] if column.place < len(row.cells) else ""
    try:
        return column.field.read(cell)
    except BadCell as failed:
        raise bad(row.number, column.head, failed.problem, **facts) from None
