"""Lists of work as tables."""

from collections.abc import Sequence
from datetime import date

from app.listing import ReadyRow
from app.persian import format_date, persian_digits
from app.showing.lists import List, SlipLine, WorkLists
from ui.frame.due_rows import DUE_COLUMNS, due_heads, due_rows
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.two_lines import two_line_row
from ui.words import Words, shown

_READY = (
    Column(width=142, role="strong"),
    Column(width=136, role="open"),
    Column(role="body", colour="ink_2"),
    Column(width=90, role="body", colour="ink_2"),
    Column(width=128, align="end", role="body"),
    Column(width=82, align="end", role="secondary", colour="ink_2"),
)
_SLIPS = (
    Column(width=80, role="strong"),
    Column(width=136, role="open"),
    Column(role="body", colour="ink_2"),
    Column(role="body", colour="ink_2"),
    Column(width=90, role="body", colour="ink_2"),
    Column(width=90, align="end", role="body"),
)


def list_name(which: List) -> str:
    """A list as its tab calls it."""
    names: dict[List, str] = {
        "late": tr("Late"),
        "today": tr("Due today"),
        "soon": tr("Due soon"),
        "to_hand_over": tr("Waits for hand-over"),
        "results_back": tr("Result back"),
        "ready": tr("Not collected"),
        "slips": tr("Slips ending"),
        "conflicts": tr("Conflicts"),
        "papers": tr("Prints in doubt"),
    }
    return names[which]


def list_empty(which: List) -> str:
    """What it means that a list is empty."""
    said: dict[List, str] = {
        "late": tr("No request is late."),
        "today": tr("No request is due today."),
        "soon": tr("No request is due in these days."),
        "to_hand_over": tr("Every request was handed over to its unit."),
        "results_back": tr("No result waits for its answer to be written."),
        "ready": tr("No answer waits for its applicant."),
        "slips": tr("No deficiency slip ends in these days."),
        "conflicts": tr("Nothing is to be settled."),
        "papers": tr("Every paper of this PC came out."),
    }
    return said[which]


def columns_of(which: List) -> tuple[tuple[Column, ...], tuple[str, ...]]:
    """The columns of a list, and what they hold."""
    if which == "ready":
        return _READY, (
            tr("Tracking number"),
            tr("Applicant"),
            tr("Sub-service"),
            tr("Mobile phone"),
            tr("Ready since"),
            tr("Promised date"),
        )
    if which == "slips":
        return _SLIPS, (
            tr("Number"),
            tr("Applicant"),
            tr("Sub-service"),
            tr("Missing"),
            tr("Mobile phone"),
            tr("Valid until"),
        )
    return DUE_COLUMNS, due_heads()


def rows_of(lists: WorkLists, which: List, words: Words) -> Sequence[Row]:
    """What a list holds."""
    if which == "ready":
        return [_ready(row, lists.today) for row in lists.ready]
    if which == "slips":
        return [_slip(line, lists.today) for line in lists.slips]
    return due_rows(lists.lines(which), lists.today, words)


def tall(row: Row, heads: Sequence[str]) -> Row:
    """The same in two lines, for large text: number and name whole above all else that is known.
    There are no heads above it, so the day says what it is.
    """
    first, name, *rest, last = row.cells
    return two_line_row(
        row.key,
        f"{first.text} · {name.text}",
        when=f"{heads[-1]}: {last.text}",
        below=" · ".join(cell.text for cell in rest if cell.text),
        icon=last.icon,
        colour=last.colour or "ink_2",
    )


def _ready(row: ReadyRow, today: date) -> Row:
    days = (today - row.ready).days
    since = tr("{n} days", n=days) if days else tr("today")
    cells = (
        Cell(text=shown("tracking", row.tracking)),
        Cell(text=row.name),
        Cell(text=row.title),
        Cell(text=persian_digits(row.mobile)),
        Cell(text=f"{format_date(row.ready)} · {since}"),
        Cell(text=format_date(row.promised)),
    )
    return Row(cells=cells, key=row.tracking)


def _slip(line: SlipLine, today: date) -> Row:
    last = line.until == today
    cells = (
        Cell(text=persian_digits(line.label) or "—"),
        Cell(text=line.name),
        Cell(text=line.title),
        Cell(text="، ".join(line.missing)),
        Cell(text=persian_digits(line.mobile)),
        Cell(
            text=format_date(line.until),
            icon="alert-circle" if last else "",
            colour="brick" if last else None,
        ),
    )
    return Row(cells=cells, key=line.ticket)
