"""The queue of a counter: who waits for it, who is held, whose answer is ready."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from app.deeds.looking import the_ticket, today
from app.deeds.night import carried_id, night_ends, over
from app.event import moment
from app.folds import ticket
from app.folds.office import Office
from app.folds.ticket import Ticket
from app.local import local
from app.order import lanes, service_lane
from app.ports import Crowd, Look
from app.value import Value

WaitingMark = Literal[
    "", "return", "carried", "priority", "collect", "guide", "sent", "appointment"
]
"""Why somebody waits otherwise than with a new number of today: came back with a slip, from a hold
or from where they were sent, kept from yesterday, of a priority class, to collect an answer, to
ask, sent to this counter or clerk, with an appointment.
"""

SHOWN = 60
"""Rows of a queue; the counts are of all."""


class Waiting(Value, frozen=True, kw_only=True):
    """One row; `since` is when this number was taken, `detail` the class's title if any."""

    ticket: str
    label: str
    since: datetime
    title: str
    mark: WaitingMark = ""
    detail: str = ""
    held_until: datetime | None = None


class CounterQueue(Value, frozen=True, kw_only=True):
    """`rows` are the first of those who wait, in the order of calling; `waiting` counts all of
    them; `longest` is when the longest waiting one took the number.
    """

    waiting: int
    longest: datetime | None
    rows: tuple[Waiting, ...]
    held: tuple[Waiting, ...]
    ready: int
    """Answers of the office that are ready and not collected."""
    until: datetime
    """From then on it is another, though nothing happens: a hold is over, or the day."""
    overnight: int = 0
    """So many of those whose wait the night has ended waited here."""


def counter_queue(look: Look, counter: str, clerk: str) -> CounterQueue:
    """Whom this counter would call, with this clerk (an id) at it. A hold that is over counts among
    those who wait; whose wait the night has ended does not. Refuses `counter_unknown`.
    """
    taken = lanes(look.office, counter, clerk, look.services())
    old = frozenset(over(look))
    crowd = _crowd(look, taken, old)
    held = look.held_in(taken, look.at, SHOWN + len(old))
    over_again = filter(None, (the_ticket(look, entity).held_until for entity in held))
    return CounterQueue(
        waiting=crowd.count,
        longest=crowd.since,
        rows=tuple(
            waiting(look, entity)
            for entity in look.next_in(taken, look.at, SHOWN + len(old))
            if entity not in old
        )[:SHOWN],
        held=tuple(waiting(look, entity) for entity in held if entity not in old)[:SHOWN],
        ready=look.owed(local(look.at).date(), "").waits.get("delivery", 0),
        until=min((*over_again, night_ends(look))),
        overnight=sum(the_ticket(look, entity).lane in taken for entity in old),
    )


def _crowd(look: Look, taken: Sequence[str], old: frozenset[str]) -> Crowd:
    crowd = look.crowd(taken, look.at)
    if not old:
        return crowd
    stay = [each for each in look.next_in(taken, look.at, crowd.count) if each not in old]
    since = min((the_ticket(look, each).issued_at for each in stay), default=None)
    return Crowd(count=len(stay), since=None if since is None else moment(since))


def waiting(look: Look, entity: str) -> Waiting:
    """A ticket as a row. Refuses `ticket_unknown`."""
    found = the_ticket(look, entity)
    return Waiting(
        ticket=found.id,
        label=found.label,
        since=taken_at(look, found),
        title=found.title,
        mark=_mark(found, today(look)),
        detail=_class(look.office, found),
        held_until=found.held_until,
    )


def taken_at(look: Look, found: Ticket) -> datetime:
    """When the number on the paper was taken: of one kept through the night, the day before."""
    before = look.load(ticket.FOLD, found.continues) if found.continues else None
    kept = before is not None and found.id == carried_id(look, before)
    return taken_at(look, before) if before and kept else moment(found.issued_at)


def _mark(found: Ticket, day: date) -> WaitingMark:
    """What matters most to whoever calls comes first."""
    sent = found.lane != service_lane(found.service)
    reasons: tuple[tuple[bool, WaitingMark], ...] = (
        (found.purpose == "complete" or found.is_back or bool(found.held_until), "return"),
        (found.comes_for == "collect", "collect"),
        (sent, "sent"),
        (found.agreed_at is not None and found.effective_at <= found.agreed_at, "appointment"),
        (bool(found.priority), "priority"),
        (bool(found.continues) or found.day < day, "carried"),
        (found.comes_for in ("ask", "guide"), "guide"),
    )
    return next((mark for holds, mark in reasons if holds), "")


def _class(office: Office, found: Ticket) -> str:
    known = office.classes.get(found.priority)
    return known.title if known else ""
