"""XLSX workbooks as sheets of text, read with suspicion and written for Persian hands."""

import io
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, cast

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell as OpenCell
from openpyxl.styles import Alignment, Font
from openpyxl.styles.numbers import FORMAT_TEXT
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from app.refusal import Refusal
from db.exchange.field import Field
from db.exchange.grid import Row
from db.exchange.kinds import Cell, Word
from db.exchange.refusals import LARGEST, MOST_ROWS, check_row, unreadable

LARGEST_UNPACKED = 32 * 2**20
MOST_PARTS = 1000
MOST_COLUMNS = 64

_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16le", "utf-16be"))
_WIDTH = 24
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_LAST_ROW = 1_048_576


class Sheet(NamedTuple):
    """A sheet as it was read."""

    title: str
    rows: list[Row]


class Written(NamedTuple):
    """A sheet to be written: its columns and the cells under them."""

    title: str
    fields: Sequence[Field]
    rows: Iterable[Sequence[Cell]]


def read(data: bytes) -> list[Sheet]:
    """All sheets, their values as text. What is no sound workbook is `catalogue_unreadable`."""
    try:
        _inspect(data)
        return _sheets(data)
    except Refusal:
        raise
    except Exception as failed:  # whatever broken XML leads the library into
        raise unreadable("xlsx") from failed


def write(sheets: Iterable[Written]) -> bytes:
    """The bytes of a workbook with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _inspect(data: bytes) -> None:
    """Looks before it leaps: sizes as the archive states them (zipfile reads no more), no DTD."""
    if len(data) > LARGEST:
        raise unreadable("xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise unreadable("xlsx")
        for part in parts:
            content = archive.read(part)
            if any(doctype in content for doctype in _DOCTYPES):
                raise unreadable("xlsx")


def _sheets(data: bytes) -> list[Sheet]:
    with warnings.catch_warnings(action="ignore"):
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        if not book.worksheets:
            raise unreadable("xlsx")
        return [Sheet(sheet.title, _rows(sheet)) for sheet in book.worksheets]


def _rows(sheet: Worksheet) -> list[Row]:
    found = []
    last = MOST_ROWS + 1
    values = sheet.iter_rows(min_row=1, max_row=last, max_col=MOST_COLUMNS, values_only=True)
    for number, cells in enumerate(values, 1):
        check_row(number, sheet=sheet.title)
        filled = [i for i, cell in enumerate(cells) if cell is not None]
        if filled:
            found.append(Row(number, [_text(cell) for cell in cells[: filled[-1] + 1]]))
    return found


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _fill(sheet: Worksheet, written: Written) -> None:
    sheet.sheet_view.rightToLeft = True
    sheet.freeze_panes = "B2"
    for column, field in enumerate(written.fields, 1):
        sheet.cell(1, column, field.head).font = Font(bold=True)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = _WIDTH
        if isinstance(field.kind, Word):
            _offer(sheet, letter, field.kind)
    for number, row in enumerate(written.rows, 2):
        for column, (field, value) in enumerate(zip(written.fields, row, strict=True), 1):
            _put(cast(OpenCell, sheet.cell(number, column)), field, value)


def _put(cell: OpenCell, field: Field, value: Cell) -> None:
    cell.alignment = _WRAPPED
    cell.value = None if value == "" else value
    if not field.kind.numeric:
        cell.number_format = FORMAT_TEXT  # what is typed here later stays text too
    if isinstance(value, str) and value:
        cell.data_type = "s"  # never a formula, whatever it begins with


def _offer(sheet: Worksheet, letter: str, word: Word) -> None:
    choices = ",".join(word.words.values())
    offered = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True)
    offered.showErrorMessage = False
    offered.add(f"{letter}2:{letter}{_LAST_ROW}")
    sheet.add_data_validation(offered)
