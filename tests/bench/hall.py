"""A whole office at one centre: kiosks give numbers, counters call, cables are pulled, clocks are
wrong; and how soon a call is seen elsewhere.
"""

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from threading import Event, Thread

from app.deeds import call, ticket, visit
from app.deeds.founding import found_office
from app.deeds.office import give_series, place_node, publish_seal
from app.events import vocabulary
from app.events.ticket import TicketCalled
from app.folds import ticket as tickets
from app.ids import new_id
from app.sync import calling, pushing
from app.sync.drive import carry
from app.sync.pulling import pull
from app.sync.replica import Asked
from db import seal, store
from db.central import admin
from db.central.address import dsn_of
from db.central.client import PgCentre
from db.keys import new_key
from db.replica import StoreReplica
from db.store import Surroundings
from db.work import StoreWork
from tests.bench.office import plan
from tests.bench.report import Figure, ms, quantile
from tests.central.server import Server

COUNTERS, KIOSKS = 16, 8
OFFICE = "0f" * 16
SHOWN = 100
"""Calls whose way to another counter is measured."""

SPLIT = 0.03
"""How often a PC's cable is out, for as long as `AWAY` seconds."""
AWAY = 0.3


class SkewedClock:
    """A PC's clock, up to an hour off."""

    def __init__(self, skew: timedelta) -> None:
        self._skew = skew

    def now(self) -> datetime:
        """What it says."""
        return datetime.now(UTC) + self._skew


class Pc:
    """A PC with a store of its own."""

    def __init__(self, folder: Path, server: Server, name: str, chance: Random) -> None:
        self.name, self.node = name, new_id(datetime.now(UTC))
        self.chance = chance
        self.clock = SkewedClock(timedelta(minutes=chance.randrange(-60, 61)))
        folder = folder / name
        folder.mkdir()
        around = Surroundings(
            clock=self.clock,
            vocabulary=vocabulary(),
            witnesses=folder / "witness",
            machine=name,
            upgrade=_never,
            signer=lambda: seal,
        )
        notes = {"office": OFFICE, "node": self.node}
        self.journal = store.make(folder / "data", new_key(), notes, around)
        self.replica = StoreReplica(self.journal)
        file = admin.enrol(
            server.dsn(), office=OFFICE, office_name="Bench", node=self.node, name=name
        )
        self.centre = PgCentre(dsn_of(file.centre, folder / "none"))

    def round(self) -> None:
        """Sends and reads, unless the cable is out."""
        if self.chance.random() < SPLIT:
            time.sleep(AWAY)
            return
        carry(pushing.synchronise(self.replica), self.centre)

    def close(self) -> None:
        """Lets go of all."""
        self.centre.close()
        self.journal.close()


