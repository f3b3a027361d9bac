"""Sending what this node wrote, and bringing back what the centre has lost."""

from app.event import LARGEST
from app.sync.feed import Line
from app.sync.pulling import pull
from app.sync.replica import Replica
from app.sync.talk import Astray, Rejected, Talk, of
from app.sync.wire import Diverged, Forked, Heal, Healed, Push, Pushed

BATCH, BYTES = 200, LARGEST
"""Lines of one push, or of one healing, and bytes of their bodies: a batch that is larger is one
that somebody signed as a whole when it was pushed.
"""

TURNS = 1_000


def synchronise(replica: Replica) -> Talk[bool]:
    """One round: what the centre has, what it has lost, what is mine, and all of that once more as
    the feed has it. Gives whether nothing is left.
    """
    yield from pull(replica)
    yield from heal(replica)
    yield from push(replica)
    yield from pull(replica)
    return replica.clean()


def heal(replica: Replica) -> Talk[None]:
    """Offers back what the centre has lost (P7), before anything else is pushed or called."""
    offered = 0
    strangers: set[str] = set()
    for _ in range(TURNS):
        lines = replica.lost(offered, BATCH)
        if not lines:
            replica.strangers(sorted(strangers))
            return
        try:
            reply = yield Heal(place=replica.place(), lines=tuple(lines))
        except Rejected:  # kept, and offered again in the next round
            offered += len(lines)
            continue
        if isinstance(reply, Diverged):
            yield from pull(replica)
            offered = 0
            continue
        strangers.update(of(reply, Healed).strangers)
        offered += len(lines)
    raise Astray("the centre never has its losses back")


def push(replica: Replica) -> Talk[None]:
    """Sends my lines: the oldest incarnation first, the next when nothing is left of it (P1)."""
    held = yield from _held(replica)
    for _ in range(TURNS):
        batch = _next(replica, held)
        if not batch:
            return
        if not (yield from _sent(replica, batch, held)):
            held = yield from _held(replica)
    raise Astray("my lines are never taken")


def _held(replica: Replica) -> Talk[dict[str, int]]:
    """The last seq that the centre has of each of my incarnations, all that is new read before."""
    page = yield from pull(replica)
    return {incarnation: seq for incarnation, (seq, _) in page.held.items()}


def _next(replica: Replica, held: dict[str, int]) -> tuple[Line, ...]:
    for incarnation in replica.incarnations():
        lines = replica.unsent(incarnation, held.get(incarnation, 0), BATCH)
        if lines:
            return tuple(lines)
    return ()


def _sent(replica: Replica, lines: tuple[Line, ...], held: dict[str, int]) -> Talk[bool]:
    """Whether they were taken; what cannot be is halved until the one event stands alone (P8)."""
    try:
        reply = yield Push(place=replica.place(), lines=lines)
    except Rejected:
        if len(lines) == 1:
            replica.set_aside(lines[0])
            return False
        half = _signed(replica, lines)
        return bool(half) and (yield from _sent(replica, half, held))
    if isinstance(reply, Diverged | Forked):
        return False
    last = lines[-1].recorded
    held[last.incarnation] = min(of(reply, Pushed).seq, last.seq)  # never beyond the batch (P3)
    return True


def _signed(replica: Replica, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The first half of a batch."""
    first = lines[0].recorded
    return tuple(replica.unsent(first.incarnation, first.seq - 1, len(lines) // 2))
