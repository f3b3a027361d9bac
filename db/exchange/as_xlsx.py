"""The catalogue as a workbook: a sheet of sub-services, and one for each of their lists.

The rows of the further sheets name their sub-service in the first column, its code.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import msgspec

from app.catalogue_file import CatalogueFile, of_one_table
from app.letters import search_key
from app.sub_service import SubService
from db.exchange import workbook
from db.exchange.field import Field
from db.exchange.grid import codes, entries, records
from db.exchange.kinds import BadCell, Code
from db.exchange.lines import bounded
from db.exchange.refusals import bad
from db.exchange.shape import ANSWERABLE, CODE, LISTS, SIMPLE, table_of, value_of
from db.exchange.troubles import Troubles
from db.exchange.workbook import Sheet

MAIN = "زیرخدمات"

_MAIN_NAMES = (MAIN, "sub_services", "sub services")
_MAIN_FIELDS = (*SIMPLE, *ANSWERABLE)


class _Known(Code):
    """The code of a row of the main sheet, to which a row of a list belongs."""

    def __init__(self, codes: Collection[str]) -> None:
        self._codes = codes

    def keep(self, value: str) -> str:
        code = super().keep(value)
        if code and code not in self._codes:
            raise BadCell(f"زیرخدمتی با کد {code} در برگه {MAIN} نیست")
        return code


def read(data: bytes) -> tuple[SubService, ...]:
    """All sub-services; a refusal also names the `sheet`. Of formulas the kept values count."""
    return read_file(data).sheets


def read_file(data: bytes) -> CatalogueFile:
    """The same with its columns, of which the sheet of a list is one.

    Where no sheet is called «زیرخدمات» the first one is it; its lists may then stand in cells,
    as in CSV. Sheets that nobody filled are passed over.
    """
    sheets = [sheet for sheet in workbook.read(data) if _filled(sheet)]
    main = next((s for s in sheets if _is(s, _MAIN_NAMES)), (sheets or [Sheet(MAIN, [])])[0])
    troubles = Troubles()
    found, columns = entries(main.rows, troubles, sheet=main.title)
    lists = [(_field(sheet), sheet) for sheet in sheets if sheet is not main]
    known = codes(main.rows)
    gathered = {f.name: _gathered(f, sheet, known, troubles) for f, sheet in lists}
    result = []
    for row, entry in found:
        with troubles.noted():
            result.append(_with_lists(main, row, entry, gathered))
    troubles.settle()
    return of_one_table(result, columns | gathered.keys())


def write(catalogue: Iterable[SubService]) -> bytes:
    """Sheets from right to left, every text cell marked as text, choices as drop-down lists."""
    listed = tuple(catalogue)
    main = ([f.kind.show(value_of(entry, f)) for f in _MAIN_FIELDS] for entry in listed)
    sheets = [workbook.Written(MAIN, _MAIN_FIELDS, main)]
    for field in LISTS:
        fields = (CODE, *table_of(field).fields)
        sheets.append(workbook.Written(field.head, fields, _list_rows(field, listed)))
    return workbook.write(sheets)


def _list_rows(field: Field, catalogue: Iterable[SubService]) -> Iterator[list[Any]]:
    table = table_of(field)
    for entry in catalogue:
        for row in value_of(entry, field):
            yield [entry.code, *table.cells(row)]


def _filled(sheet: Sheet) -> bool:
    return any(cell.strip() for row in sheet.rows for cell in row.cells)


def _is(sheet: Sheet, names: Iterable[str]) -> bool:
    return search_key(sheet.title) in map(search_key, names)


def _field(sheet: Sheet) -> Field:
    for field in LISTS:
        if _is(sheet, (field.head, field.name)):
            return field
    raise bad(1, sheet.title, "این برگه شناخته نیست", sheet=sheet.title)


def _gathered(
    field: Field, sheet: Sheet, known: Collection[str], troubles: Troubles
) -> dict[str, list[Any]]:
    table, named = table_of(field), sheet.title
    fields = (CODE._replace(kind=_Known(known)), *table.fields)
    rows: defaultdict[str, list[Any]] = defaultdict(list)
    found: dict[tuple[str, str], int] = {}
    for row, values, heads in records(sheet.rows, fields, troubles, sheet=named):
        code = values.pop("code")
        made = table.make(**values)
        first = found.setdefault((code, table.key(made)), row)
        with troubles.noted():
            if table.once and first != row:
                problem = f"برای زیرخدمت {code} پیش‌تر در سطر {first} آمده است"
                raise bad(row, heads[table.once.name], problem, sheet=named)
            rows[code].append(made)
    return rows


def _with_lists(
    main: Sheet, row: int, entry: SubService, gathered: dict[str, dict[str, list[Any]]]
) -> SubService:
    changed = {}
    for field in LISTS:
        more = gathered.get(field.name, {}).get(entry.code, ())
        if more:
            changed[field.name] = _joined(main, row, field, (*value_of(entry, field), *more))
    return msgspec.structs.replace(entry, **changed)


def _joined(main: Sheet, row: int, field: Field, rows: tuple[Any, ...]) -> tuple[Any, ...]:
    try:
        return bounded(table_of(field), rows)
    except BadCell as failed:
        raise bad(row, field.head, failed.problem, sheet=main.title) from None
