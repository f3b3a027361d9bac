"""The state of a day's book of appointments. Its entity is named by the day."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal, cast

from msgspec.structs import replace

from app.event import Event, Recorded
from app.events import appointment as said
from app.folds.fold import Fold, Reason, State, Transition
from app.value import Value


class Appointment(Value, frozen=True, kw_only=True):
    """One of them; `made_at` in microseconds UTC, `clerk` (an id) took it down."""

    said: said.AppointmentMade
    made_at: int
    clerk: str
    ticket: str = ""
    """With which its holder came."""
    cancelled: str = ""
    """Why it does not hold any more."""
    moved_to: datetime | None = None
    """When it holds instead."""

    @property
    def state(self) -> Literal["open", "met", "cancelled"]:
        """Who came, came: whatever was said of it elsewhere."""
        if self.ticket:
            return "met"
        return "cancelled" if self.cancelled else "open"


class Book(State, frozen=True, kw_only=True):
    """`kept` by the id of each, in the order in which they were made."""

    day: date
    kept: Mapping[str, Appointment]

    @property
    def by_time(self) -> tuple[Appointment, ...]:
        """In the order in which their holders are to come."""
        return tuple(sorted(self.kept.values(), key=lambda each: (each.said.at, each.said.number)))


def _opened(recorded: Recorded, event: Event) -> Book | None:
    if not isinstance(event, said.AppointmentMade):
        return None
    return _made(Book(id=recorded.entity, day=event.day, kept={}), recorded, event)[0]


def _made(book: Book, recorded: Recorded, event: Event) -> tuple[Book, Reason]:
    event = cast(said.AppointmentMade, event)
    made = Appointment(said=event, made_at=recorded.at, clerk=recorded.clerk)
    return _with(book, made), ""


def _cancelled(book: Book, _: Recorded, event: Event) -> tuple[Book, Reason]:
    event = cast(said.AppointmentCancelled, event)
    known = book.kept.get(event.appointment)
    if known is None:
        return book, "no_such_appointment"
    return _with(book, replace(known, cancelled=event.reason, moved_to=event.moved_to)), ""


def _met(book: Book, _: Recorded, event: Event) -> tuple[Book, Reason]:
    """Two kiosks that were apart may each have given a ticket: the first counts."""
    event = cast(said.AppointmentMet, event)
    known = book.kept.get(event.appointment)
    if known is None:
        return book, "no_such_appointment"
    if known.ticket:
        return book, "appointment_met_twice"
    return _with(book, replace(known, ticket=event.ticket)), ""


def _with(book: Book, one: Appointment) -> Book:
    return replace(book, kept={**book.kept, one.said.appointment: one})


_TRANSITIONS: dict[type[Event], Transition[Book]] = {
    said.AppointmentMade: _made,
    said.AppointmentCancelled: _cancelled,
    said.AppointmentMet: _met,
}

FOLD: Fold[Book] = Fold(_opened, _TRANSITIONS)
