"""One seed from its first deed to its last check."""

from random import Random

from tests.sim.centre import ModelCentre
from tests.sim.oracles import check, nothing_vanished
from tests.sim.world import World, seeded

OPERATIONS = 220
GLANCES = 0.05


def play(seed: int, operations: int = OPERATIONS, centre: type[ModelCentre] = ModelCentre) -> World:
    """Raises where an invariant is broken."""
    world = World(seed, centre=centre)
    with seeded(Random(~seed)):
        world.begin()
        for _ in range(operations):
            world.step()
            if world.chance.random() < GLANCES:
                pc = world.chance.choice(world.living())
                nothing_vanished(world, pc)
        world.settle()
        check(world)
    return world
