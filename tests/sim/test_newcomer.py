"""Merging page by page and folding the centre's order from nothing come to the same."""

from random import Random

import pytest

from app.sync.feed import Line, Place
from app.sync.wire import Heal
from tests.sim.chance import seeded
from tests.sim.fate import FATES
from tests.sim.network import Network
from tests.sim.newcomer import PAGES, joins, reads
from tests.sim.office import OFFICE
from tests.sim.play import play


@pytest.mark.parametrize("seed", range(2 * len(FATES)))
def test_a_new_pc_shows_what_those_show_who_lived_through_it(seed: int) -> None:
    world = play(seed)
    network = Network(world)
    with seeded(Random(seed)):
        network.settle()
        for page in PAGES:
            joins(world, network, page)


@pytest.mark.parametrize("page", PAGES)
def test_keys_count_before_the_office_has_described_itself(page: int) -> None:
    """A centre has lost everything, and whoever founded the office brings it back last."""
    world = play(3)
    lines = [fed.line for fed in world.centre.feed if fed.line.recorded.node != OFFICE]
    founder = next(line.recorded.node for line in lines if line.recorded.kind == "OfficeDescribed")
    world.centre.restore(0, world.now)
    lines.sort(key=lambda line: (line.recorded.node == founder, line.recorded.node))
    batch: list[Line] = []
    for line in lines:
        batch.append(line)
        if line.signature:
            end = world.centre.feed[-1:]
            place = Place(cursor=end[0].number, mark=end[0].mark) if end else Place()
            heal = Heal(place=place, lines=tuple(batch))
            world.centre.answer(world.pcs[0].node, heal, world.now)
            batch = []
    with seeded(Random(3)):
        reads(world, Network(world), page)
