"""Somebody in the hall goes before others, and it stays on record why."""

from datetime import timedelta

from app.deeds.looking import the_ticket
from app.events.ticket import TicketRaised
from app.folds import ticket
from app.folds.ticket import Ticket
from app.order import rivals
from app.persian import clean, tidy
from app.ports import Work
from app.refusal import Refusal
from app.roles import deed

_BEFORE = timedelta(seconds=1)


@deed
def raise_ticket(work: Work, entity: str, reason: str) -> Ticket:
    """Puts whoever waits before all others whom the same counters call.

    Refuses `reason_empty`, `not_waiting(label)`, `first_already(label)`.
    """
    found = the_ticket(work, entity)
    if not tidy(reason):
        raise Refusal("reason_empty")
    over = found.held_until is not None and found.held_until <= work.at
    if found.state != "waiting" and not (found.state == "held" and over):
        raise Refusal("not_waiting", label=found.label)
    beside = rivals(work.office, found.lane, found.service, work.services())
    first = work.first_waiting(beside, work.at)
    if first in (None, entity):
        raise Refusal("first_already", label=found.label)
    least = min(found.effective_at, the_ticket(work, str(first)).effective_at)
    raised = TicketRaised(effective_at=least - _BEFORE, reason=clean(reason))
    return work.append(ticket.FOLD, entity, raised)
