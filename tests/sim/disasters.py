"""What befalls PCs and centre."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from tests.sim.network import Network
from tests.sim.office import DESKS
from tests.sim.pc import Pc, copied
from tests.sim.people import People
from tests.sim.thief import spoil
from tests.sim.world import Failed, World

NIGHT = 16 * 3_600_000_000
"""Microseconds from one working day to the next."""


class Disasters:
    """Every one has a name in `tests.sim.fate`."""

    def __init__(self, world: World, network: Network, people: People) -> None:
        self._world = world
        self._chance = world.chance
        self._network = network
        self._people = people

    def each(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """All that may happen."""
        yield "crash", self.crash
        yield "restore", self.restore
        yield "failover", self.fail_over
        yield "restart", lambda: self._world.centre.restart(self._world.now)
        yield "resume", self.resume
        yield "rollback", lambda: self.roll_back(witness=True)
        yield "reimage", lambda: self.roll_back(witness=False)
        yield "copy", self.copy
        yield "clock", self.shift_clock
        yield "die", self.die
        yield "admit", self.admit
        yield "away", self.go_away
        yield "poison", self.poison
        yield "odd", lambda: self._people.odd(self._world.anyone())
        yield "full", self.fill_disk
        yield "night", self.pass_the_night

    # -- of a program or a disk -------------------------------------------------------------------

    def crash(self) -> None:
        """A program dies and is started again; its counters show what they showed."""
        pc = self._world.anyone()
        self._world.drop_talks(pc)
        if self._chance.random() < 0.5:
            self._snapshot(pc)
        before = [pc.visit_at(counter) for counter in pc.counters]
        self._world.make_room(pc)
        pc.wake(pc.connection)
        if before != [pc.visit_at(counter) for counter in pc.counters]:
            raise Failed(f"{pc.name} shows other calls after a crash")

    def roll_back(self, *, witness: bool) -> None:
        """An old copy of a data folder is put back; re-imaged, the witness is as old."""
        world, pc = self._world, self._world.anyone()
        disk, said = world.old_disks[pc.name]
        before = pc.contents()
        world.drop_talks(pc)
        if not witness:
            pc.witness = said.copy()
            world.copied_nodes.add(pc.node)
        world.make_room(pc)
        pc.wake(copied(disk))
        world.shown[pc.name].clear()
        world.forgotten(before - pc.contents())

    def copy(self) -> None:
        """A PC is cloned, and both go on."""
        world, pc = self._world, self._world.anyone()
        if len(world.pcs) > len(DESKS) + 1:
            return
        twin = pc.twin(f"{pc.name}'{len(world.pcs)}", same_machine=self._chance.random() < 0.5)
        world.copied_nodes.add(pc.node)
        world.pcs.append(twin)
        self._snapshot(twin)

    def fill_disk(self) -> None:
        """There is hardly any room for a while, in the middle of whatever comes."""
        pc = self._world.anyone()
        pc.fill(self._chance.choice((0, 0, 1, 2)))
        self._world.full_until[pc.name] = (
            self._world.now + self._chance.randrange(1, 15) * 1_000_000
        )

    def _snapshot(self, pc: Pc) -> None:
        """A copy of its disk is kept, for somebody to put back one day."""
        self._world.old_disks[pc.name] = (copied(pc.connection), pc.witness.copy())

    # -- of a machine -----------------------------------------------------------------------------

    def shift_clock(self) -> None:
        """Somebody sets the clock of a PC."""
        pc = self._world.anyone()
        pc.skew = timedelta(minutes=self._chance.choice((-60, -5, 0, 0, 5, 60, 20 * 60)))

    def die(self) -> None:
        """A PC never comes back."""
        world, pc = self._world, self._world.anyone()
        if len(world.living()) > 3:
            pc.alive = False
            world.drop_talks(pc)
            world.forgotten(pc.contents())

    def admit(self) -> None:
        """The outbox of a dead PC is brought to the centre, as far as the centre can take it."""
        world = self._world
        dead = [pc for pc in world.pcs if not pc.alive]
        if not dead:
            return
        outbox = self._chance.choice(dead).replica.outbox()
        if not any(line.recorded.content in world.poison for line in outbox):
            world.centre.admit(outbox, world.now)
        world.gone -= {fed.line.recorded.content for fed in world.centre.feed}

    def go_away(self) -> None:
        """The cable of a PC is out for a while."""
        until = self._world.now + self._chance.randrange(5, 120) * 1_000_000
        self._world.away_until[self._world.anyone().name] = until

    def poison(self) -> None:
        """The centre will never take the next event of a PC."""
        givers = [pc for pc in self._world.living() if pc.series] or self._world.living()
        self._people.poisoned(self._chance.choice(givers))

    def pass_the_night(self) -> None:
        """Everybody goes home, everything stays on; no answer is waited for until the morning."""
        self._world.talks.clear()
        self._world.time.now += NIGHT

    # -- of the centre ----------------------------------------------------------------------------

    def restore(self) -> None:
        """It comes back from a backup."""
        length = len(self._world.centre.feed)
        self._cut(self._chance.randrange(length // 2, length + 1))

    def fail_over(self) -> None:
        """The last few commits did not reach the other server."""
        self._cut(max(0, len(self._world.centre.feed) - self._chance.randrange(4)))

    def resume(self) -> None:
        """The supervisor will not wait any longer."""
        if self._world.centre.is_paused(self._world.now):
            self._world.centre.resume()
            self._world.hurried_at = self._world.now

    def _cut(self, length: int) -> None:
        world = self._world
        world.restored_at = world.now
        before = list(world.centre.feed)
        world.centre.restore(length, world.now)
        world.forgotten({fed.line.recorded.content for fed in before})
        if self._chance.random() * 100 < world.fate["thief"]:
            spoil(world, before[len(world.centre.feed) :])
