"""A ticket's label: the letters of this PC's series and the running number of the day."""

from datetime import date, datetime
from typing import Required, TypedDict, Unpack

from app.deeds.looking import today
from app.events.ticket import Purpose, TicketIssued
from app.folds import ticket
from app.folds.catalogue import Entry
from app.folds.ticket import Ticket
from app.persian import persian_digits
from app.ports import Look, Work
from app.refusal import Refusal
from app.value import Value


class Number(Value, frozen=True, kw_only=True):
    """A label, and what it is made of."""

    label: str
    series: str
    number: int
    day: date


class Given(TypedDict, total=False):
    """What a ticket is given with, beside its number: fields of `TicketIssued`."""

    lane: Required[str]
    effective_at: Required[datetime]
    priority: str
    credit: int
    purpose: Purpose
    continues: str
    request: str
    applicant: str
    appointment: str
    agreed_at: datetime


def give_ticket(work: Work, entity: str, entry: Entry, **facts: Unpack[Given]) -> Ticket:
    """Takes the next number and puts it in the queue. Refuses `no_series`."""
    return _give(work, entity, entry, _next(work), **facts)


def keep_number(
    work: Work, entity: str, entry: Entry, old: Ticket, **facts: Unpack[Given]
) -> Ticket:
    """The number that stands on the paper of an `old` ticket is one of today from now on: its
    holder hears no other. Where a clock that ran ahead has given it to somebody else already, the
    next one is taken: no paper calls two.
    """
    day = ticket_day(work)
    number = Number(label=old.label, series=old.series, number=old.number, day=day)
    taken = work.tickets_labelled(old.label, day)
    return _give(work, entity, entry, _next(work) if taken else number, **facts)


def _give(work: Work, entity: str, entry: Entry, number: Number, **facts: Unpack[Given]) -> Ticket:
    issued = TicketIssued(
        label=number.label,
        series=number.series,
        number=number.number,
        day=number.day,
        service=entry.id,
        service_version=entry.version,
        code=entry.sheet.code,
        title=entry.sheet.title,
        **facts,
    )
    return work.append(ticket.FOLD, entity, issued)


def ticket_day(look: Look) -> date:
    """The day that labels are of: today, or later where the series has run ahead of the clock."""
    given = look.office.series.get(look.node)
    reached = look.series_day(given) if given else None
    return max(today(look), reached) if reached else today(look)


def begins_day(look: Look) -> bool:
    """Whether this PC has given no number of today yet."""
    given = look.office.series.get(look.node)
    reached = look.series_day(given) if given else None
    return reached is None or reached < today(look)


def _next(work: Work) -> Number:
    """Nobody bears it today: neither with a number of today, nor with one kept from before, nor
    whoever is still at a counter, or has come back from it, with one of an earlier day.
    """
    given = work.office.series.get(work.node)
    if given is None:
        raise Refusal("no_series")
    while True:
        day, number = work.take_number(given, today(work))
        label = f"{given} {persian_digits(f'{number:03}')}"
        if not work.tickets_labelled(label, day) and not work.borne_before(label, day):
            return Number(label=label, series=given, number=number, day=day)
