"""A report as a workbook with real numbers and dates."""

from collections.abc import Sequence
from datetime import date

from app.figure_table import CellKind, FigureCell, FigureTable
from app.figures.report import Report
from ui.figure_tables import tables
from ui.words import Words
from ui.workbook import write_sheets

_SHEET = 31
"""Letters that a sheet's name may have."""


def report_workbook(report: Report, words: Words) -> bytes:
    """A sheet for each table."""
    return write_sheets(
        [
            (table.title[:_SHEET].replace(":", "،"), table.heads, _rows(table))
            for table in tables(report, words)
        ]
    )


def _rows(table: FigureTable) -> Sequence[Sequence[str | int | float | date | None]]:
    return [
        [_cell(cell, kind) for cell, kind in zip(row, table.kinds, strict=True)]
        for row in table.rows
    ]


def _cell(cell: FigureCell, kind: CellKind) -> FigureCell:
    """Minutes as minutes; shares from 0 to 1."""
    if isinstance(cell, int | float) and kind == "minutes":
        return round(cell / 60, 2)
    return round(cell, 4) if isinstance(cell, float) else cell
