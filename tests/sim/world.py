"""A simulated office: PCs with real stores, a modelled centre, a network and a fate that hates them.

One seed is one schedule: chance, time and the order of everything come from it alone.
"""

import secrets
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from functools import cache
from random import Random
from typing import Any
from unittest import mock

from app.deeds import call, ticket, visit
from app.deeds.founding import Plan, PlannedCounter, found_office
from app.deeds.office import give_series, place_node, publish_seal
from app.event import Recorded
from app.events.office import OfficeDescribed
from app.folds import ticket as tickets
from app.ids import new_id
from app.refusal import Refusal
from app.sub_service import SubService
from app.sync import calling, pushing
from app.sync.replica import Asked
from app.sync.talk import Rejected, Talk, Unreachable
from app.sync.wire import Answered, Push, Reply, Request
from db.work import StoreWork
from tests.sim.centre import ModelCentre
from tests.sim.pc import Pc, copied

MORNING = 1_795_235_400_000_000
"""Microseconds: Saturday 1405/08/30, eight o'clock in Tehran."""

OFFICE = "0f" * 16
PLAN = Plan(
    described=OfficeDescribed(agency="اداره کل", name="میز خدمت آزمون"),
    series="الف",
    hours={day: (time(7, 30), time(14, 30)) for day in range(7)},
    closures={},
    since=date(2026, 3, 21),
    counters=tuple(PlannedCounter(number=str(n)) for n in range(1, 4)),
    catalogue=(
        SubService(code="1", title="صدور مجوز"),
        SubService(code="2", title="راهنمایی", mode=1),
    ),
)
PCS = (
    ("office", ("1",), "الف"),
    ("kiosk", (), "ب"),
    ("two", ("2",), ""),
    ("three", ("3",), "پ"),
    ("hall", (), ""),
)


class Failed(AssertionError):
    """An invariant does not hold."""


class Conversation:
    """One talk of a PC with the centre, and what it waits for."""

    def __init__(self, pc: Pc, talk: Talk[Any], counter: str = "") -> None:
        self.pc = pc
        self.counter = counter
        self._talk = talk
        self.wish: Request | None = None
        self.answer: Reply | None = None
        self.result: Any = None
        self.ended = False
        self.go_on(None)

    def go_on(self, sent: Reply | Exception | None) -> None:
        """Is given an answer, or the news that there is none."""
        self.answer = None
        try:
            if isinstance(sent, Exception):
                self.wish = self._talk.throw(sent)
            else:
                self.wish = self._talk.send(sent)  # type: ignore[arg-type] None starts it
        except StopIteration as end:
            self.result, self.wish, self.ended = end.value, None, True
        except (Unreachable, Refusal) as ended:
            self.result = ended
            self.wish, self.ended = None, True


class Fate:
    """How often what happens, of a hundred; a kind of world in which a seed plays."""

    def __init__(self, **odds: float) -> None:
        self.odds = odds

    def __getitem__(self, name: str) -> float:
        return self.odds.get(name, 0)


FATES = (
    Fate(lose=5, mute=5),
    Fate(lose=3, mute=8, twice=8, crash=2),
    Fate(lose=2, mute=4, restore=1.2, crash=1),
    Fate(lose=2, mute=4, failover=2, restart=0.5, crash=0.5),
    Fate(lose=2, mute=4, rollback=1, crash=1, full=1),
    Fate(lose=2, mute=3, reimage=1, restore=0.5),
    Fate(lose=2, mute=3, copy=0.6, crash=0.5, clock=2),
    Fate(lose=6, mute=6, twice=6, crash=1, restore=0.7, rollback=0.5, copy=0.2, clock=2, odd=1,
         full=0.5, die=0.2, away=1),
)  # fmt: skip


