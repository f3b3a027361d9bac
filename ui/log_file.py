"""The daily log (Table 2) as a file: both parts, the foot, the head of the chain."""

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO
from typing import Protocol

from msgspec.structs import asdict

from app.papers import LogPaper, LogRow
from app.persian import format_date, format_moment
from ui.log_words import change_said, mark_said
from ui.words import Words

COLUMNS = (
    "tracking",
    "sub_service",
    "received",
    "promised",
    "first_step",
    "last_step",
    "delivered",
)
DATES = COLUMNS[2:]
_FIRST_DATE = 1 + COLUMNS.index(DATES[0])

Fact = str | int | date | None
Lines = Sequence[Sequence[Fact]]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Bookkeeper(Protocol):
    """Makes a workbook of sheets: the name, the heads, the rows of each."""

    def __call__(self, sheets: Sequence[tuple[str, Sequence[str], Lines]]) -> bytes:
        """The file."""


def log_csv(paper: LogPaper, words: Words) -> bytes:
    """With a mark that spreadsheets know as UTF-8, and nothing they take for a formula. Under an
    empty line stands the foot of the table.
    """
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(_heads(paper, words))
    rows = [[_shown(fact) for fact in row] for row in _rows(paper, words)]
    foot = [[str(fact) for fact in line] for line in _foot(paper, words)]
    writer.writerows([[_safe(cell) for cell in row] for row in [*rows, [], *foot]])
    return stream.getvalue().encode("utf-8-sig")


def log_xlsx(paper: LogPaper, words: Words, bookkeeper: Bookkeeper) -> bytes:
    """Jalali text for the eye, behind it the same dates as a spreadsheet sorts and counts them; the
    foot of the table on a sheet of its own.
    """
    heads = [*_heads(paper, words), *(words.value("log_real", name) for name in DATES)]
    lines = [[*map(_shown, row), *row[_FIRST_DATE:-1]] for row in _rows(paper, words)]
    return bookkeeper(
        (
            (words.value("log_sheet", "rows"), heads, lines),
            (words.value("log_sheet", "foot"), (), _foot(paper, words)),
        )
    )


def _heads(paper: LogPaper, words: Words) -> list[str]:
    heads = [words.value("log_column", name) for name in ("part", *COLUMNS, "mark")]
    heads[-2] = paper.last_column or heads[-2]
    return heads


def _rows(paper: LogPaper, words: Words) -> list[list[Fact]]:
    """Part, the seven columns, mark; in its place of a change what it was, when, and why."""
    late = "late_" if paper.supplement else ""
    parts: dict[str, list[tuple[LogRow, str]]] = {
        f"{late}received": [(row, mark_said(row, words)) for row in paper.received],
        f"{late}answered": [(row, mark_said(row, words)) for row in paper.answered],
        "changed": [(change.row, change_said(change, words)) for change in paper.changed],
    }
    return [
        [words.value("part", part), *(getattr(row, name) for name in COLUMNS), said]
        for part, rows in parts.items()
        for row, said in rows
    ]


def _foot(paper: LogPaper, words: Words) -> list[list[Fact]]:
    """What stands under the table on paper."""
    said = asdict(paper.totals)
    return [
        *([words.value("log_foot", name), _counted(count)] for name, count in said.items()),
        [words.value("log_foot", "at"), format_moment(paper.at)],
        [words.value("log_foot", "head"), paper.head],
    ]


def _counted(count: int | None) -> Fact:
    return "—" if count is None else count


def _shown(fact: Fact) -> str:
    if isinstance(fact, date):
        return format_date(fact)
    return "" if fact is None else str(fact)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
