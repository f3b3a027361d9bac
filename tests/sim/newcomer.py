"""A PC that comes when all is over, and reads everything from the beginning."""

from typing import Any
from unittest import mock

from app.sync import pulling
from tests.sim.network import Network
from tests.sim.office import OFFICE
from tests.sim.pc import Desk, Pc
from tests.sim.rows import stored
from tests.sim.world import Failed, World

PAGES = (1, 2, 7, 40, 500)
"""Lines of a page: where pages are cut must not matter."""


def joins(world: World, network: Network) -> None:
    """It shows what those show who lived through it."""
    page = world.chance.choice(PAGES)
    newcomer = Pc(Desk(name="newcomer"), world.time)
    newcomer.found(OFFICE)
    with mock.patch.object(pulling, "PAGE", page):
        _reads(network, newcomer)
    shown = stored(newcomer)
    for pc in world.current():
        if shown != stored(pc):
            raise Failed(f"a new PC, reading {page} lines a page, shows other rows than {pc.name}")


def _reads(network: Network, pc: Pc) -> Any:
    return network.run(pc, pulling.pull(pc.replica))
