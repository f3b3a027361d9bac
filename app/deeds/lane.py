"""Whoever waits in a lane that nobody takes any more, or takes for a while."""

from app.deeds.looking import the_ticket
from app.events.ticket import TicketHeld, TicketReturned
from app.folds import ticket
from app.folds.ticket import Ticket
from app.order import attending, service_lane
from app.ports import Work


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
