"""A visit whose clerk has left it open and is away: who answers for the day settles it."""

from app.deeds.looking import the_ticket, the_visit, today
from app.deeds.outcome import left_with
from app.deeds.visit import return_to_queue
from app.events.ticket import ServiceFinished
from app.folds import ticket
from app.folds.ticket import Ticket
from app.persian import clean, tidy
from app.ports import Work
from app.refusal import Refusal
from app.roles import deed


@deed
def end_visit(work: Work, entity: str, reason: str) -> Ticket:
    """Ends it, of any day: what was recorded in it says what came of it, else the client left.
    Refuses `reason_empty`, `not_called`.
    """
    found = the_visit(work, entity)
    _require(reason)
    finished = ServiceFinished(
        calls=found.call_ids, outcome=left_with(work, found), derived=True, reason=clean(reason)
    )
    return work.append(ticket.FOLD, entity, finished)


@deed
def send_back(work: Work, entity: str, reason: str) -> Ticket:
    """Back in the queue at its old place. Refuses `reason_empty`, `visit_before(date)` of one of an
    earlier day, and as `return_to_queue` does.
    """
    _require(reason)
    found = the_ticket(work, entity)
    if found.day < today(work):
        raise Refusal("visit_before", date=found.day)
    return return_to_queue(work, entity, reason=reason)


def _require(reason: str) -> None:
    if not tidy(reason):
        raise Refusal("reason_empty")
