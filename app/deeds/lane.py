"""Whoever waits in a lane that nobody takes any more, or takes for a while."""

from collections.abc import Mapping

from app.deeds.looking import the_ticket
from app.deeds.seats import seats
from app.events.ticket import TicketHeld, TicketReturned
from app.folds import ticket
from app.folds.ticket import Ticket
from app.order import attending, clerk_lane, counter_lane, open_lane, own_lane
from app.ports import Look, Work


def release(work: Work, lane: str) -> None:
    """Whoever waits in a lane that ends waits on in their own, at the same place."""
    for entity in work.waiting_in(lane):
        found = the_ticket(work, entity)
        returned = TicketReturned(calls=(), effective_at=found.effective_at, lane=own_lane(found))
        work.append(ticket.FOLD, entity, returned)


def hand_on(work: Work, lane: str) -> None:
    """Whoever waits in a lane that nobody takes for a while waits on with others that serve the
    same, at the same place; a hold goes on. Those whom nobody else serves stay.
    """
    for entity in work.waiting_in(lane):
        found = the_ticket(work, entity)
        if attending(work.office, found.service):
            work.append(ticket.FOLD, entity, _handed_on(work, found))


def hand_on_left(work: Work, seated: Mapping[str, str]) -> None:
    """The same for the counters and the clerks that were `seated` and are no longer."""
    now = seats(work)
    for number in sorted({*seated} - {*now}):
        hand_on(work, counter_lane(number))
    for clerk in sorted({*seated.values()} - {*now.values()}):
        hand_on(work, clerk_lane(clerk))


def lane_now(look: Look, lane: str, service: str) -> str:
    """That lane while its counter or clerk is at work, else that of whoever serves the same."""
    seated = seats(look)
    at_work = (*map(counter_lane, seated), *map(clerk_lane, seated.values()))
    left = lane.partition(":")[0] in ("counter", "clerk") and lane not in at_work
    return open_lane(look.office, "" if left else lane, service)


def _handed_on(work: Work, found: Ticket) -> TicketHeld | TicketReturned:
    lane = own_lane(found)
    if found.held_until and found.held_until > work.at:
        return TicketHeld(calls=(), until=found.held_until, lane=lane)
    return TicketReturned(calls=(), effective_at=found.effective_at, lane=lane)
