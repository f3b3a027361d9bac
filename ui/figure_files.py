"""A report as a workbook with real numbers and dates."""

from collections.abc import Sequence

from app.figure_table import CellKind, FigureCell, FigureTable, shown
from app.figures.report import Report
from ui.figure_tables import tables
from ui.words import Words
from ui.workbook import write_sheets

_UNITS: tuple[CellKind, ...] = ("minutes", "share", "days")
"""Kinds of cells whose unit no head says by itself."""


def report_workbook(report: Report, words: Words) -> bytes:
    """A sheet for each table; their titles are no longer than the name of a sheet may be."""
    return write_sheets(
        [
            (table.title.replace(":", "،"), _heads(table, words), _rows(table))
            for table in tables(report, words)
        ]
    )


def _heads(table: FigureTable, words: Words) -> Sequence[str]:
    """Each with its unit; beside a date, as programs count with it, the one that people read."""
    heads: list[str] = []
    for head, kind in zip(table.heads, table.kinds, strict=True):
        unit = words.value("figure_unit", kind) if kind in _UNITS and "(" not in head else ""
        heads.append(f"{head} ({unit})" if unit else head)
        if kind == "date":
            heads.append(words.value("figure_unit", "jalali"))
    return heads


def _rows(table: FigureTable) -> Sequence[Sequence[FigureCell]]:
    return [
        [
            each
            for cell, kind in zip(row, table.kinds, strict=True)
            for each in ((cell, shown(cell, kind)) if kind == "date" else (_cell(cell, kind),))
        ]
        for row in table.rows
    ]


def _cell(cell: FigureCell, kind: CellKind) -> FigureCell:
    """Minutes as minutes; shares from 0 to 1."""
    if isinstance(cell, int | float) and kind == "minutes":
        return round(cell / 60, 2)
    return round(cell, 4) if isinstance(cell, float) else cell
