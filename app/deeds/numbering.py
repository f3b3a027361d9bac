"""A ticket's label: the letters of this PC's series and the running number of the day."""

from datetime import date, datetime

from app.deeds.looking import today
from app.events.ticket import Purpose, TicketIssued
from app.folds import ticket
from app.folds.catalogue import Entry
from app.folds.ticket import Ticket
from app.persian import persian_digits
from app.ports import Work
from app.refusal import Refusal


def give_ticket(
    work: Work,
    entity: str,
    entry: Entry,
    *,
    lane: str,
    effective_at: datetime,
    priority: str = "",
    credit: int = 0,
    purpose: Purpose = "new",
    continues: str = "",
    request: str = "",
) -> Ticket:
    """Takes the next number and puts it in the queue. Refuses `no_series`."""
    series, day, number = _number(work)
    issued = TicketIssued(
        label=f"{series} {persian_digits(f'{number:03}')}",
        series=series,
        number=number,
        day=day,
        service=entry.id,
        service_version=entry.version,
        code=entry.sheet.code,
        title=entry.sheet.title,
        lane=lane,
        effective_at=effective_at,
        priority=priority,
        credit=credit,
        purpose=purpose,
        continues=continues,
        request=request,
    )
    return work.append(ticket.FOLD, entity, issued)


def _number(work: Work) -> tuple[str, date, int]:
    given = work.office.series.get(work.node)
    if given is None:
        raise Refusal("no_series")
    day, number = work.take_number(given.series, today(work))
    while work.label_waits(given.series, number):
        day, number = work.take_number(given.series, today(work))
    return given.series, day, number
