"""Appointments as rows: when, who, what for, and whether they came."""

from collections.abc import Mapping

from app.letters import persian_digits
from app.local import local
from app.persian import format_date, format_time
from app.showing.appointment import AppointmentLine, Appointments, Standing
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.two_lines import TwoLines, two_line_row
from ui.look.theme import Theme
from ui.look.tokens import Colour

_COLOURS: Mapping[Standing, Colour] = {"late": "amber", "come": "ink_2", "cancelled": "ink_2"}
_COLUMNS = (
    Column(width=72, role="label_row"),
    Column(width=250, role="open"),
    Column(width=88, role="strong"),
    Column(role="body"),
    Column(width=120, role="secondary", colour="ink_2"),
    Column(width=300, role="body", align="end"),
)


def appointment_list(theme: Theme) -> RowList:
    """The empty list. Larger text has no room for six columns: it takes two lines instead."""
    empty = tr("Nobody has an appointment on this day.")
    if theme.large:
        return RowList(theme, empty=empty, painter=TwoLines(theme))
    heads = (
        tr("Appointed time"),
        tr("Who"),
        tr("Number"),
        tr("Sub-service"),
        tr("Mobile phone"),
        tr("How it stands"),
    )
    return RowList(theme, _COLUMNS, heads=heads, empty=empty)


def appointment_rows(shown: Appointments, *, large: bool) -> list[Row]:
    """A row for each, in the order of their times."""
    return [_row(line, large=large) for line in shown.lines]


def standing(line: AppointmentLine) -> str:
    """Whether they came."""
    match line.standing:
        case "expected":
            return tr("expected")
        case "late":
            return tr("late; counts from the number")
        case "cancelled" if line.moved_to:
            at = local(line.moved_to)
            return tr("moved to {day} at {time}", day=format_date(at.date()), time=format_time(at))
        case "cancelled":
            return tr("cancelled: {reason}", reason=line.reason)
        case "come":
            return tr("here with {label}", label=line.label)


def _row(line: AppointmentLine, *, large: bool) -> Row:
    said, time = standing(line), format_time(line.at)
    return Row(
        key=line.id,
        spoken=f"{time}، {line.name}، {line.title}، {said}",
        cells=_two_lines(line, said) if large else _cells(line, said),
    )


def _cells(line: AppointmentLine, said: str) -> tuple[Cell, ...]:
    return (
        Cell(text=format_time(line.at)),
        Cell(text=line.name),
        Cell(text=persian_digits(line.number)),
        Cell(text=line.title),
        Cell(text=persian_digits(line.mobile)),
        Cell(text=said, colour=_COLOURS.get(line.standing)),
    )


def _two_lines(line: AppointmentLine, said: str) -> tuple[Cell, ...]:
    number = tr("number {number}", number=line.number)
    parts = (number, persian_digits(line.mobile), line.title)
    row = two_line_row(
        line.id,
        f"{format_time(line.at)}  {line.name}",
        when=said,
        below=" · ".join(part for part in parts if part),
        colour=_COLOURS.get(line.standing, "ink"),
    )
    return row.cells
