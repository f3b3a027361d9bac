"""Telling somebody how long they will wait: what was said is kept, and compared with what came."""

from app.awaited import Told
from app.events.ticket import WaitTold
from app.folds import ticket
from app.folds.ticket import Ticket
from app.ports import Work
from app.roles import deed


@deed
def tell_wait(work: Work, entity: str, told: Told) -> Ticket:
    """Puts on record what its holder is told."""
    said = WaitTold(
        least=told.least,
        most=told.most,
        middle=told.forecast.middle,
        spread=told.forecast.spread,
    )
    return work.append(ticket.FOLD, entity, said)
