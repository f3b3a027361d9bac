"""A visit at the counter: parked, sent back, sent on, or brought to its end."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, Literal

from app.deeds.centre import offset_of
from app.deeds.looking import the_desk_entry, the_entry_taken, the_ticket, the_visit
from app.events.ticket import (
    Back,
    Outcome,
    ServiceFinished,
    TicketHeld,
    TicketRaised,
    TicketReturned,
    TicketTransferred,
)
from app.folds import catalogue, request, ticket
from app.folds.catalogue import Entry
from app.folds.ticket import Ticket
from app.order import attending, clerk_lane, counter_lane, open_lane, rivals, service_lane
from app.persian import clean, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import deed

Place = Literal["kept", "front", "after", "end"]
"""Where in the queue: at the old place, before all others, behind some of them, behind all."""

UNRECORDED: Final[tuple[Outcome, ...]] = ("guidance", "service", "withdrawn")
"""What may come of a visit in which nothing was recorded, in the order in which it is offered."""

_DEEDS: Final[Mapping[Outcome, str]] = {
    "deficiency": "announce_deficiency",
    "request": "register",
    "delivery": "deliver",
    "referral": "refer",
}
"""What records the other outcomes."""

_MOST = 99
_APART = timedelta(microseconds=1)
_BEFORE = timedelta(seconds=1)


@deed
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
        lane=open_lane(work.office, counter_lane(found.counter), found.service),
        reason=clean(reason),
    )
    return work.append(ticket.FOLD, entity, held)


@deed
def return_to_queue(
    work: Work, entity: str, *, place: Place = "kept", after: int = 0, reason: str = ""
) -> Ticket:
    """Back in the queue of the sub-service; `after` so many who wait there, or before all others
    for a reason.

    Refuses `not_called` unless called or on hold, `places_wrong`, `reason_empty`.
    """
    found = the_ticket(work, entity)
    if found.state not in ("called", "serving", "held") or not found.label:
        raise Refusal("not_called", label=found.label)
    if place == "front" and not tidy(reason):
        raise Refusal("reason_empty")
    returned = TicketReturned(
        calls=found.call_ids,
        effective_at=_effective(work, found, place, after),
        lane=service_lane(found.service),
        reason=clean(reason),
    )
    back = work.append(ticket.FOLD, entity, returned)
    if place != "front":
        return back
    raised = TicketRaised(effective_at=before_all(work, back), reason=clean(reason))
    return work.append(ticket.FOLD, entity, raised)


def before_all(look: Look, found: Ticket) -> datetime:
    """An effective time before that of all whom the same counters call."""
    first = look.first_waiting(_beside(look, found), look.at)
    if first in (None, found.id):
        return found.effective_at
    return min(found.effective_at, the_ticket(look, str(first)).effective_at - _BEFORE)


def _effective(work: Work, found: Ticket, place: Place, after: int) -> datetime:
    if place in ("kept", "front"):
        return found.effective_at
    end = work.at + offset_of(work)
    if place == "end":
        return end
    if not 1 <= after <= _MOST:
        raise Refusal("places_wrong", most=_MOST)
    others = [each for each in _first(work, found, after + 1) if each != found.id][:after]
    return end if len(others) < after else the_ticket(work, others[-1]).effective_at + _APART


def _first(look: Look, found: Ticket, most: int) -> Sequence[str]:
    return look.next_in(_beside(look, found), look.at, most)


def _beside(look: Look, found: Ticket) -> tuple[str, ...]:
    """Whom the counters call that serve it."""
    return rivals(look.office, service_lane(found.service), found.service, look.services())


def release(work: Work, lane: str) -> None:
    """Whoever waits in a lane that ends waits on in the sub-service's, at the same place."""
    for entity in work.waiting_in(lane):
        found = the_ticket(work, entity)
        returned = TicketReturned(
            calls=(), effective_at=found.effective_at, lane=service_lane(found.service)
        )
        work.append(ticket.FOLD, entity, returned)


def hand_on(work: Work, lane: str) -> None:
    """Whoever waits in a lane that nobody takes for a while waits on with others that serve the
    same, at the same place; a hold goes on. Those whom nobody else serves stay.
    """
    for entity in work.waiting_in(lane):
        found = the_ticket(work, entity)
        if attending(work.office, found.service):
            work.append(ticket.FOLD, entity, _handed_on(work, found))


