"""Where in the queue somebody waits on, who was at a counter."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from app.deeds.centre import offset_of
from app.deeds.looking import the_ticket
from app.folds.ticket import Ticket
from app.order import rivals, service_lane
from app.ports import Look, Work
from app.refusal import Refusal

Place = Literal["kept", "front", "after", "end"]
"""Where in the queue: at the old place, before all others, behind some of them, behind all."""

_MOST = 99
_APART = timedelta(microseconds=1)
_BEFORE = timedelta(seconds=1)


def before_all(look: Look, found: Ticket) -> datetime:
    """An effective time before that of all whom the same counters call."""
    first = look.first_waiting(_beside(look, found), look.at)
    if first in (None, found.id):
        return found.effective_at
    return min(found.effective_at, the_ticket(look, str(first)).effective_at - _BEFORE)


def effective(work: Work, found: Ticket, place: Place, after: int) -> datetime:
    """As which it waits again. Refuses `places_wrong`."""
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
