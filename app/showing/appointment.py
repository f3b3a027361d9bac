"""The appointments of a day, as lists show them."""

from datetime import date, datetime, timedelta
from typing import Literal

from app.deeds.meeting import book_of
from app.folds import ticket
from app.folds.appointment import Appointment
from app.folds.ticket import TicketState
from app.ports import Look
from app.value import Value

Standing = Literal["expected", "late", "come", "cancelled"]
"""Still to come, later than the office allows, here, or not any more."""


class AppointmentLine(Value, frozen=True, kw_only=True):
    """`number` is what its holder says at the kiosk. `label` and `state` are of the ticket with
    which they came; `reason` says why it does not hold, `moved_to` when it holds instead.
    """

    id: str
    number: str
    at: datetime
    name: str
    holder: str
    mobile: str
    code: str
    title: str
    note: str
    standing: Standing
    label: str = ""
    state: TicketState | Literal[""] = ""
    reason: str = ""
    moved_to: datetime | None = None


class Appointments(Value, frozen=True, kw_only=True):
    """In the order of their times; `expected` counts those who are still to come."""

    day: date
    lines: tuple[AppointmentLine, ...] = ()

    @property
    def expected(self) -> int:
        """How many are still to come, late or not."""
        return sum(line.standing in ("expected", "late") for line in self.lines)


def appointments_of(look: Look, day: date) -> Appointments:
    """As they stand now."""
    book = book_of(look, day)
    return Appointments(
        day=day, lines=tuple(_line(look, each) for each in (book.by_time if book else ()))
    )


def _line(look: Look, one: Appointment) -> AppointmentLine:
    came = look.load(ticket.FOLD, one.ticket) if one.ticket else None
    return AppointmentLine(
        id=one.said.appointment,
        number=one.said.number,
        at=one.said.at,
        name=one.said.name,
        holder=one.said.holder,
        mobile=one.said.mobile,
        code=one.said.code,
        title=one.said.title,
        note=one.said.note,
        standing=_standing(look, one),
        label=came.label if came else "",
        state=came.state if came else "",
        reason=one.cancelled,
        moved_to=one.moved_to,
    )


def _standing(look: Look, one: Appointment) -> Standing:
    if one.state == "open":
        last = one.said.at + timedelta(minutes=look.office.rules.late_minutes)
        return "late" if look.at > last else "expected"
    return "come" if one.state == "met" else "cancelled"
