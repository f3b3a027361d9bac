"""What came of a visit: concluded from what was done in it."""

from collections.abc import Mapping
from typing import Final

from app.events.ticket import Outcome
from app.folds import catalogue, request
from app.folds.ticket import Ticket
from app.ports import Work
from app.refusal import Refusal

UNRECORDED: Final[tuple[Outcome, ...]] = ("guidance", "service", "withdrawn")
"""What may come of a visit in which nothing was recorded, in the order in which it is offered."""

_DEEDS: Final[Mapping[Outcome, str]] = {
    "deficiency": "announce_deficiency",
    "request": "register",
    "delivery": "deliver",
    "referral": "refer",
}
"""What records the other outcomes."""


def concluded(work: Work, visit: Ticket, said: Outcome | None) -> Outcome:
    """The outcome of a visit, of which somebody may have said one. Refuses as `finish` does."""
    done = _recorded(work, visit)
    if said and done:
        raise Refusal("outcome_follows", outcome=done)
    if said and said in _DEEDS:
        raise Refusal("outcome_unrecorded", outcome=said, deed=_DEEDS[said])
    told = said or done or _guidance(work, visit)
    if told is None:
        raise Refusal("outcome_needed", label=visit.label)
    return told


def left_with(work: Work, visit: Ticket) -> Outcome:
    """The outcome of a visit of which nobody who was there says one."""
    return _recorded(work, visit) or "withdrawn"


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
    asked = visit.how == "telephone" or visit.comes_for in ("ask", "guide")
    return "guidance" if asked or (entry and entry.sheet.mode == 1) else None
