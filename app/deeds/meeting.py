"""Whoever has an appointment comes, and gets a ticket for it."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.deeds.centre import offset_of
from app.deeds.looking import the_entry_taken, the_ticket, today
from app.deeds.ticket import give, tapped
from app.events.appointment import AppointmentMet
from app.folds import appointment
from app.folds.appointment import Appointment, Book
from app.folds.ticket import Ticket
from app.ids import named_id
from app.letters import typed_number
from app.local import local
from app.order import service_lane
from app.persian import format_date, format_time
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import deed

_NEAR = 14
"""Days in which an appointment is looked for whose holder has come on another one."""


@deed
def meet_appointment(work: Work, said: str, *, tap: str = "") -> Ticket:
    """A ticket for who has come: `said` is the number of their appointment, their own code, or its
    id. It counts from the time that was agreed; of who is later than the office allows, from now.
    The same `tap` on this PC gives the same ticket.

    Refuses `appointment_unknown`, `appointment_other_day(date, time)`, `appointment_met(label)`,
    `appointment_cancelled`, and as giving a ticket does.
    """
    entity, known = tapped(work, tap)
    if known:
        return known
    found = the_appointment(work, said)
    require_open(work, found)
    entry = the_entry_taken(work, found.said.service)
    agreed, late = found.said.at, is_late(work, found)
    given = give(
        work,
        entity,
        entry,
        lane=service_lane(entry.id),
        effective_at=work.at + offset_of(work) if late else agreed,
        appointment=found.said.appointment,
        agreed_at=agreed,
        applicant=found.said.holder,
    )
    met = AppointmentMet(appointment=found.said.appointment, ticket=given.id)
    work.append(appointment.FOLD, book_id(work, found.said.day), met)
    return given


def is_late(look: Look, found: Appointment) -> bool:
    """Whether it is so long past the agreed time that this does not count any more."""
    counted = timedelta(minutes=look.office.rules.late_minutes)
    return look.at + offset_of(look) > found.said.at + counted


def the_appointment(look: Look, said: str) -> Appointment:
    """Today's of that number, code or id: of several the first that is open. Refuses
    `appointment_unknown`, `appointment_other_day(date, time)`.
    """
    here = list(_matching(look, today(look), said))
    still = (each for each in here if each.state == "open")
    if found := next(still, here[0] if here else None):
        return found
    for days in range(1, _NEAR + 1):
        for way in (1, -1):
            day = today(look) + timedelta(days=days * way)
            elsewhere = (each for each in _matching(look, day, said) if each.state == "open")
            if found := next(elsewhere, None):
                at = local(found.said.at)
                raise Refusal("appointment_other_day", date=format_date(day), time=format_time(at))
    raise Refusal("appointment_unknown")


def book_of(look: Look, day: date) -> Book | None:
    """The appointments of a day; None where there never was one."""
    return look.load(appointment.FOLD, book_id(look, day))


def book_id(look: Look, day: date) -> str:
    """The book of a day is the same one on every PC of the office."""
    return named_id(look.office.id, "appointments", day.isoformat())


def require_open(look: Look, found: Appointment) -> None:
    """Refuses `appointment_met(label)`, `appointment_cancelled`."""
    if found.ticket:
        raise Refusal("appointment_met", label=the_ticket(look, found.ticket).label)
    if found.cancelled:
        raise Refusal("appointment_cancelled")


def _matching(look: Look, day: date, said: str) -> Iterator[Appointment]:
    book, key = book_of(look, day), typed_number(said)
    for each in book.by_time if book else ():
        known = (each.said.number, each.said.holder)
        if (key and key in known) or said.strip() == each.said.appointment:
            yield each
