"""How soon a call stands on the wall of the hall: painted, in another process or on another PC."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from subprocess import Popen
from time import perf_counter, sleep

from app.announcing import Announcement, words
from app.deeds import call, ticket, visit
from app.folds.ticket import Ticket
from app.ids import new_id
from app.local import day_of
from app.sync import calling, pushing
from app.sync.drive import carry
from app.sync.line import Line
from app.sync.replica import Asked
from db.central import admin
from tests.bench.day import own_home
from tests.bench.process import until_painted
from tests.bench.report import Figure, ms, quantile
from tests.central.proxy import Proxy, Weather
from tests.central.server import Server
from ui.bootstrap import Desk, SystemClock, join, open_desk, set_up
from ui.frame.sync_thread import POLL
from ui.own import KEY
from ui.sample import sample_plan
from ui.voice.announcer import PAUSE
from ui.voice.apart import SpeechApart
from ui.voice.sound import chime, seconds

CALLS, POLLED = 150, 60
_HUNG = "tests.bench.hung"
_COUNTER, _SERVICE = "1", "35"
_PAUSE = (0.15, 0.45)
"""Seconds between two calls, by chance, so that they meet the display at any moment."""
_REST = 1.5
"""Until the display speaks with the centre, too."""


def displaying(folder: Path) -> list[Figure]:
    """Between two processes of one store, then between PCs over PostgreSQL, woken and polling."""
    own_home(folder)
    clock = SystemClock()
    set_up(folder / "one", sample_plan(day_of(clock.now())), clock, {KEY: ""})
    with closing(open_desk(folder / "one", clock)) as desk:
        beside = _measured(folder / "one", lambda: _called_here(desk))
        with _centre() as server, closing(_founded(desk, server.dsn())) as line:

            def called() -> tuple[str, float]:
                return _called_there(desk, line)

            _joined(folder / "two", desk, server)
            apart = _measured(folder / "two", called)
            with Proxy(server.port, lambda: Weather(garbles=b"LISTEN")) as between:
                _joined(folder / "three", desk, server, f"127.0.0.1:{between.port}")
                polled = _measured(folder / "three", called, POLLED)
    return [
        _speaking(),
        _figure("call → hall display painted, between processes on one store", beside, 0.3),
        _figure("call → hall display painted, between PCs over PostgreSQL", apart, 0.15),
        _figure(f"the same without LISTEN, asked every {POLL:g} s", polled, POLL + 0.15),
    ]


def _figure(what: str, took: list[float], goal: float) -> Figure:
    slow = quantile(took, 0.99)
    return Figure(
        what=f"{what}, {len(took)} calls, p99",
        measured=ms(slow),
        beside=f"median {ms(quantile(took, 0.5))}",
        ratio="",
        goal=f"≤ {goal * 1000:.0f} ms",
        met=slow <= goal,
    )


def _speaking() -> Figure:
    """From the turn of a call until its first word is at the loudspeaker, chime and all."""
    voice, chance, took = SpeechApart(), Random(6), []
    with closing(voice):
        for _ in range(CALLS):
            said = Announcement(
                key="",
                series="الف",
                number=chance.randrange(1, 10_000),
                counter=str(chance.randrange(1, 100)),
            )
            begun = perf_counter()
            voice.speech(words(said))
            took.append(perf_counter() - begun + seconds(chime()) + PAUSE)
    return _figure(
        "its turn → its first word at the loudspeaker, the very first one too", took, 0.5
    )


def _measured(
    data: Path, called: Callable[[], tuple[str, float]], calls: int = CALLS
) -> list[float]:
    """Seconds from each call to its picture."""
    _, _, hung = until_painted(_HUNG, str(data))
    sleep(_REST)
    chance, took = Random(4), []
    for _ in range(calls):
        sleep(chance.uniform(*_PAUSE))
        label, at = called()
        took.append(_painted(hung, label) - at)
    hung.communicate("")
    return took


def _painted(hung: "Popen[str]", label: str) -> float:
    assert hung.stdout is not None
    while True:
        said, _, at = hung.stdout.readline().rstrip("\n").partition("\t")
        if said == label:
            return float(at)


def _called_here(desk: Desk) -> tuple[str, float]:
    with desk.journal.work() as work:
        ticket.issue(work, _SERVICE)
    with desk.journal.work() as work:
        found = call.call_next(work, _COUNTER)
    at = perf_counter()
    _serve(desk, found)
    return found.label, at


def _called_there(desk: Desk, line: Line) -> tuple[str, float]:
    with desk.journal.work() as work:
        given = ticket.issue(work, _SERVICE)
    carry(pushing.synchronise(desk.replica), line)
    asked = Asked(call=new_id(desk.clock.now()), counter=_COUNTER, clerk="")
    outcome = carry(calling.call(desk.replica, asked), line)
    at = perf_counter()
    assert outcome.ticket == given.id
    _serve(desk, given)
    return given.label, at


def _serve(desk: Desk, found: Ticket) -> None:
    with desk.journal.work() as work:
        call.begin(work, found.id, counter=_COUNTER)
        visit.finish(work, found.id, "guidance", counter=_COUNTER)


@contextmanager
def _centre() -> Iterator[Server]:
    server = Server(fsync="on", shared_buffers="128MB")
    try:
        server.start()
        admin.init(server.dsn())
        yield server
    finally:
        server.remove()


def _founded(desk: Desk, dsn: str) -> Line:
    """The first PC's line; the office has a centre from now on."""
    with desk.journal.look() as look:
        office, node, title = look.office.id, look.node, look.office.described.name
    first = admin.enrol(dsn, office=office, office_name=title, node=node, name=_COUNTER)
    desk.adopt(first)
    line = desk.centre()
    assert line is not None
    with desk.journal.work() as work:
        line.introduce(work.seal_key, 1)
    carry(pushing.synchronise(desk.replica), line)
    return line


def _joined(data: Path, desk: Desk, server: Server, *hosts: str) -> None:
    """The PC of a display joins the office, and finds the centre there."""
    with desk.journal.look() as look:
        office, title = look.office.id, look.office.described.name
    node = new_id(desk.clock.now())
    enrolled = admin.enrol(
        server.dsn(),
        office=office,
        office_name=title,
        node=node,
        name=data.name,
        role="hall",
        hosts=hosts,
    )
    join(data, enrolled, desk.clock, lambda *_: None)
