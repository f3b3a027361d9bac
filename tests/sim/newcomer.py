"""A PC that comes when all is over, and reads everything from the beginning."""

from unittest import mock

from app.sync import pulling
from tests.sim.network import Network
from tests.sim.office import OFFICE
from tests.sim.oracles import believed
from tests.sim.pc import Desk, Pc
from tests.sim.rows import Rows, folded, stored
from tests.sim.words import NEW
from tests.sim.world import Failed, World

PAGES = (1, 2, 7, 40, 500)
"""Lines of a page: where pages are cut must not matter."""


def joins(world: World, network: Network, page: int) -> None:
    """It shows what those show who lived through it, and what the centre's order says."""
    shown = reads(world, network, page)
    for pc in world.current():
        if shown != stored(pc):
            raise Failed(f"a new PC, reading {page} lines a page, shows other rows than {pc.name}")


def reads(world: World, network: Network, page: int) -> Rows:
    """Its rows, which are what the centre's order says."""
    newcomer = Pc(Desk(name="newcomer"), world.time)
    newcomer.found(OFFICE)
    with mock.patch.object(pulling, "PAGE", page):
        network.run(newcomer, pulling.pull(newcomer.replica))
    shown = stored(newcomer)
    if shown != folded(believed(world), NEW):
        raise Failed(f"a new PC, reading {page} lines a page, shows other rows than the feed")
    return shown
