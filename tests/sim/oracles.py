"""What must hold when all is quiet, whatever has happened."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from app.event import Recorded, moment
from app.events.paper import PaperPrinted
from app.events.request import RequestRegistered
from app.events.ticket import TicketCalled, TicketCleared, TicketIssued
from app.folds import ticket as tickets
from app.local import day_of
from app.sync.feed import START, mark_of
from tests.sim.office import OFFICE
from tests.sim.pc import Pc
from tests.sim.proof import vouched
from tests.sim.rows import Rows, folded, stored
from tests.sim.thief import GHOST
from tests.sim.words import NEW, OLD, read
from tests.sim.world import Failed, World

_ROOT = "/0"
"""How `verify` names a part of a chain that hangs on a line which is not here."""
_FOLLOWS = "SELECT follows FROM incarnation WHERE incarnation = ?"
_HELD = "SELECT 1 FROM event WHERE link = ?"


def check(world: World) -> None:
    """All of it."""
    facts = believed(world)
    _all_arrived(world, facts)
    rows = {NEW: folded(facts, NEW)}
    if world.fate.old:
        rows[OLD] = folded(facts, OLD)
    for pc in world.living():
        _equal(pc, facts)
        _shows(pc, rows[pc.words])
        nothing_vanished(world, pc)
    reader = world.anyone()
    _reads_in_order(reader, facts)
    sound(reader)
    _rooted(world, reader)
    _papers(world, facts)
    _days(facts)
    _calls(world)


def believed(world: World) -> list[Recorded]:
    """The feed is whole; every event of it for which its author vouches, once, in its order."""
    mark, seen, order = START, set(), []
    proved = vouched(world.centre.feed, {pc.node: pc.public_key for pc in world.pcs})
    for number, fed in enumerate(world.centre.feed, 1):
        recorded = fed.line.recorded
        mark = mark_of(mark, number, fed.received, recorded)
        if (fed.number, fed.mark) != (number, mark):
            raise Failed(f"the feed is broken at {number}")
        if recorded.node == GHOST:
            raise Failed("the centre has lines of a PC that is none")
        if recorded.content not in seen and (recorded.node, recorded.link) in proved:
            seen.add(recorded.content)
            order.append(replace(recorded, received=fed.received))
    return order


def _all_arrived(world: World, facts: list[Recorded]) -> None:
    here = {recorded.content for recorded in facts}
    here |= {fed.line.recorded.content for fed in world.centre.feed if fed.healer}
    lost = [r for content, r in world.made.items() if content not in here | world.gone]
    if lost:
        raise Failed(f"{len(lost)} events are nowhere, the first: {lost[0].kind} {lost[0].node}")


def _equal(pc: Pc, facts: list[Recorded]) -> None:
    """Bytes and order of all that counts are the centre's."""
    rows = pc.connection.execute(
        "SELECT content, body FROM event WHERE superseded = 0 ORDER BY feed IS NULL, feed, pos"
    ).fetchall()
    if rows != [(recorded.content, recorded.body) for recorded in facts]:
        raise Failed(f"{pc.name} has {len(rows)} events, the centre {len(facts)}, or their order")


def _shows(pc: Pc, rows: Rows) -> None:
    """Lists and searches say what the centre's order says."""
    mine = stored(pc)
    for name, theirs in rows.items():
        if mine[name] != theirs:
            raise Failed(f"{pc.name} shows other rows of {name}")


def _reads_in_order(pc: Pc, facts: list[Recorded]) -> None:
    for entity in {recorded.entity for recorded in facts}:
        history = [line.content for line, _ in pc.journal.history(entity)]
        if history != [r.content for r in facts if r.entity == entity]:
            raise Failed(f"{pc.name} reads the history of {entity} in another order")


