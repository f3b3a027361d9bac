"""One seed from its first deed to its last check."""

from random import Random

from tests.sim.centre import ModelCentre
from tests.sim.chance import seeded
from tests.sim.disasters import Disasters
from tests.sim.evening import callable_at_once, next_is_called, serve_all
from tests.sim.network import Network
from tests.sim.newcomer import PAGES, joins
from tests.sim.office import founded
from tests.sim.oracles import check, nothing_vanished, sound
from tests.sim.people import People
from tests.sim.world import World

OPERATIONS = 220
GLANCES = 0.05
"""How often somebody looks whether all is well, in the middle of it."""
FULL = 8
"""One seed of so many is served to the last client and joined by a new PC."""


class Play:
    """A world and all that moves it."""

    def __init__(self, seed: int, centre: type[ModelCentre]) -> None:
        self.world = World(seed, centre)
        self.network = Network(self.world)
        self.people = People(self.world)
        self._fates = list(Disasters(self.world, self.network, self.people).each())

    def step(self) -> None:
        """Something happens."""
        world = self.world
        world.wait(50_000, 2_000_000)
        roll = world.chance.random() * 100
        for name, act in self._fates:
            roll -= world.fate[name]
            if roll < 0:
                act()
                return
        what = world.chance.random()
        if world.talks and what < 0.5:
            self.network.carry(world.chance.choice(world.talks))
        elif what < 0.62:
            self.network.start(world.anyone())
        elif world.late and what < 0.66:
            self.network.arrive_late()
        else:
            self.people.deed(world.anyone())

    def glance(self) -> None:
        """A look at one PC, whatever goes on around it."""
        pc = self.world.anyone()
        nothing_vanished(self.world, pc)
        what = self.world.chance.random()
        if what < 0.05:
            sound(pc)
        elif what < 0.1 and not pc.is_old:
            callable_at_once(self.world, self.network, pc)


def play(seed: int, operations: int = OPERATIONS, centre: type[ModelCentre] = ModelCentre) -> World:
    """Raises where an invariant is broken."""
    founded()
    with seeded(Random(~seed)):
        stage = Play(seed, centre)
        for _ in range(operations):
            stage.step()
            if stage.world.chance.random() < GLANCES:
                stage.glance()
        stage.network.settle()
        check(stage.world)
        next_is_called(stage.world, stage.network)
        if seed // 10 % FULL == 0:
            serve_all(stage.world, stage.network)
            stage.network.settle()
            joins(stage.world, stage.network, stage.world.chance.choice(PAGES))
    return stage.world
