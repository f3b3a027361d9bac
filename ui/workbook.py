"""Table 2 as a workbook: Jalali text for the eye, and as text what a formula must not become."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import TYPE_STRING
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | date | None

_DATE = "yyyy-mm-dd"


def write(rows: Sequence[Sequence[Cell]], heads: Sequence[str]) -> bytes:
    """One sheet, right to left, its head frozen."""
    return write_sheets((("", heads, rows),))


def write_sheets(sheets: Sequence[tuple[str, Sequence[str], Sequence[Sequence[Cell]]]]) -> bytes:
    """Several, each with its name, its heads (none: no head) and its rows."""
    book = Workbook()
    for place, (name, heads, rows) in enumerate(sheets):
        sheet = cast(Worksheet, book.create_sheet(name) if place else book.active)
        sheet.title = name or sheet.title
        _fill(sheet, heads, rows)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(sheet: Worksheet, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    sheet.sheet_view.rightToLeft = True
    if heads:
        sheet.freeze_panes = "A2"
    for column, head in enumerate(heads, 1):
        cell = sheet.cell(1, column, head)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, horizontal="right")
        sheet.column_dimensions[cell.column_letter].width = 22
    for number, row in enumerate(rows, 2 if heads else 1):
        for column, fact in enumerate(row, 1):
            cell = sheet.cell(number, column, fact)
            if isinstance(fact, str):
                cell.data_type = TYPE_STRING
            elif isinstance(fact, date):
                cell.number_format = _DATE
