"""Closing the day of a counter or of the desk."""

from collections.abc import Sequence
from datetime import date

from app.day_sheet import day_sheet
from app.deeds.lane import hand_on_left
from app.deeds.looking import day_id, require_right_clock, the_ticket, today
from app.deeds.seats import seats
from app.deeds.survey import count_surveys
from app.events.day import DayClosed
from app.folds import day
from app.folds.day import Day
from app.order import by_code
from app.papers import LogLine, LogTotals
from app.ports import Look, VisitLine, Work
from app.refusal import Refusal
from app.roles import deed


def worked_at(shown: date, lines: Sequence[LogLine], visits: Sequence[VisitLine]) -> frozenset[str]:
    """The counters that did the work of a day: received, answered, or were visited. The empty one
    is of what was recorded without a counter.
    """
    received = {line.counter for line in lines if line.row.received == shown}
    answered = {line.delivery_counter for line in lines if line.row.delivered == shown}
    return frozenset(received | answered | ({visit.counter for visit in visits} - {""}))


def counters_on(look: Look, shown: date) -> tuple[str, ...]:
    """The counters that have a sheet of that day, as people count them: those of the office, and
    those taken away since that did some of its work or closed it.
    """
    known = look.load(day.FOLD, day_id(look.office.id, shown))
    closed = tuple(known.closed.values()) if known else ()
    numbers = {
        *look.office.counters,
        *worked_at(shown, look.day_log(shown), look.visits_of_day(shown)),
        *(closing.said.counter for closing in closed),
        *(number for closing in closed for number, _ in closing.said.feet),
    }
    return tuple(sorted(numbers - {""}, key=by_code))


def require_sheet(look: Look, shown: date, counter: str) -> None:
    """Refuses `counter_unknown` of a counter that has no sheet of that day; empty is the desk."""
    if counter and counter not in look.office.counters and counter not in counters_on(look, shown):
        look.office.counter(counter)


@deed
def close_day(work: Work, closing: date, counter: str = "", *, unsent: bool = False) -> Day:
    """Closes the daily log (Table 2); later work of that day goes on a supplement. `unsent`: who
    closes it knows that the centre has not got everything. Who waits for a counter that closes
    today goes to others that serve the same.

    Refuses `visit_open` while somebody is served, `day_closed` the second time (a closed desk has
    closed its counters), `day_in_future`, `clock_wrong`, and `day_unsent`.
    """
    require_right_clock(work)
    require_sheet(work, closing, counter)
    if still := work.visit_open_on(closing, counter):
        raise Refusal("visit_open", label=the_ticket(work, still).label, ticket=still)
    if closing > today(work):
        raise Refusal("day_in_future", date=closing)
    entity = day_id(work.office.id, closing)
    known = work.load(day.FOLD, entity)
    if known and known.closing(counter):
        raise Refusal("day_closed", date=closing)
    waiting = work.outbox()
    if waiting.unsent and not unsent:
        raise Refusal("day_unsent", n=waiting.unsent, oldest=waiting.oldest)
    if not counter:
        count_surveys(work)
    sheet = day_sheet(work, closing, counter)
    signed = {line.request for line in (*sheet.received, *sheet.given)}
    closed = DayClosed(
        day=closing,
        counter=counter,
        received=tuple(line.request for line in sheet.received),
        answered=tuple(line.request for line in sheet.given),
        totals=sheet.totals,
        head=work.head.hex(),
        feet=() if counter else _feet(work, closing),
        lines=tuple(line for line in work.day_log(closing) if line.request in signed),
    )
    seated = seats(work)
    after = work.append(day.FOLD, entity, closed)
    hand_on_left(work, seated)
    return after


def _feet(work: Work, closing: date) -> tuple[tuple[str, LogTotals], ...]:
    """A closed desk has closed its counters: each keeps its own foot."""
    return tuple(
        (number, day_sheet(work, closing, number).totals) for number in counters_on(work, closing)
    )
