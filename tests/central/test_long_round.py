"""A long round goes on in a process of its own: it is sent and taken in, calls go past it, and it
outlives neither its window nor its own death.
"""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from queue import Queue
from threading import Event

import pytest
from msgspec.structs import replace

from app.deeds.ticket import issue
from app.ids import new_id
from app.local import day_of
from app.refusal import Refusal
from app.showing.sync import SyncState
from app.sync.calling import Outcome
from app.sync.replica import Asked
from db.central import admin
from tests.central.office import Centre
from tests.central.proxy import CALM, Proxy, Weather
from ui.bootstrap import Desk, SystemClock, open_desk, set_up, sync_thread
from ui.frame import sync_apart
from ui.frame import sync_thread as threads
from ui.frame.sync_apart import Apart
from ui.frame.sync_gently import WITHIN
from ui.frame.sync_thread import SyncThread, Wish
from ui.sample import sample_plan

PATIENCE = 30.0
SOON = 8.0
"""Seconds; a silent centre alone would hold it for longer."""

SHORT = replace(WITHIN, most=20)
"""A sample office alone has more lines than that."""

SLOW = Weather(delay=0.1)
SILENT = Weather(swallow=0, silence=PATIENCE)

HOLDS = """
import sys
from ui.frame.sync_apart import Apart
print(Apart(sys.argv[1:]).pid, flush=True)
sys.stdin.read()
"""
"""A window's process, as far as it matters."""


class Watched(Apart):
    """The very thing; `begun` hears of each."""

    begun: "Queue[Watched]" = Queue()

    def __init__(self, command: tuple[str, ...]) -> None:
        super().__init__(command)
        self.begun.put(self)


class Pc:
    """A counter of a sample office behind a cable, with a thread as a window has it."""

    def __init__(self, folder: Path, cable: Proxy) -> None:
        self.folder, self.cable = folder, cable
        self._states: Queue[SyncState] = Queue()
        self.thread = SyncThread(
            lambda: open_desk(folder, SystemClock()), self._states.put, counter="1", pace=SHORT
        )

    def open(self) -> Desk:
        return open_desk(self.folder, SystemClock())

    def waits(self, holds: Callable[[SyncState], bool]) -> None:
        while not holds(self._states.get(timeout=PATIENCE)):
            pass

    def is_sent(self) -> None:
        self.waits(lambda state: state.centre == "reached" and not state.unsent)
        with closing(self.open()) as desk:
            assert desk.replica.clean()
            assert desk.verify().different == ()


@pytest.fixture
def cable(centre: Centre) -> Iterator[Proxy]:
    with Proxy(centre.server.port) as made:
        yield made


@pytest.fixture
def pc(
    centre: Centre, cable: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Pc]:
    monkeypatch.setattr(threads, "Apart", Watched)
    monkeypatch.setattr(Watched, "begun", Queue())
    clock = SystemClock()
    set_up(tmp_path / "pc", sample_plan(day_of(clock.now())), clock)
    with closing(open_desk(tmp_path / "pc", clock)) as desk:
        node = admin.enrol(
            centre.dsn,
            office=desk.journal.office_id,
            office_name="میز خدمت",
            node=desk.journal.node,
            name="1",
            series="الف",
            hosts=(f"127.0.0.1:{cable.port}",),
        )
        desk.adopt(node)
    made = Pc(tmp_path / "pc", cable)
    yield made
    made.thread.end()
    if made.thread.is_alive():
        made.thread.join(PATIENCE)


def test_what_waits_is_sent_by_another_process(pc: Pc) -> None:
    pc.thread.start()
    apart = Watched.begun.get(timeout=PATIENCE)
    assert apart.pid != os.getpid()
    pc.is_sent()
    assert Watched.begun.empty()


def test_somebody_who_waits_for_a_call_does_not_wait_for_it(pc: Pc) -> None:
    with closing(pc.open()) as desk, desk.journal.work() as work:
        issue(work, "35")
    weathers = iter((CALM, SILENT))
    pc.cable.weather = lambda: next(weathers, CALM)
    pc.thread.start()
    apart = Watched.begun.get(timeout=PATIENCE)
    answers: Queue[tuple[Outcome | Refusal | None, int | None]] = Queue()
    asked = Asked(call=new_id(SystemClock().now()), counter="1", clerk="")
    pc.thread.wish(Wish(asked, lambda outcome: answers.put((outcome, apart.code))))
    outcome, code = answers.get(timeout=PATIENCE)
    assert isinstance(outcome, Outcome)
    assert code is None


def test_it_ends_with_the_thread(pc: Pc) -> None:
    weathers = iter((CALM, SILENT))
    pc.cable.weather = lambda: next(weathers, CALM)
    pc.thread.start()
    apart = Watched.begun.get(timeout=PATIENCE)
    pc.thread.end()
    pc.thread.join(PATIENCE)
    assert apart.code is not None


@pytest.mark.expected_log("a long round died")
def test_where_it_is_killed_the_thread_does_it_itself(pc: Pc) -> None:
    weathers = iter((CALM, SILENT))
    pc.cable.weather = lambda: next(weathers, CALM)
    pc.thread.start()
    apart = Watched.begun.get(timeout=PATIENCE)
    os.kill(apart.pid, signal.SIGKILL)
    pc.is_sent()
    assert Watched.begun.empty()


@pytest.mark.expected_log("a long round died: it hung")
def test_where_it_hangs_the_thread_does_it_itself(pc: Pc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync_apart, "LONGEST", 0.5)
    pc.thread.start()
    os.kill(Watched.begun.get(timeout=PATIENCE).pid, signal.SIGSTOP)
    pc.is_sent()
    assert Watched.begun.empty()


def test_where_none_can_be_begun_the_thread_does_it_itself(
    pc: Pc, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "catching_up", (str(pc.folder / "no such program"),))
    pc.thread.start()
    pc.is_sent()
    assert Watched.begun.empty()


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="the end of a stranger's process")
def test_it_dies_with_a_window_that_is_killed(pc: Pc) -> None:
    reached = Event()

    def silent() -> Weather:
        reached.set()
        return SILENT

    pc.cable.weather = silent
    with closing(pc.open()) as desk:
        command = [sys.executable, "-c", HOLDS, *desk.catching_up]
    window = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert window.stdout is not None
    apart = os.pidfd_open(int(window.stdout.readline()))
    assert reached.wait(PATIENCE)
    window.kill()
    window.communicate()
    assert select.select([apart], [], [], SOON)[0]
    os.close(apart)


def test_a_program_without_a_window_does_it_itself(pc: Pc) -> None:
    with closing(pc.open()) as desk:
        sync_thread(desk).once(desk)
        assert desk.replica.clean()
    assert Watched.begun.empty()
