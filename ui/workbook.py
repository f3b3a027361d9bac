"""Table 2 as a workbook: Jalali text for the eye, and as text what a formula must not become."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import TYPE_STRING
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | date | None


def write(rows: Sequence[Sequence[Cell]], heads: Sequence[str]) -> bytes:
    """One sheet, right to left, its head frozen."""
    book = Workbook()
    sheet = cast(Worksheet, book.active)
    sheet.sheet_view.rightToLeft = True
    sheet.freeze_panes = "A2"
    for column, head in enumerate(heads, 1):
        cell = sheet.cell(1, column, head)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, horizontal="right")
        sheet.column_dimensions[cell.column_letter].width = 22
    for number, row in enumerate(rows, 2):
        for column, fact in enumerate(row, 1):
            cell = sheet.cell(number, column, fact)
            if isinstance(fact, str):
                cell.data_type = TYPE_STRING
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
