"""Closing the day of a counter or of the desk."""

from datetime import date

from app.deeds.looking import require_right_clock, the_ticket, today
from app.events.day import DayClosed
from app.folds import day, request
from app.folds.day import Day
from app.ids import named_id
from app.ports import Work
from app.refusal import Refusal


def day_id(office: str, closed: date) -> str:
    """The entity of a day."""
    return named_id(office, "day", closed.isoformat())


def close_day(work: Work, closing: date, counter: str = "") -> Day:
    """Closes the daily log (Table 2); later work of that day goes on a supplement.

    Refuses `visit_open` while somebody is served, `day_closed` the second time (a closed desk has
    closed its counters), `day_in_future`, `clock_wrong`.
    """
    require_right_clock(work)
    if counter:
        work.office.counter(counter)
    if still := work.visit_open_on(closing, counter):
        raise Refusal("visit_open", label=the_ticket(work, still).label, ticket=still)
    if closing > today(work):
        raise Refusal("day_in_future", date=closing)
    entity = day_id(work.office.id, closing)
    known = work.load(day.FOLD, entity)
    if known and known.closed_at(counter) is not None:
        raise Refusal("day_closed", date=closing)
    return work.append(day.FOLD, entity, _closed(work, closing, counter))


def _closed(work: Work, closing: date, counter: str) -> DayClosed:
    every = [work.load(request.FOLD, e) for e in work.requests_of_day(closing, counter)]
    found = [r for r in every if r]
    received = [r for r in found if r.received.date() == closing and counter in ("", r.counter)]
    given = [r.delivery for r in found if r.delivery and r.delivered_on == closing]
    return DayClosed(
        day=closing,
        counter=counter,
        requests=len(received),
        answers=len([d for d in given if counter in ("", d.said.counter)]),
        head=work.head.hex(),
    )
