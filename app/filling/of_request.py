"""What the papers about one request have in common."""

from datetime import datetime
from typing import TypedDict

from app.filling.common import letterhead, made
from app.folds.request import Request
from app.papers import Letterhead
from app.ports import Look


class RequestFacts(TypedDict):
    """Who made the paper, when and where, and whose request it is about."""

    letterhead: Letterhead
    at: datetime
    counter: str
    clerk: str
    tracking: str
    sub_service: str
    name: str
    id: str
    received: datetime
    promised: datetime


def facts_of(look: Look, found: Request, clerk: str = "") -> RequestFacts:
    """The facts as they stand corrected; `clerk` (an id) makes the paper, else whoever looks."""
    at, name = made(look, clerk)
    return RequestFacts(
        letterhead=letterhead(look.office),
        at=at,
        counter=found.counter,
        clerk=name,
        tracking=found.tracking,
        sub_service=found.title,
        name=found.applicant.name,
        id=found.applicant.id,
        received=found.received,
        promised=found.promised,
    )