class World:
    """Everything there is."""

    def __init__(self, seed: int, *, centre: type[ModelCentre] = ModelCentre) -> None:
        self.seed = seed
        self.chance = Random(seed)
        self.fate = FATES[seed % len(FATES)]
        self.now = MORNING
        self.centre = centre(OFFICE)
        self.pcs: list[Pc] = []
        self.talks: list[Conversation] = []
        self.late: list[tuple[str, Request]] = []
        self.made: dict[bytes, Recorded] = {}
        self.gone: set[bytes] = set()
        self.copied_nodes: set[str] = set()
        self.old_disks: dict[str, tuple[Any, Any]] = {}
        self.poison: set[bytes] = set()
        self.restored_at = 0
        self.away_until: dict[str, int] = {}
        self.shown: dict[str, dict[str, set[bytes]]] = defaultdict(dict)
        """What each disk has shown of its own work."""

    # -- the beginning ------------------------------------------------------------------------------

    def begin(self) -> None:
        """All PCs enrolled, equal and quiet."""
        for name, counters, series in PCS:
            pc = Pc(name, name.encode().hex().ljust(32, "0"), counters, series)
            pc.world_now = self.now
            self.pcs.append(pc)
            pc.found(OFFICE)
            if name == "office":
                pc.do(lambda work: found_office(work, OFFICE, PLAN))
            self.run(pc, pushing.synchronise(pc.replica))
            if name != "office":
                pc.do(lambda work, pc=pc: _enrol(work, pc))  # type: ignore[misc]
            self.run(pc, pushing.synchronise(pc.replica))
        self.settle()
        for pc in self.pcs:
            self.snapshot(pc)

    def run(self, pc: Pc, talk: Talk[Any]) -> Any:
        """A talk from end to end on a good line."""
        conversation = Conversation(pc, talk)
        while conversation.wish:
            conversation.go_on(self._asked(conversation))
        return conversation.result

    def _asked(self, conversation: Conversation) -> Reply | Exception:
        assert conversation.wish is not None
        try:
            return self.ask(conversation.pc.node, conversation.wish)
        except Rejected as rejected:
            return rejected

    def ask(self, node: str, request: Request) -> Reply:
        """The centre's answer, looked at by whoever guards the rule of one call."""
        if isinstance(request, Push) and any(
            line.recorded.content in self.poison for line in request.lines
        ):
            raise Rejected("22P02")
        before = len(self.centre.feed)
        reply = self.centre.answer(node, request, self.now)
        if isinstance(reply, Answered) and len(self.centre.feed) > before:
            self._granted(reply.ticket)
        return reply

    def _granted(self, entity: str) -> None:
        """A call was granted just now: nobody else may hold this client."""
        *past, mine = [f for f in self.centre.feed if f.line.recorded.entity == entity]
        facts = [(f.line.recorded, _read(f.line.recorded)) for f in past]
        state = tickets.FOLD(_once(facts))
        if state is None or state.state not in ("waiting", "held"):
            raise Failed(f"{state and state.label} is called while it is {state and state.state}")
        known = {f.line.recorded.id for f in past}
        for pc in self.pcs:
            presence = self.centre.presence.get(pc.node)
            if not pc.alive or presence is None or presence.seen <= self.restored_at:
                continue
            if self.now - presence.seen > 20_000_000 or pc.node in self.copied_nodes:
                continue
            seen = pc.do(lambda work: work.load(tickets.FOLD, entity))
            fed = _fed_calls(pc, entity)
            lost = [c for c in seen.calls if c.id in fed and c.id not in known] if seen else []
            if lost and mine.line.recorded.id not in {c.id for c in lost}:
                raise Failed(f"{seen and seen.label} is called twice: {pc.name} saw the first")

    # -- a step -------------------------------------------------------------------------------------

    def step(self) -> None:
        """Something happens."""
        self.now += self.chance.randrange(50_000, 2_000_000)
        for pc in self.pcs:
            pc.world_now = self.now
        roll = self.chance.random() * 100
        for name, act in self._fates():
            roll -= self.fate[name]
            if roll < 0:
                act()
                return
        what = self.chance.random()
        if self.talks and what < 0.5:
            self.carry(self.chance.choice(self.talks))
        elif what < 0.62:
            self.start(self.chance.choice(self.living()))
        elif self.late and what < 0.66:
            self.arrive_late()
        else:
            self.deed(self.chance.choice(self.living()))

    def _fates(self) -> Iterator[tuple[str, Any]]:
        yield "crash", self.crash
        yield "restore", self.restore
        yield "failover", self.fail_over
        yield "restart", lambda: self.centre.restart(self.now)
        yield "rollback", lambda: self.roll_back(witness=True)
        yield "reimage", lambda: self.roll_back(witness=False)
        yield "copy", self.copy
        yield "clock", self.shift_clock
        yield "die", self.die
        yield "away", self.go_away
        yield "odd", self.odd_body
        yield "full", self.fill_disk

    def living(self) -> list[Pc]:
        """PCs that are on."""
        return [pc for pc in self.pcs if pc.alive]

    def start(self, pc: Pc) -> None:
        """A round, or a call, where none goes on."""
        if self.away_until.get(pc.name, 0) > self.now:
            return
        busy = {talk.counter for talk in self.talks if talk.pc is pc}
        counter = self.chance.choice(["", *pc.counters])
        if counter in busy:
            return
        if not counter:
            self.talks.append(Conversation(pc, pushing.synchronise(pc.replica)))
            return
        if pc.do(lambda work: work.visit_at(counter)):
            return
        open_calls = pc.replica.asked(counter)
        if open_calls:
            talk = calling.settle(pc.replica, counter)
        else:
            asked = Asked(call=new_id(pc.now()), counter=counter, clerk="")
            talk = calling.call(pc.replica, asked)
        conversation = Conversation(pc, talk, counter)
        if not conversation.ended:
            self.talks.append(conversation)

    def carry(self, talk: Conversation) -> None:
        """One message goes one way; or is lost, doubled, or its answer is."""
        roll = self.chance.random() * 100
        if talk.answer is not None:
            if roll < self.fate["mute"]:
                talk.go_on(Unreachable())
            else:
                talk.go_on(talk.answer)
        elif talk.wish is not None:
            self._to_centre(talk, roll)
        if talk.ended:
            self.talks.remove(talk)
            self._ended(talk)

    def _to_centre(self, talk: Conversation, roll: float) -> None:
        assert talk.wish is not None
        if roll < self.fate["lose"] or self.away_until.get(talk.pc.name, 0) > self.now:
            if self.chance.random() < 0.5:
                self.late.append((talk.pc.node, talk.wish))
            talk.go_on(Unreachable())
            return
        if self.chance.random() * 100 < self.fate["twice"]:
            self.late.append((talk.pc.node, talk.wish))
        reply = self._asked(talk)
        if isinstance(reply, Exception):
            talk.go_on(reply)
        else:
            talk.answer = reply

    def _ended(self, talk: Conversation) -> None:
        found = talk.result
        if isinstance(found, calling.Outcome) and found.end == "called":
            at = talk.pc.do(lambda work: work.visit_at(talk.counter))
            if at is None:
                raise Failed(f"counter {talk.counter} does not show the call that it was granted")

    def arrive_late(self) -> None:
        """A copy of a request comes to the centre long after."""
        index = self.chance.randrange(len(self.late))
        node, request = self.late.pop(index)
        try:
            self.ask(node, request)
        except Rejected:
            return

    # -- deeds --------------------------------------------------------------------------------------

    def deed(self, pc: Pc) -> None:
        """Something a person does."""
        acts = [act for act in self._acts(pc) if act]
        if acts:
            self.commit(pc, self.chance.choice(acts))

    def commit(self, pc: Pc, act: Any) -> None:
        """Its events are on the disk, or a rule forbade it."""
        try:
            with pc.journal.work() as work:
                act(work)
                appended = [recorded for recorded, _ in work.appended]
        except Refusal:
            return
        for recorded in appended:
            self.made[recorded.content] = recorded

    def _acts(self, pc: Pc) -> Iterator[Any]:
        if pc.series:
            code = self.chance.choice("12")
            yield lambda work: ticket.issue(work, code)
            yield lambda work: ticket.issue(work, code)
        for counter in pc.counters:
            entity = pc.do(lambda work, counter=counter: work.visit_at(counter))  # type: ignore[misc]
            if entity:
                yield from self._serve(entity, counter)
            elif self.chance.random() < 0.15:
                label = self._somebody(pc)
                if label:
                    yield lambda work: call.call_chosen(work, counter, label, "کاغذی")

    def _serve(self, entity: str, counter: str) -> Iterator[Any]:
        yield lambda work: call.begin(work, entity, counter=counter)
        yield lambda work: visit.finish(work, entity, "guidance", counter=counter)
        yield lambda work: visit.finish(work, entity, "guidance", counter=counter)
        yield lambda work: call.no_show(work, entity, counter=counter)
        yield lambda work: visit.return_to_queue(work, entity)
        yield lambda work: visit.hold(work, entity, 1)
        yield lambda work: visit.transfer(work, entity, service="2")

    def _somebody(self, pc: Pc) -> str:
        rows = pc.connection.execute(
            "SELECT label FROM ticket WHERE state = 'waiting' ORDER BY id LIMIT 20"
        ).fetchall()
        return str(self.chance.choice(rows)[0]) if rows else ""

    # -- disasters ----------------------------------------------------------------------------------

    def crash(self) -> None:
        """A program dies and is started again."""
        self.reboot(self.chance.choice(self.living()))

    def reboot(self, pc: Pc) -> None:
        """All that it had in memory is gone."""
        self.talks = [talk for talk in self.talks if talk.pc is not pc]
        if self.chance.random() < 0.5:
            self.snapshot(pc)
        pc.wake(pc.connection)

    def snapshot(self, pc: Pc) -> None:
        """A copy of its disk is kept, for somebody to put back one day."""
        self.old_disks[pc.name] = (copied(pc.connection), pc.witness.copy())

    def restore(self) -> None:
        """The centre comes back from a backup."""
        length = self.chance.randrange(len(self.centre.feed) // 2, len(self.centre.feed) + 1)
        self._cut(length)

    def fail_over(self) -> None:
        """The last few commits did not reach the other server."""
        self._cut(max(0, len(self.centre.feed) - self.chance.randrange(4)))

    def _cut(self, length: int) -> None:
        self.restored_at = self.now
        before = {fed.line.recorded.content for fed in self.centre.feed}
        self.centre.restore(length, self.now)
        self._forgotten(before)

    def roll_back(self, *, witness: bool) -> None:
        """An old copy of a data folder is put back; re-imaged, the witness is as old."""
        pc = self.chance.choice(self.living())
        disk, said = self.old_disks[pc.name]
        before = _contents(pc)
        self.talks = [talk for talk in self.talks if talk.pc is not pc]
        if not witness:
            pc.witness = said.copy()
            self.copied_nodes.add(pc.node)
        pc.wake(copied(disk))
        self.shown[pc.name].clear()
        self._forgotten(before - _contents(pc))

    def _forgotten(self, contents: set[bytes]) -> None:
        elsewhere = {fed.line.recorded.content for fed in self.centre.feed}
        elsewhere.update(*(_contents(pc) for pc in self.living()))
        self.gone |= contents - elsewhere

    def copy(self) -> None:
        """A PC is cloned, and both go on."""
        pc = self.chance.choice(self.living())
        if len(self.pcs) > len(PCS) + 1:
            return
        twin = Pc(f"{pc.name}'", pc.node, pc.counters, pc.series)
        twin.world_now = self.now
        if self.chance.random() < 0.5:
            twin.witness = pc.witness.copy()
            twin.name = twin.witness.machine
        twin.wake(copied(pc.connection))
        twin.name = f"{pc.name}'"
        self.copied_nodes.add(pc.node)
        self.pcs.append(twin)
        self.snapshot(twin)

    def shift_clock(self) -> None:
        """Somebody sets the clock of a PC."""
        pc = self.chance.choice(self.living())
        pc.skew = timedelta(minutes=self.chance.choice((-60, -5, 0, 0, 5, 60)))

    def die(self) -> None:
        """A PC never comes back."""
        pc = self.chance.choice(self.living())
        if len(self.living()) > 3:
            pc.alive = False
            self.talks = [talk for talk in self.talks if talk.pc is not pc]
            self._forgotten(_contents(pc))

    def go_away(self) -> None:
        """The cable of a PC is out for a while."""
        pc = self.chance.choice(self.living())
        self.away_until[pc.name] = self.now + self.chance.randrange(5, 120) * 1_000_000

    def odd_body(self) -> None:
        """The centre will never take the next event of a PC."""
        pc = self.chance.choice([pc for pc in self.living() if pc.series] or self.living())
        before = len(self.made)
        self.deed(pc)
        for content in list(self.made)[before:]:
            self.poison.add(content)
            self.gone.add(content)

    def fill_disk(self) -> None:
        """No room for a moment."""
        pc = self.chance.choice(self.living())
        pages = pc.connection.execute("PRAGMA page_count").fetchone()[0]
        pc.connection.execute(f"PRAGMA max_page_count = {pages}")
        try:
            for _ in range(3):
                self.deed(pc)
            for talk in [talk for talk in self.talks if talk.pc is pc]:
                self.carry(talk)
        finally:
            pc.connection.execute("PRAGMA max_page_count = 1073741823")

    # -- the end ------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Good weather, until nothing moves; whoever still has something to send then is stuck."""
        self.talks.clear()
        for _ in range(12):
            for pc in self.living():
                self.now += 3_000_000
                for each in self.pcs:
                    each.world_now = self.now
                self.run(pc, pushing.synchronise(pc.replica))
                for counter in pc.counters:
                    self.run(pc, calling.settle(pc.replica, counter))
            if self._quiet():
                return
        raise Failed("it never comes to rest")

    def _quiet(self) -> bool:
        last = len(self.centre.feed)
        return not self.centre._is_paused(self.now) and all(
            pc.replica.clean()
            and pc.replica.place().cursor == last
            and not any(pc.replica.asked(counter) for counter in pc.counters)
            for pc in self.living()
        )


def _enrol(work: StoreWork, pc: Pc) -> None:
    place_node(work, pc.node)
    publish_seal(work)
    if pc.series:
        give_series(work, pc.node, pc.series)


def _contents(pc: Pc) -> set[bytes]:
    return {row[0] for row in pc.connection.execute("SELECT content FROM event")}


def _fed_calls(pc: Pc, entity: str) -> set[str]:
    rows = pc.connection.execute(
        "SELECT id FROM event WHERE entity = ? AND kind = 'TicketCalled' AND node = office"
        " AND (feed IS NOT NULL OR lost IS NOT NULL)",
        (entity,),
    )
    return {row[0] for row in rows}


@cache
def _vocabulary() -> Any:
    from tests.sim.pc import VOCABULARY

    return VOCABULARY


def _read(recorded: Recorded) -> Any:
    return _vocabulary().read(recorded)


def _once(facts: list[Any]) -> list[Any]:
    seen: set[bytes] = set()
    return [f for f in facts if not (f[0].content in seen or seen.add(f[0].content))]


@contextmanager
def seeded(chance: Random) -> Iterator[None]:
    """What is random in the program comes from here meanwhile."""
    with (
        mock.patch.object(secrets, "randbits", chance.getrandbits),
        mock.patch.object(secrets, "randbelow", chance.randrange),
        mock.patch.object(secrets, "token_hex", lambda n: f"{chance.getrandbits(8 * n):0{2 * n}x}"),
    ):
        yield
