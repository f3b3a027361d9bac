"""Merging page by page and folding the centre's order from nothing come to the same."""

from random import Random

import pytest

from tests.sim.chance import seeded
from tests.sim.fate import FATES
from tests.sim.network import Network
from tests.sim.newcomer import PAGES, joins
from tests.sim.play import play


@pytest.mark.parametrize("seed", range(2 * len(FATES)))
def test_a_new_pc_shows_what_those_show_who_lived_through_it(seed: int) -> None:
    world = play(seed)
    network = Network(world)
    with seeded(Random(seed)):
        network.settle()
        for page in PAGES:
            joins(world, network, page)
