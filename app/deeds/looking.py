"""What deeds look up before they decide, each with its refusal."""

from datetime import date, timedelta

from app.event import moment
from app.folds import catalogue, request, ticket
from app.folds.catalogue import Entry
from app.folds.request import Request
from app.folds.ticket import Ticket
from app.ids import named_id
from app.local import day_of
from app.order import rivals
from app.ports import Look, Work
from app.refusal import Refusal
from app.tracking import check

STEP = timedelta(minutes=1)


def require_right_clock(work: Work) -> None:
    """No official date is written while the clock stands before the last event (`clock_wrong`).

    A step back of less than a minute, as the network's own correction makes it, is not asked about.
    """
    if work.now + STEP < work.last_at:
        raise Refusal("clock_wrong", now=work.now, last=work.last_at)


def today(work: Look) -> date:
    """The day of the office."""
    return day_of(work.at)


def day_id(office: str, day: date) -> str:
    """The entity of a day."""
    return named_id(office, "day", day.isoformat())


def the_entry(work: Look, code: str) -> Entry:
    """The sub-service of that code; refuses `service_unknown`, `service_retired(service, date)`."""
    return _offered(_known(work, code), None)


def the_entry_taken(work: Look, service: str) -> Entry:
    """The sub-service of that id under which something was taken: a retired one goes on."""
    entry = work.load(catalogue.FOLD, service)
    if entry is None:
        raise Refusal("service_unknown", service=service)
    return entry


def the_desk_entry(work: Look, code: str, visit: Ticket | None = None) -> Entry:
    """One that the desk serves: not wholly electronic (R11), not between agencies (R7). Whose
    `visit` began before it was retired, and for it, is still served.
    """
    entry = _offered(_known(work, code), visit)
    if entry.sheet.channel == "electronic":
        raise Refusal("service_electronic_only", service=entry.sheet.title, address=entry.sheet.url)
    if entry.sheet.channel == "g2g":
        raise Refusal("service_g2g", service=entry.sheet.title)
    return entry


def _known(work: Look, code: str) -> Entry:
    entity = work.entry_of(code)
    entry = work.load(catalogue.FOLD, entity) if entity else None
    if entry is None:
        raise Refusal("service_unknown", service=code)
    return entry


def _offered(entry: Entry, visit: Ticket | None) -> Entry:
    came_for_it = visit and visit.service == entry.id and visit.issued_at <= entry.retired_at
    if entry.retired and not came_for_it:
        since = day_of(moment(entry.retired_at))
        raise Refusal("service_retired", service=entry.sheet.title, date=since)
    return entry


def the_ticket(work: Look, entity: str) -> Ticket:
    """The ticket of that id; refuses `ticket_unknown`."""
    found = work.load(ticket.FOLD, entity)
    if found is None:
        raise Refusal("ticket_unknown", ticket=entity)
    return found


def ahead_of(look: Look, found: Ticket) -> int:
    """How many would be called before it by the counters that may call it."""
    beside = rivals(look.office, found.lane, found.service, look.services())
    return look.ahead_of(found.id, beside, look.at)


def the_visit(work: Look, entity: str, counter: str = "") -> Ticket:
    """A ticket that is called or served (at that counter); refuses `not_called`."""
    found = the_ticket(work, entity)
    if not found.calls_to(counter):
        raise Refusal("not_called", label=found.label)
    return found


def the_request(work: Look, tracking: str) -> Request:
    """The request of a tracking number; refuses `tracking_wrong`, `tracking_unknown`.

    Should a rolled-back disk have doubled the number, the newer one is meant.
    """
    number = check(tracking)
    entities = work.requests_tracked(number)
    found = work.load(request.FOLD, entities[0]) if entities else None
    if found is None:
        raise Refusal("tracking_unknown", tracking=number)
    return found


def the_open_request(work: Look, tracking: str) -> Request:
    """One that is still owed an answer; refuses `already_delivered`, `request_ended`."""
    found = the_standing_request(work, tracking)
    if found.delivery:
        raise Refusal(
            "already_delivered",
            datetime=moment(found.delivery.at),
            name=found.delivery.said.receiver_name,
        )
    return found


def the_standing_request(work: Look, tracking: str) -> Request:
    """One that was neither withdrawn nor declared void; refuses `request_ended`."""
    found = the_request(work, tracking)
    if found.ended:
        raise Refusal("request_ended", tracking=found.tracking, state=found.state)
    return found


def answer_not_ready(found: Request) -> Refusal:
    """What is said of an answer that is still to come: when, and where it is now."""
    index = found.current_step
    step = found.steps[index].step if index is not None else None
    return Refusal(
        "answer_not_ready",
        date=found.promised.date(),
        step=step.title if step else "",
        unit=step.unit if step else "",
    )
