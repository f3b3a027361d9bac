"""A counter that was away for a week: its window, from the moment at which the cable is back."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from subprocess import PIPE, Popen
from time import perf_counter, sleep

import psycopg

from app.applicant import Applicant
from app.deeds.call import begin, call_chosen
from app.deeds.request import register
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.ids import new_id
from app.local import day_of
from app.ports import Work
from app.sync.drive import carry
from app.sync.line import VERSION
from app.sync.rounds import one_round
from app.value import Value
from db.central import admin
from tests.bench.day import own_home
from tests.bench.office import name, national_code
from tests.bench.report import Figure, ms
from tests.central.proxy import Proxy
from tests.central.server import Server
from tests.ui.shell import TITLES
from ui.bootstrap import Desk, SystemClock, join, open_desk, set_up
from ui.sample import sample_plan

REQUESTS, A_DAY, AT_ONCE = 1_050, 150, 50
TRIES = 3
ALONE, LOOK = 3.0, 0.05
"""Seconds: of a window without its centre, between two looks."""

PATIENCE = 120.0
_LAST = "SELECT max(feed) FROM bajeh.line WHERE office = %s"


class Caught(Value, frozen=True, kw_only=True):
    """Seconds: the window's longest stall while it caught up and while it had nothing to; while it
    sent, and took in before that; from the cable to the first line.
    """

    stall: float
    calm: float
    up: float
    down: float
    waited: float


class AgoClock:
    """A week ago, and going on as told."""

    def __init__(self) -> None:
        self.at = SystemClock().now() - timedelta(days=8)

    def now(self) -> datetime:
        """The instant it was set to."""
        return self.at


def week(folder: Path) -> list[Figure]:
    """Each time another office, whose two counters worked apart from each other for a week."""
    own_home(folder)
    server = Server(fsync="on", full_page_writes="on", shared_buffers="128MB")
    try:
        server.start()
        admin.init(server.dsn())
        rests = [_caught(server, folder / f"rest-{each}") for each in range(TRIES)]
        keys = [_caught(server, folder / f"keys-{each}", "keys") for each in range(TRIES)]
    finally:
        server.remove()
    return [
        _stalled("that nobody touches", rests),
        _stalled("that somebody presses keys in", keys),
        _drained("taken in", [each.down for each in keys], keys),
        _drained("sent", [each.up for each in keys], keys),
    ]


def _stalled(whose: str, tries: Sequence[Caught]) -> Figure:
    stall, calm = median(each.stall for each in tries), median(each.calm for each in tries)
    return Figure(
        what=f"longest stall of a window {whose} while a week of {REQUESTS:,} requests comes and"
        f" as many go, middle of {len(tries)}",
        measured=f"{ms(stall)}, worst {ms(max(each.stall for each in tries))}",
        beside=f"with nothing to catch up {ms(calm)}",
        ratio=f"{stall / calm:.1f}",
        goal="≤ 50 ms",
        met=stall <= 0.05,
    )


def _drained(what: str, seconds: Sequence[float], tries: Sequence[Caught]) -> Figure:
    """Keys pressed in the window meanwhile."""
    waited = max(each.waited for each in tries)
    return Figure(
        what=f"that week {what}, keys pressed in the window",
        measured=f"{median(seconds):.1f} s",
        beside=f"from the cable to the first line at most {waited:.1f} s",
        ratio="—",
        goal="< 10 s",
        met=median(seconds) < 10,
    )


def _caught(server: Server, folder: Path, *how: str) -> Caught:
    ours, theirs = folder / "ours", folder / "theirs"
    with closing(Proxy(server.port)) as cable:
        _two_weeks(server, cable, ours, theirs)
        cable.unplug()
        with _window(ours, *how) as window, closing(open_desk(ours, SystemClock())) as desk:
            sleep(ALONE)
            _stall(window)
            up, down, waited = _drains(server, desk, cable)
            stall = _stall(window)
            sleep(ALONE)
            _stall(window)
            sleep(up + down + waited)
            calm = _stall(window)
            assert desk.verify().different == ()
    return Caught(stall=stall, calm=calm, up=up, down=down, waited=waited)


def _drains(server: Server, desk: Desk, cable: Proxy) -> tuple[float, float, float]:
    """How long it sent, how long it took in before, and how long it had waited. Where it stands is
    read while nothing can move.
    """
    with psycopg.connect(server.dsn(), autocommit=True) as connection:
        row = connection.execute(_LAST, (desk.journal.office_id,)).fetchone()
        assert row is not None
    at, last = desk.replica.place().cursor, int(row[0])
    cable.plug()
    plugged = perf_counter()
    began = _when(lambda: desk.replica.place().cursor > at)
    came = _when(lambda: desk.replica.place().cursor >= last)
    sent = _when(desk.replica.clean)
    return sent - came, came - began, began - plugged


def _when(holds: Callable[[], bool]) -> float:
    until = perf_counter() + PATIENCE
    while not holds():
        assert perf_counter() < until
        sleep(LOOK)
    return perf_counter()


# -- two counters that worked apart ----------------------------------------------------------------


def _two_weeks(server: Server, cable: Proxy, ours: Path, theirs: Path) -> None:
    """Ours stands in the store of the counter that was away, theirs at the centre."""
    clock = AgoClock()
    set_up(ours, sample_plan(day_of(clock.now())), clock)
    with closing(open_desk(ours, clock)) as desk:
        office = desk.journal.office_id
        with desk.journal.look() as look:
            series = look.office.series[look.node]
        enrolled = partial(
            admin.enrol, server.dsn(), office=office, office_name="Bench",
            hosts=(f"127.0.0.1:{cable.port}",),
        )  # fmt: skip
        desk.adopt(enrolled(node=desk.journal.node, name="1", series=series))
        _round(desk)
        join(theirs, enrolled(node=new_id(clock.now()), name="2", series="ی"), clock)
        _round(desk)
        began = clock.at
        _work(desk, clock, counter="1", first=0)
    clock.at = began
    with closing(open_desk(theirs, clock)) as desk:
        _round(desk)
        _work(desk, clock, counter="2", first=REQUESTS)
        _round(desk)


def _round(desk: Desk) -> None:
    line = desk.centre()
    assert line is not None
    with closing(line):
        with desk.journal.look() as look:
            line.introduce(look.seal_key, VERSION)
        carry(one_round(desk.replica), line)


def _work(desk: Desk, clock: AgoClock, *, counter: str, first: int) -> None:
    for done in range(0, REQUESTS, AT_ONCE):
        clock.at += timedelta(days=done % A_DAY == 0, minutes=20)
        with desk.journal.work() as work:
            for number in range(first + done, first + done + AT_ONCE):
                _one_client(work, counter, number)


def _one_client(work: Work, counter: str, number: int) -> None:
    given = issue(work, "35")
    call_chosen(work, counter, given.label, "bench")
    begin(work, given.id)
    asks = Applicant(kind="person", id=national_code(number), name=name(number))
    with_all = dict.fromkeys(TITLES, True)
    register(work, "35", asks, documents=with_all, counter=counter, ticket=given.id)
    finish(work, given.id)


# -- the window ------------------------------------------------------------------------------------


@contextmanager
def _window(folder: Path, *how: str) -> "Iterator[Popen[str]]":
    window = Popen(
        [sys.executable, "-m", "tests.bench.back", str(folder), *how],
        stdin=PIPE,
        stdout=PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        assert window.stdout is not None
        assert window.stdout.readline() == "filled\n"
        yield window
    finally:
        window.communicate("")


def _stall(window: "Popen[str]") -> float:
    """The longest since the last time."""
    assert window.stdin is not None
    assert window.stdout is not None
    window.stdin.write("?\n")
    window.stdin.flush()
    return float(window.stdout.readline())
