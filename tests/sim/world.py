"""A simulated office: PCs with real stores, a modelled centre, and a fate that hates them.

One seed is one schedule: chance, time and the order of everything come from it alone.
"""

from collections import defaultdict
from random import Random

from app.event import Recorded
from app.sync.wire import Request
from tests.sim.centre import ModelCentre
from tests.sim.conversation import Conversation
from tests.sim.fate import FATES
from tests.sim.office import OFFICE, founded
from tests.sim.pc import Pc, Time, copied
from tests.sim.words import NEW, OLD

OLD_DESK = "three"
"""Whose program is the older one, in a world that has one."""


class Failed(AssertionError):
    """An invariant does not hold."""


class World:
    """Everything there is, and what must not be forgotten of it.

    `made`: every event that ever was on a disk; `gone`: those of which fate left no copy; `poison`:
    those that the centre will never take; `shown`: what each disk has shown of its own work.
    """

    def __init__(self, seed: int, centre: type[ModelCentre] = ModelCentre) -> None:
        self.seed = seed
        self.chance = Random(seed)
        self.fate = FATES[seed % len(FATES)]
        template = founded()
        self.time = Time(template.time.now)
        self.centre = centre(OFFICE)
        self.centre.begin_like(template.centre)
        self.pcs = [_moved(pc, self) for pc in template.pcs]
        self.old_disks = {pc.name: (pc.connection, pc.witness) for pc in template.pcs}
        self.talks: list[Conversation] = []
        self.late: list[tuple[str, Request]] = []
        self.made: dict[bytes, Recorded] = {}
        self.gone: set[bytes] = set()
        self.poison: set[bytes] = set()
        self.copied_nodes: set[str] = set()
        self.restored_at = self.hurried_at = 0
        self.away_until: dict[str, int] = {}
        self.full_until: dict[str, int] = {}
        self.shown: dict[str, dict[str, set[bytes]]] = defaultdict(dict)

    @property
    def now(self) -> int:
        """The true time."""
        return self.time.now

    def living(self) -> list[Pc]:
        """PCs that are on."""
        return [pc for pc in self.pcs if pc.alive]

    def current(self) -> list[Pc]:
        """Those of them that know all kinds of event."""
        return [pc for pc in self.living() if not pc.is_old]

    def anyone(self) -> Pc:
        """One that is on."""
        return self.chance.choice(self.living())

    def wait(self, least: int, most: int) -> None:
        """Time passes."""
        self.time.now += self.chance.randrange(least, most)
        for pc in self.pcs:
            if 0 < self.full_until.get(pc.name, 0) <= self.now:
                self.make_room(pc)

    def make_room(self, pc: Pc) -> None:
        """Somebody has thrown away pictures."""
        self.full_until.pop(pc.name, None)
        pc.let_grow()

    def drop_talks(self, pc: Pc) -> None:
        """What its program had in memory is gone."""
        self.talks = [talk for talk in self.talks if talk.pc is not pc]

    def forgotten(self, contents: set[bytes]) -> None:
        """Of these, what no living disk and not the centre holds is lost to the world."""
        elsewhere = {fed.line.recorded.content for fed in self.centre.feed}
        elsewhere.update(*(pc.contents() for pc in self.living()))
        self.gone |= contents - elsewhere


def _moved(pc: Pc, world: World) -> Pc:
    """A PC of the first morning, in this world."""
    old = world.fate.old and pc.name == OLD_DESK
    other = pc.in_world(world.time, OLD if old else NEW)
    other.wake(copied(pc.connection))
    return other
