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


def give_ticket(
    work: Work,
    entity: str,
    entry: Entry,
    **facts: Unpack[Given],
) -> Ticket:
    """Takes the next number and puts it in the queue. Refuses `no_series`."""
    series, label, day, number = _number(work)
    issued = TicketIssued(
        label=label,
        series=series,
        number=number,
        day=day,
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


def _number(work: Work) -> tuple[str, str, date, int]:
    given = work.office.series.get(work.node)
    if given is None:
        raise Refusal("no_series")
    while True:
        day, number = work.take_number(given, today(work))
        label = f"{given} {persian_digits(f'{number:03}')}"
        if not work.label_waits(label, day):
            return given, label, day, number