def hall(folder: Path, count: int = 800) -> list[Figure]:
    """So many tickets through 8 kiosks and 16 counters; then how soon a call is seen."""
    with _office(folder) as (counters, kiosks):
        begun = time.perf_counter()
        with ThreadPoolExecutor(COUNTERS + KIOSKS) as pool:
            issuing = [pool.submit(_issue, pc, count // KIOSKS) for pc in kiosks]
            done = Event()
            serving = [pool.submit(_serve, pc, done) for pc in counters]
            for each in issuing:
                each.result()
            done.set()
            waits = [wait for each in serving for wait in each.result()]
        spent = time.perf_counter() - begun
        for pc in (*kiosks, *counters, *kiosks, *counters):
            carry(pushing.synchronise(pc.replica), pc.centre)
        labels, calls, feeds = _counted(counters[0]), _calls(counters[0]), _feeds(counters, kiosks)
        shown = _shown(counters[0], counters[1], kiosks[0])
    double = sum(times - 1 for times in labels.values())
    twice = sum(times - 1 for times in calls.values())
    return [
        Figure(
            what=f"16 counters, 8 kiosks, {count:,} tickets, splits and merges, clocks ±1 h",
            measured=f"{twice} double calls, {double} double labels",
            beside=f"{len(calls) / spent:,.0f} visits/s; a call p50 {ms(quantile(waits, 0.5))}",
            ratio="all 24 stores equal" if feeds == 1 else f"{feeds} different feeds",
            goal="0, 0",
            met=not double and not twice and feeds == 1 and len(calls) == count,
        ),
        Figure(
            what="call → another counter has it, LISTEN, p99",
            measured=ms(quantile(shown, 0.99)),
            beside=f"median {ms(quantile(shown, 0.5))}",
            ratio="",
            goal="≤ 150 ms",
            met=quantile(shown, 0.99) <= 0.15,
        ),
    ]


@contextmanager
def _office(folder: Path) -> Iterator[tuple[list[Pc], list[Pc]]]:
    chance = Random(1)
    server = Server(fsync="on", shared_buffers="128MB")
    with ExitStack() as stack:
        stack.callback(server.remove)
        server.start()
        admin.init(server.dsn())
        names = [f"counter-{n}" for n in range(1, COUNTERS + 1)]
        names += [f"kiosk-{n}" for n in range(1, KIOSKS + 1)]
        pcs = []
        for name in names:
            pc = Pc(folder, server, name, Random(chance.random()))
            stack.enter_context(closing(pc))
            pcs.append(pc)
            _join(pc, first=len(pcs) == 1)
        yield pcs[:COUNTERS], pcs[COUNTERS:]


def _join(pc: Pc, *, first: bool) -> None:
    with pc.journal.work() as work:
        pc.centre.introduce(work.seal_key, 1)
    if not first:
        carry(pull(pc.replica), pc.centre)
    with pc.journal.work() as work:
        if first:
            found_office(work, OFFICE, plan())
        else:
            _take_place(work, pc)
    carry(pushing.synchronise(pc.replica), pc.centre)


def _take_place(work: StoreWork, pc: Pc) -> None:
    place_node(work, pc.node)
    publish_seal(work)
    if pc.name.startswith("kiosk"):
        give_series(work, pc.node, "BCDEFGHI"[int(pc.name[6:]) - 1])


def _issue(pc: Pc, count: int) -> None:
    for number in range(count):
        with pc.journal.work() as work:
            ticket.issue(work, str(pc.chance.randrange(1, 39)))
        if number % 4 == 3:
            pc.round()
    carry(pushing.synchronise(pc.replica), pc.centre)


def _serve(pc: Pc, done: Event) -> list[float]:
    """Calls until nobody waits and nobody comes any more; seconds of each call."""
    counter = pc.name.removeprefix("counter-")
    waits: list[float] = []
    while True:
        last = done.is_set()
        pc.round()
        asked = Asked(call=new_id(pc.clock.now()), counter=counter, clerk="")
        begun = time.perf_counter()
        outcome = carry(calling.call(pc.replica, asked), pc.centre)
        if outcome.end == "called":
            waits.append(time.perf_counter() - begun)
            with pc.journal.work() as work:
                call.begin(work, outcome.ticket, counter=counter)
                visit.finish(work, outcome.ticket, "guidance", counter=counter)
        elif outcome.end == "nobody" and last:
            carry(pushing.synchronise(pc.replica), pc.centre)
            return waits


def _facts(pc: Pc, kind: str) -> list[tuple[str, bytes]]:
    rows = pc.journal.cursor.execute(
        "SELECT entity, body FROM event WHERE kind = ? AND superseded = 0", (kind,)
    )
    return list(rows)


def _counted(pc: Pc) -> Counter[tuple[str, str]]:
    rows = pc.journal.cursor.execute("SELECT day, label FROM ticket")
    return Counter((day, label) for day, label in rows)


def _calls(pc: Pc) -> Counter[str]:
    return Counter(entity for entity, _ in _facts(pc, TicketCalled.__name__))


def _feeds(*groups: list[Pc]) -> int:
    """How many different copies of the feed there are."""
    return len({pc.replica.place() for group in groups for pc in group})


def _shown(caller: Pc, other: Pc, kiosk: Pc) -> list[float]:
    """Seconds from the grant at one counter to the fold at another that listens."""
    called: dict[str, float] = {}
    seen: dict[str, float] = {}
    stop = Event()

    def listen() -> None:
        while not stop.is_set():
            other.centre.wait(0.5)
            carry(pull(other.replica), other.centre)
            for entity in list(called.keys() - seen.keys()):
                with other.journal.look() as look:
                    state = look.load(tickets.FOLD, entity)
                if state and state.granted:
                    seen[entity] = time.perf_counter()

    for _ in range(SHOWN):
        with kiosk.journal.work() as work:
            ticket.issue(work, "1")
    carry(pushing.synchronise(kiosk.replica), kiosk.centre)
    thread = Thread(target=listen)
    thread.start()
    for _ in range(SHOWN):
        asked = Asked(call=new_id(caller.clock.now()), counter="1", clerk="")
        outcome = carry(calling.call(caller.replica, asked), caller.centre)
        called[outcome.ticket] = time.perf_counter()
        with caller.journal.work() as work:
            call.begin(work, outcome.ticket, counter="1")
            visit.finish(work, outcome.ticket, "guidance", counter="1")
        time.sleep(0.05)
    time.sleep(0.6)
    stop.set()
    thread.join()
    return [max(0.0, seen.get(entity, 1e9) - at) for entity, at in called.items()]


def _never(*_: object) -> None:
    raise AssertionError
