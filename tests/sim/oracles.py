"""What must hold when all is quiet, whatever has happened."""

from collections import Counter

from app.event import Recorded
from app.events.ticket import TicketCalled, TicketIssued
from app.folds import ticket as tickets
from app.ids import new_id
from app.sync import calling
from app.sync.feed import START, mark_of
from app.sync.replica import Asked
from tests.sim.pc import Pc
from tests.sim.world import OFFICE, Failed, World, _read


def check(world: World) -> None:
    """All of it."""
    believed = _feed(world)
    _all_arrived(world, believed)
    for pc in world.living():
        _equal(pc, believed)
    for pc in world.living():
        nothing_vanished(world, pc)
    _labels(world, believed)
    _calls(world)
    _the_next_is_called(world)


def _the_next_is_called(world: World) -> None:
    """Whoever waits is called by the first free counter that may call them."""
    for pc in world.living():
        for counter in pc.counters:
            if pc.do(lambda work, counter=counter: work.visit_at(counter)):  # type: ignore[misc]
                continue
            waiting = pc.connection.execute(
                "SELECT count(*) FROM ticket WHERE state = 'waiting'"
            ).fetchone()[0]
            asked = Asked(call=new_id(pc.now()), counter=counter, clerk="")
            outcome = world.run(pc, calling.call(pc.replica, asked))
            if waiting and getattr(outcome, "end", "") != "called":
                raise Failed(f"{waiting} wait, and {counter} hears {outcome}")
            return


def _feed(world: World) -> list[Recorded]:
    """The feed is whole; every event of it once, in its order."""
    mark, seen, order = START, set(), []
    for number, fed in enumerate(world.centre.feed, 1):
        recorded = fed.line.recorded
        mark = mark_of(mark, number, recorded)
        if (fed.number, fed.mark) != (number, mark):
            raise Failed(f"the feed is broken at {number}")
        if recorded.content not in seen:
            seen.add(recorded.content)
            order.append(recorded)
    return order


def _all_arrived(world: World, believed: list[Recorded]) -> None:
    here = {recorded.content for recorded in believed}
    lost = [r for content, r in world.made.items() if content not in here | world.gone]
    if lost:
        raise Failed(f"{len(lost)} events are nowhere, the first: {lost[0].kind} {lost[0].node}")


def _equal(pc: Pc, believed: list[Recorded]) -> None:
    rows = pc.connection.execute(
        "SELECT content FROM event WHERE superseded = 0 ORDER BY feed IS NULL, feed, pos"
    )
    mine = [row[0] for row in rows]
    theirs = [recorded.content for recorded in believed]
    if mine != theirs:
        raise Failed(f"{pc.name} has {len(mine)} events, the centre {len(theirs)}, or their order")
    for entity in {recorded.entity for recorded in believed}:
        history = [line.content for line, _ in pc.journal.history(entity)]
        if history != [r.content for r in believed if r.entity == entity]:
            raise Failed(f"{pc.name} reads the history of {entity} in another order")


def _labels(world: World, believed: list[Recorded]) -> None:
    issued = [(r.node, e) for r in believed if isinstance(e := _read(r), TicketIssued)]
    count = Counter((e.day, e.label) for node, e in issued if node not in world.copied_nodes)
    double = [label for label, times in count.items() if times > 1]
    if double:
        raise Failed(f"labels were given twice: {double}")


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
    pc = world.living()[0]
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
    for pc in world.living():
        for counter in pc.counters:
            if pc.replica.asked(counter):
                raise Failed(f"a call of counter {counter} is open for ever")
