"""Appointments as rows: when, who, what for, and whether they came."""

from collections.abc import Mapping

from app.letters import persian_digits
from app.persian import format_time
from app.showing.appointment import AppointmentLine, Appointments, Standing
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.tokens import Colour

_COLOURS: Mapping[Standing, Colour] = {"late": "amber", "come": "ink_2", "cancelled": "ink_2"}
_MOBILE = 4
"""The column that larger text has no room for."""


def columns(*, large: bool) -> tuple[Column, ...]:
    """How wide they are."""
    return _some(
        (
            Column(width=72, role="label_row"),
            Column(width=190 if large else 250, role="open"),
            Column(width=88, role="strong"),
            Column(role="body"),
            Column(width=120, role="secondary", colour="ink_2"),
            Column(width=190 if large else 300, role="body", align="end"),
        ),
        large=large,
    )


def heads(*, large: bool) -> tuple[str, ...]:
    """What they hold."""
    every = (
        tr("Appointed time"),
        tr("Who"),
        tr("Number"),
        tr("Sub-service"),
        tr("Mobile phone"),
        tr("How it stands"),
    )
    return tuple(every[place] for place in _places(large=large))


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
        case "cancelled":
            return tr("cancelled: {reason}", reason=line.reason)
        case "come":
            return tr("here with {label}", label=line.label)


def _row(line: AppointmentLine, *, large: bool) -> Row:
    said = standing(line)
    time, number = format_time(line.at), persian_digits(line.number)
    cells = (
        Cell(text=time),
        Cell(text=line.name),
        Cell(text=number),
        Cell(text=line.title),
        Cell(text=persian_digits(line.mobile)),
        Cell(text=said, colour=_COLOURS.get(line.standing)),
    )
    return Row(
        key=line.id,
        spoken=f"{time}، {line.name}، {line.title}، {said}",
        cells=tuple(cells[place] for place in _places(large=large)),
    )


def _some(every: tuple[Column, ...], *, large: bool) -> tuple[Column, ...]:
    return tuple(every[place] for place in _places(large=large))


def _places(*, large: bool) -> tuple[int, ...]:
    return tuple(place for place in range(6) if not (large and place == _MOBILE))