def sound(pc: Pc) -> None:
    """Its chains are whole, and its rows follow from its journal, at any time; only what a part of
    a chain hangs on may come later than that part, when somebody brings it back.
    """
    found = pc.verified()
    broken = [place for place in found.broken if not place.endswith(_ROOT)]
    if broken or found.different:
        raise Failed(f"{pc.name} is not sound: {broken[:2]} {found.different[:2]}")


def _rooted(world: World, pc: Pc) -> None:
    """What a part of a chain hangs on has come, unless no disk has it any more: then it is told."""
    for place in pc.verified().broken:
        (follows,) = pc.connection.execute(_FOLLOWS, place.split("/")[1:2]).fetchone()
        if any(other.connection.execute(_HELD, (follows,)).fetchone() for other in world.living()):
            raise Failed(f"{pc.name} does not know what {place} hangs on")


def nothing_vanished(world: World, pc: Pc) -> None:
    """What this disk once showed of its own work it shows still."""
    known = world.shown[pc.name]
    rows = pc.connection.execute(
        "SELECT DISTINCT entity FROM event WHERE node = ? AND superseded <> 3", (pc.node,)
    ).fetchall()
    for (entity,) in rows:
        shown = {line.content for line, _ in pc.journal.history(entity)}
        gone = known.get(entity, set()) - shown - world.poison
        if gone:
            raise Failed(f"{len(gone)} events of {entity} vanished from {pc.name}")
        known[entity] = shown


def _papers(world: World, facts: list[Recorded]) -> None:
    """Every label, tracking number and paper that somebody went home with stands for one thing."""
    labels, numbers, originals = list[object](), list[object](), list[object]()
    opened = set()
    for recorded in facts:
        event = read(recorded)
        if isinstance(event, TicketIssued):
            opened.add(recorded.entity)
            if recorded.node not in world.copied_nodes:
                labels.append((event.day, event.label))
        elif isinstance(event, RequestRegistered):
            opened.add(recorded.entity)
            numbers.append(event.tracking)
        elif isinstance(event, PaperPrinted):
            originals.append((recorded.entity, event.paper, event.key, event.copy))
            if recorded.entity not in opened:
                raise Failed(f"a {event.paper} was printed of what does not exist")
    for what, each in (("label", labels), ("number", numbers), ("paper", originals)):
        if double := _twice(each):
            raise Failed(f"a {what} was given twice: {double}")


def _days(facts: list[Recorded]) -> None:
    """No wrong clock ends the day that stands on a number of another PC."""
    given: dict[str, tuple[str, date]] = {}
    for recorded in facts:
        event = read(recorded)
        if isinstance(event, TicketIssued):
            given[recorded.entity] = recorded.node, event.day
        elif isinstance(event, TicketCleared) and not event.served and recorded.entity in given:
            node, day = given[recorded.entity]
            if recorded.node != node and day >= day_of(moment(recorded.received)):
                raise Failed(f"{recorded.node} has ended the day of a number of {node}")


def _twice(each: Iterable[object]) -> list[object]:
    return [one for one, times in Counter(each).items() if times > 1]


def _ends(event: object) -> tuple[str, ...]:
    calls = getattr(event, "calls", ())
    return calls if isinstance(calls, tuple) else ()


def _calls(world: World) -> None:
    """Every call that nothing has ended is open still, for everybody to see and return; and one
    call id has one ticket, unless the centre has forgotten meanwhile.
    """
    granted = [f.line.recorded.id for f in world.centre.feed if f.line.recorded.node == OFFICE]
    if len(set(granted)) < len(granted) and not world.restored_at:
        raise Failed("one call was granted twice")
    pc = world.current()[0]
    for entity in {f.line.recorded.entity for f in world.centre.feed}:
        facts = pc.journal.history(entity)
        state = tickets.FOLD(facts)
        if state is None or state.ended:
            continue
        ended = {call for _, event in facts for call in _ends(event)}
        called = [e.call for _, e in facts if isinstance(e, TicketCalled)]
        invisible = set(called) - ended - set(state.call_ids)
        if invisible:
            raise Failed(f"a call of {state.label} is invisible")
