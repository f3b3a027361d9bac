"""Calling across counters: the order is mine, the centre says who of us was first."""

from typing import Literal

from app.sync.feed import Place
from app.sync.pushing import synchronise
from app.sync.replica import Asked, Replica
from app.sync.talk import Talk, of
from app.sync.wire import Answered, Call, Closed, Diverged, Paused, Stale
from app.value import Value

MOST = 20
"""Candidates of one call."""

TRIES = 3
"""How often the centre is asked for one call before the clerk goes by paper."""


class Outcome(Value, frozen=True, kw_only=True):
    """How it ended: `called` names the ticket; `nobody` waits; `paper`: the centre cannot say who
    was first, the clerk calls whoever holds the number.
    """

    end: Literal["called", "nobody", "paper"]
    ticket: str = ""


def call(replica: Replica, asked: Asked) -> Talk[Outcome]:
    """Asks for a call, its id stored before the centre hears of it."""
    replica.ask(asked)
    for _ in range(TRIES):
        yield from synchronise(replica)
        offer = replica.candidates(asked, MOST)
        if offer.pending and not offer.candidates:
            continue
        if not offer.candidates:
            return (yield from _withdraw(replica, asked, "nobody"))
        reply = yield Call(
            place=offer.place, call=asked.call, clerk=asked.clerk, candidates=offer.candidates
        )
        if isinstance(reply, Answered):
            return (yield from _answered(replica, asked, offer.place, reply))
        if isinstance(reply, Closed):  # by a copy of this PC
            replica.close(asked.call)
            return Outcome(end="nobody")
        if isinstance(reply, Paused):
            break
        if not isinstance(reply, Diverged):
            of(reply, Stale)
    return (yield from _withdraw(replica, asked, "paper"))


def settle(replica: Replica, counter: str) -> Talk[Outcome | None]:
    """Asks once more for every call of a counter that was left open (a crash, a lost answer); gives
    the one that holds, if any.
    """
    held: Outcome | None = None
    for asked in replica.asked(counter):
        found = yield from _withdraw(replica, asked, "nobody")
        held = found if found.end == "called" else held
    return held


def _withdraw(replica: Replica, asked: Asked, end: Literal["nobody", "paper"]) -> Talk[Outcome]:
    """Closes a call at the centre, unless it was granted before."""
    while True:
        place = replica.place()
        reply = yield Call(place=place, call=asked.call, clerk=asked.clerk, candidates=())
        if isinstance(reply, Answered):
            return (yield from _answered(replica, asked, place, reply))
        if isinstance(reply, Diverged):
            yield from synchronise(replica)
            continue
        of(reply, Closed)
        replica.close(asked.call)
        return Outcome(end=end)


def _answered(replica: Replica, asked: Asked, place: Place, reply: Answered) -> Talk[Outcome]:
    """The answer counts only if the fold then says: called by this call. Else it is history."""
    if replica.accept(reply.page, place).behind:
        yield from synchronise(replica)
    ticket = replica.close(asked.call)
    return Outcome(end="called", ticket=ticket) if ticket else Outcome(end="nobody")
