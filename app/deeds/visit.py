"""A visit at the counter: parked, sent back, sent on, or brought to its end."""

from datetime import timedelta
from typing import Literal

from app.deeds.looking import the_desk_entry, the_entry_taken, the_ticket, the_visit
from app.events.ticket import (
    Outcome,
    ServiceFinished,
    TicketHeld,
    TicketReturned,
    TicketTransferred,
)
from app.folds import catalogue, request, ticket
from app.folds.ticket import Ticket
from app.order import clerk_lane, counter_lane, service_lane
from app.persian import clean
from app.ports import Work
from app.refusal import Refusal


def hold(work: Work, entity: str, minutes: int, reason: str = "") -> Ticket:
    """Parks the client for that long; then this counter calls them before others.

    Refuses `not_called`, `minutes_wrong`, `no_ticket_to_transfer` for a visit that never waits.
    """
    found = the_visit(work, entity)
    if not found.label:
        raise Refusal("no_ticket_to_transfer")
    if not 1 <= minutes <= 12 * 60:
        raise Refusal("minutes_wrong", minutes=minutes)
    held = TicketHeld(
        calls=found.call_ids,
        until=work.at + timedelta(minutes=minutes),
        lane=counter_lane(found.counter),
        reason=clean(reason),
    )
    return work.append(ticket.FOLD, entity, held)


def return_to_queue(
    work: Work, entity: str, *, place: Literal["kept", "end"] = "kept", reason: str = ""
) -> Ticket:
    """Back in the queue of the sub-service. Refuses `not_called` unless called or on hold."""
    found = the_ticket(work, entity)
    if found.state not in ("called", "serving", "held") or not found.label:
        raise Refusal("not_called", label=found.label)
    returned = TicketReturned(
        calls=found.call_ids,
        effective_at=found.effective_at if place == "kept" else work.at,
        lane=service_lane(found.service),
        reason=clean(reason),
    )
    return work.append(ticket.FOLD, entity, returned)


def release(work: Work, lane: str) -> None:
    """Whoever waits in a lane that ends waits on in the sub-service's, at the same place."""
    for entity in work.waiting_in(lane):
        found = the_ticket(work, entity)
        returned = TicketReturned(
            calls=(), effective_at=found.effective_at, lane=service_lane(found.service)
        )
        work.append(ticket.FOLD, entity, returned)


def transfer(
    work: Work,
    entity: str,
    *,
    service: str = "",
    counter: str = "",
    clerk: str = "",
    reason: str = "",
) -> Ticket:
    """Sends the client to a sub-service, a counter or a clerk (exactly one), at the old place.

    Refuses `transfer_where`, `ticket_ended`, `no_ticket_to_transfer` for a telephone call, and
    unknown targets by their own names.
    """
    found = the_ticket(work, entity)
    if found.ended:
        raise Refusal("ticket_ended", label=found.label, state=found.state)
    if not found.label:
        raise Refusal("no_ticket_to_transfer")
    if sum(map(bool, (service, counter, clerk))) != 1:
        raise Refusal("transfer_where")
    entry = the_desk_entry(work, service) if service else the_entry_taken(work, found.service)
    transferred = TicketTransferred(
        calls=found.call_ids,
        effective_at=found.effective_at,
        lane=_lane(work, entry.id, counter, clerk),
        service=entry.id,
        service_version=entry.version,
        code=entry.sheet.code,
        title=entry.sheet.title,
        reason=clean(reason),
    )
    return work.append(ticket.FOLD, entity, transferred)


def finish(work: Work, entity: str, outcome: Outcome | None = None, *, counter: str = "") -> Ticket:
    """Ends the visit. The outcome is concluded from what was done, and asked for only when
    nothing was: then refuses `outcome_needed`.
    """
    found = the_visit(work, entity, counter)
    concluded = outcome or _outcome(work, found)
    if concluded is None:
        raise Refusal("outcome_needed", label=found.label)
    finished = ServiceFinished(
        calls=found.calls_to(counter), outcome=concluded, derived=outcome is None
    )
    return work.append(ticket.FOLD, entity, finished)


def _lane(work: Work, service: str, counter: str, clerk: str) -> str:
    if counter:
        return counter_lane(work.office.counter(counter).number)
    return clerk_lane(work.office.clerk(clerk).clerk) if clerk else service_lane(service)


def _outcome(work: Work, visit: Ticket) -> Outcome | None:
    touched = [work.load(request.FOLD, entity) for entity in work.requests_of_visit(visit.id)]
    requests = [found for found in touched if found]
    registered = [found for found in requests if found.ticket == visit.id]
    if any(found.delivery for found in registered):
        return "service"
    if registered:
        return "request"
    if requests:
        return "delivery"
    if visit.deficiencies:
        return "deficiency"
    return "referral" if visit.referrals else _guidance(work, visit)


def _guidance(work: Work, visit: Ticket) -> Outcome | None:
    """A call, a question or a sub-service of mode 1 (R12) needs no more than guidance."""
    entry = work.load(catalogue.FOLD, visit.service)
    asked = visit.how == "telephone" or visit.purpose in ("ask", "guide")
    return "guidance" if asked or (entry and entry.sheet.mode == 1) else None
