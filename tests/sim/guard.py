"""Whoever guards the one rule of the hall: a client is called by one counter only."""

from app.event import Recorded
from app.folds import ticket as tickets
from app.folds.fold import Fact
from tests.sim.pc import Pc
from tests.sim.proof import vouched
from tests.sim.words import read
from tests.sim.world import Failed, World

RECENT = 20_000_000
"""Microseconds after which nobody need know any more what a node saw."""

_FED_CALLS = (
    "SELECT id FROM event WHERE entity = ? AND kind = 'TicketCalled' AND node = office"
    " AND (feed IS NOT NULL OR lost IS NOT NULL)"
)

_BELIEVED = "SELECT content FROM event WHERE entity = ? AND superseded = 0"


def granted(world: World, entity: str, caller: str) -> None:
    """A call was granted just now to that node: by the feed the client waited, and no PC that the
    centre could have known of saw another call that the centre has lost.
    """
    *past, mine = _lines(world, entity, caller)
    state = tickets.FOLD(_once(past))
    if state is None or state.state not in ("waiting", "held"):
        raise Failed(f"{state and state.label} is called while it is {state and state.state}")
    known = {recorded.id for recorded in past}
    for pc in _witnesses(world):
        seen = pc.do(lambda work: work.load(tickets.FOLD, entity))
        fed = {row[0] for row in pc.connection.execute(_FED_CALLS, (entity,))}
        lost = {call.id for call in seen.calls if call.id in fed - known} if seen else set()
        if lost and mine.id not in lost:
            raise Failed(f"{seen and seen.label} is called twice: {pc.name} saw the first")


def _lines(world: World, entity: str, caller: str) -> list[Recorded]:
    """What the feed says of a ticket, as far as the caller rightly believes it: what its authors
    vouch for, and of the rest what is true and was on its own disk before. Whatever else somebody
    brought of another, every counter keeps and believes nothing of it.
    """
    lines = [fed for fed in world.centre.feed if fed.line.recorded.entity == entity]
    if any(fed.healer for fed in lines):
        proved = vouched(world.centre.feed, {pc.node: pc.public_key for pc in world.pcs})
        own = _own(world, entity, caller) & world.made.keys()
        lines = [
            fed
            for fed in lines
            if (fed.line.recorded.node, fed.line.recorded.link) in proved
            or fed.line.recorded.content in own
        ]
    return [fed.line.recorded for fed in lines]


def _own(world: World, entity: str, node: str) -> set[bytes]:
    """The lines of a ticket that a node wrote, or had and believes."""
    disks = [pc.connection for pc in world.living() if pc.node == node]
    wrote = {content for content, recorded in world.made.items() if recorded.node == node}
    return wrote.union(row[0] for disk in disks for row in disk.execute(_BELIEVED, (entity,)))


def _witnesses(world: World) -> list[Pc]:
    """PCs for which the centre had to wait: they have shown themselves since it lost something, not
    long ago, and no supervisor has ended the wait for them.
    """
    found = []
    for pc in world.current():
        presence = world.centre.presence.get(pc.node)
        if presence is None or presence.seen <= world.restored_at:
            continue
        if world.now - presence.seen > RECENT or pc.node in world.copied_nodes:
            continue
        if world.hurried_at > world.restored_at and presence.reconciled != world.centre.pauses:
            continue
        found.append(pc)
    return found


def _once(lines: list[Recorded]) -> list[Fact]:
    first = {recorded.content: recorded for recorded in reversed(lines)}
    kept = [r for r in lines if first[r.content] is r]
    return [(recorded, read(recorded)) for recorded in kept]