def _handed_on(work: Work, found: Ticket) -> TicketHeld | TicketReturned:
    lane = service_lane(found.service)
    if found.held_until and found.held_until > work.at:
        return TicketHeld(calls=(), until=found.held_until, lane=lane)
    return TicketReturned(calls=(), effective_at=found.effective_at, lane=lane)


@deed
def transfer(
    work: Work,
    entity: str,
    *,
    service: str = "",
    counter: str = "",
    clerk: str = "",
    returns: bool = False,
    reason: str = "",
) -> Ticket:
    """Sends the client to a sub-service, a counter or a clerk (exactly one), at the old place.
    `returns`: who is done there comes back to this counter.

    Refuses `transfer_where`, `ticket_ended`, `no_ticket_to_transfer` for a telephone call,
    `not_called` of who shall come back from it, and unknown targets by their own names.
    """
    found = the_ticket(work, entity)
    if found.ended:
        raise Refusal("ticket_ended", label=found.label, state=found.state)
    if not found.label:
        raise Refusal("no_ticket_to_transfer")
    if sum(map(bool, (service, counter, clerk))) != 1:
        raise Refusal("transfer_where")
    if returns and not found.calls:
        raise Refusal("not_called", label=found.label)
    entry = the_desk_entry(work, service) if service else the_entry_taken(work, found.service)
    here = Back(lane=counter_lane(found.counter), service=found.service)
    transferred = _sent(
        found,
        entry,
        lane=_lane(work, entry.id, counter, clerk),
        returns=(*found.returns, here) if returns else found.returns,
        reason=clean(reason),
    )
    return work.append(ticket.FOLD, entity, transferred)


def _sent(
    found: Ticket,
    entry: Entry,
    *,
    lane: str,
    returns: tuple[Back, ...],
    reason: str = "",
    back: bool = False,
) -> TicketTransferred:
    return TicketTransferred(
        calls=found.call_ids,
        effective_at=found.effective_at,
        lane=lane,
        service=entry.id,
        service_version=entry.version,
        code=entry.sheet.code,
        title=entry.sheet.title,
        reason=reason,
        returns=returns,
        back=back,
    )


@deed
def finish(work: Work, entity: str, outcome: Outcome | None = None, *, counter: str = "") -> Ticket:
    """Ends the visit. The outcome is concluded from what was done, and asked for only when
    nothing was: then refuses `outcome_needed`, and `outcome_unrecorded(outcome, deed)` of one that
    a deed would have recorded; else `outcome_follows(outcome)`. Who was sent here to come back
    afterwards goes back, at the old place: the visit ends there.
    """
    found = the_visit(work, entity, counter)
    if found.returns and found.calls_to(counter) == found.call_ids:
        return _go_back(work, found)
    finished = ServiceFinished(
        calls=found.calls_to(counter),
        outcome=_concluded(work, found, outcome),
        derived=outcome is None,
    )
    return work.append(ticket.FOLD, entity, finished)


def _concluded(work: Work, visit: Ticket, said: Outcome | None) -> Outcome:
    done = _recorded(work, visit)
    if said and done:
        raise Refusal("outcome_follows", outcome=done)
    if said and said in _DEEDS:
        raise Refusal("outcome_unrecorded", outcome=said, deed=_DEEDS[said])
    concluded = said or done or _guidance(work, visit)
    if concluded is None:
        raise Refusal("outcome_needed", label=visit.label)
    return concluded


def _go_back(work: Work, found: Ticket) -> Ticket:
    *rest, back = found.returns
    entry = the_entry_taken(work, back.service)
    lane = open_lane(work.office, back.lane, entry.id)
    sent = _sent(found, entry, lane=lane, returns=tuple(rest), back=True)
    return work.append(ticket.FOLD, found.id, sent)


def _lane(work: Work, service: str, counter: str, clerk: str) -> str:
    if counter:
        return counter_lane(work.office.counter(counter).number)
    return clerk_lane(work.office.clerk(clerk).clerk) if clerk else service_lane(service)


def _recorded(work: Work, visit: Ticket) -> Outcome | None:
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
    return "referral" if visit.referrals else None


def _guidance(work: Work, visit: Ticket) -> Outcome | None:
    """A call, a question or a sub-service of mode 1 (R12) needs no more than guidance."""
    entry = work.load(catalogue.FOLD, visit.service)
    asked = visit.how == "telephone" or visit.purpose in ("ask", "guide")
    return "guidance" if asked or (entry and entry.sheet.mode == 1) else None
