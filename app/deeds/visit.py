"""A visit at the counter: parked, sent back, sent on, or brought to its end."""

from datetime import timedelta

from msgspec.structs import replace

from app.deeds.lane import lane_now
from app.deeds.looking import the_desk_entry, the_entry_taken, the_ticket, the_visit
from app.deeds.outcome import concluded
from app.deeds.place import Place, before_all, effective
from app.events.ticket import (
    Back,
    Outcome,
    ServiceFinished,
    TicketHeld,
    TicketRaised,
    TicketReturned,
    TicketTransferred,
)
from app.folds import ticket
from app.folds.catalogue import Entry
from app.folds.ticket import Ticket
from app.order import clerk_lane, counter_lane, open_lane, own_lane
from app.persian import clean, tidy
from app.ports import Work
from app.refusal import Refusal
from app.roles import deed


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
        lane=own_lane(found, open_lane(work.office, counter_lane(found.counter), found.service)),
        reason=clean(reason),
    )
    return work.append(ticket.FOLD, entity, held)


@deed
def return_to_queue(
    work: Work, entity: str, *, place: Place = "kept", after: int = 0, reason: str = ""
) -> Ticket:
    """Back in the queue of such clients; `after` so many who wait there, or before all others for a
    reason.

    Refuses `not_called` unless called or on hold, `places_wrong`, `reason_empty`.
    """
    found = the_ticket(work, entity)
    if found.state not in ("called", "serving", "held") or not found.label:
        raise Refusal("not_called", label=found.label)
    if place == "front" and not tidy(reason):
        raise Refusal("reason_empty")
    returned = TicketReturned(
        calls=found.call_ids,
        effective_at=effective(work, found, place, after),
        lane=own_lane(found),
        reason=clean(reason),
    )
    back = work.append(ticket.FOLD, entity, returned)
    if place != "front":
        return back
    raised = TicketRaised(effective_at=before_all(work, back), reason=clean(reason))
    return work.append(ticket.FOLD, entity, raised)


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
        lane=_lane(work, replace(found, service=entry.id), counter, clerk),
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
        outcome=concluded(work, found, outcome),
        derived=outcome is None,
    )
    return work.append(ticket.FOLD, entity, finished)


def _go_back(work: Work, found: Ticket) -> Ticket:
    *rest, back = found.returns
    entry = the_entry_taken(work, back.service)
    lane = own_lane(replace(found, service=entry.id), lane_now(work, back.lane, entry.id))
    sent = _sent(found, entry, lane=lane, returns=tuple(rest), back=True)
    return work.append(ticket.FOLD, found.id, sent)


def _lane(work: Work, found: Ticket, counter: str, clerk: str) -> str:
    if counter:
        return counter_lane(work.office.counter(counter).number)
    return clerk_lane(work.office.clerk(clerk).clerk) if clerk else own_lane(found)
