"""Lists of what is due, as tables."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from app.folds.request import overdue
from app.persian import format_date
from app.ports import RequestLine
from app.showing.duties import Duties
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.words import Words, shown

CONFLICTS = "conflicts"
"""What the duties call the list of what does not fit; it has a page of its own."""

DueList = Literal["late", "today", "to_hand_over", "in_units", "results_back", "ready"]

DUE_LISTS: tuple[DueList, ...] = (
    "late",
    "today",
    "to_hand_over",
    "in_units",
    "results_back",
    "ready",
)
"""In the order of their keys, 1 to 6."""

DUE_COLUMNS = (
    Column(width=142, role="strong"),
    Column(width=150, role="open"),
    Column(role="body", colour="ink_2"),
    Column(role="body", colour="ink_2"),
    Column(width=96, align="end", role="secondary", colour="ink_2"),
)


def due_heads() -> tuple[str, ...]:
    """What the columns hold."""
    return (
        tr("Tracking number"),
        tr("Applicant"),
        tr("Sub-service"),
        tr("Where it stands"),
        tr("Promised date"),
    )


def due_name(which: DueList) -> str:
    """A list as its tab calls it."""
    names: dict[DueList, str] = {
        "late": tr("Late"),
        "today": tr("Due today"),
        "to_hand_over": tr("To hand over"),
        "in_units": tr("With the units"),
        "results_back": tr("Result came"),
        "ready": tr("Ready to deliver"),
    }
    return names[which]


def due_empty(which: DueList) -> str:
    """What it means that a list is empty."""
    said: dict[DueList, str] = {
        "late": tr("No request is late."),
        "today": tr("No request is due today."),
        "to_hand_over": tr("Every request was handed over to its unit."),
        "in_units": tr("No request is with a unit."),
        "results_back": tr("No result waits for its answer to be written."),
        "ready": tr("No answer waits for its applicant."),
    }
    return said[which]


def lines_in(duties: Duties, which: DueList) -> tuple[RequestLine, ...]:
    """The lines of a list."""
    lines: tuple[RequestLine, ...] = getattr(duties, which)
    return lines


def count_in(duties: Duties, which: DueList) -> int:
    """How many there are, shown or not."""
    count: int = getattr(duties, f"{which}_count")
    return count


def due_rows(lines: Sequence[RequestLine], today: date, words: Words) -> tuple[Row, ...]:
    """A request for each row; its key is its tracking number."""
    return tuple(_row(line, today, words) for line in lines)


def _row(line: RequestLine, today: date, words: Words) -> Row:
    late = overdue(line.promised, line.state, today)
    where = "، ".join(part for part in (line.step, line.unit) if part)
    day = Cell(
        text=format_date(line.promised),
        icon="alert-circle" if late else "",
        colour="brick" if late else None,
    )
    if line.estimated:
        estimated = tr("estimated {date}", date=line.estimated)
        where = "، ".join(part for part in (estimated, where) if part)
    cells = (
        Cell(text=shown("tracking", line.tracking)),
        Cell(text=line.name),
        Cell(text=line.title),
        Cell(text=where or words.value("state", line.state)),
        day,
    )
    return Row(cells=cells, key=line.tracking)
