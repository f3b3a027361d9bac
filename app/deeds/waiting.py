"""Telling somebody how long they will wait: what was said is kept, and compared with what came."""

from app.events.ticket import WaitTold
from app.folds import ticket
from app.ports import Work
from app.roles import deed
from app.waiting import told_wait
from app.waits.honesty import Range


@deed
def tell_wait(work: Work, entity: str) -> Range | None:
    """The range for that ticket, which goes on record; None where nothing can be told. Refuses
    `ticket_unknown`.
    """
    found = told_wait(work, entity)
    if found is None:
        return None
    said = WaitTold(
        least=found.least,
        most=found.most,
        middle=found.forecast.middle,
        spread=found.forecast.spread,
    )
    work.append(ticket.FOLD, entity, said)
    return found.range
