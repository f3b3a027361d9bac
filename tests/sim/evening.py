"""The last hour of a simulated office: whoever waits is served, so that nobody is stuck."""

from app.deeds import visit
from app.sync.replica import Asked
from tests.db.office import ended
from tests.sim.network import Network
from tests.sim.pc import Pc
from tests.sim.world import Failed, World

_WAITING = "SELECT id FROM ticket WHERE state = 'waiting'"
_STUCK = "SELECT label, state FROM ticket WHERE ended_at IS NULL"
_CALLED = "SELECT id FROM ticket WHERE state IN ('called', 'serving', 'held') AND label <> ''"


def next_is_called(world: World, network: Network) -> None:
    """Whoever waits is called by the first free counter that may call them."""
    for pc in world.current():
        for counter in pc.counters:
            if pc.visit_at(counter) is None:
                outcome = network.call(pc, counter)
                waiting = _waiting(pc)
                if waiting and getattr(outcome, "end", "") != "called":
                    raise Failed(f"{len(waiting)} wait, and {counter} hears {outcome}")
                return


def callable_at_once(world: World, network: Network, pc: Pc) -> None:
    """After one round on a good line nothing is left to send, and whoever waits here is offered;
    after a night in which they kept their places, after one more.
    """
    if not pc.counters or world.full_until.get(pc.name):
        return
    for _ in range(2):
        if network.synchronise(pc) is not True:
            raise Failed(f"{pc.name} has not sent everything after a round")
        free = [counter for counter in pc.counters if pc.visit_at(counter) is None]
        if not free:
            return
        asked = Asked(call="", counter=free[0], clerk="")
        found = pc.replica.candidates(asked, 1_000)
        stuck = _waiting(pc) - {each.ticket for each in found.candidates}
        if not (stuck and found.pending):
            break
    if stuck:
        raise Failed(f"{pc.name} cannot call {len(stuck)} who wait")


def serve_all(world: World, network: Network) -> None:
    """Anybody may return whoever was called, by a dead PC too, and then everybody is served; who
    waits for another counter, by choice.
    """
    first = next((pc for pc in world.current() if pc.counters), None)
    if first is None:
        return
    network.settle()
    for (entity,) in first.connection.execute(_CALLED).fetchall():
        first.do(lambda work, entity=entity: visit.return_to_queue(work, entity))  # type: ignore[misc]
    network.settle()
    counter = first.counters[0]
    for _ in _waiting(first):
        entity = getattr(network.call(first, counter), "ticket", "")
        left = sorted(_waiting(first))
        if not entity and left:
            entity = getattr(network.call(first, counter, left[0]), "ticket", "")
        if not entity and left:
            raise Failed("somebody is never called")
        if not entity:
            break
        first.do(lambda work, entity=entity: ended(work, entity))  # type: ignore[misc]
    network.settle()
    for pc in world.current():
        if stuck := pc.connection.execute(_STUCK).fetchall():
            raise Failed(f"on {pc.name} somebody is stuck: {stuck[0]}")


def _waiting(pc: Pc) -> set[str]:
    return {row[0] for row in pc.connection.execute(_WAITING)}
