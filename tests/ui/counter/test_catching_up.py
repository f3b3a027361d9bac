"""A counter that was away for a week catches up in the background, and its clerk feels nothing."""

import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.applicant import Applicant
from app.deeds.call import begin, call_chosen
from app.deeds.request import register
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.ports import Work
from app.sync.drive import carry
from app.sync.pushing import synchronise
from tests.bench.office import name, national_code
from tests.ui.centre_here import CentreHere
from tests.ui.counter.conftest import Sits
from tests.ui.counter.seat import Seat
from tests.ui.shell import TITLES, Shell
from ui import bootstrap
from ui.bootstrap import open_desk
from ui.frame import sync_thread

REQUESTS = 1_050
AT_ONCE = 50
STALL = 0.05
"""Seconds in which a window may do nothing else."""

import os
TURN = float(os.environ.get("XTURN","0.001"))
"""As `ui.start` has it."""


@pytest.fixture(autouse=True)
def quick_turns() -> Iterator[None]:
    """Threads take turns as in the program."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    yield
    sys.setswitchinterval(before)


@pytest.fixture
def centre(office: Shell, monkeypatch: pytest.MonkeyPatch) -> CentreHere:
    """The office's own PC has told it everything."""
    with closing(open_desk(office.data, office.clock)) as desk:
        made = CentreHere(desk.journal.office_id, office.clock)
        monkeypatch.setattr(bootstrap, "line_to", made.line_to)
        node = made.node(desk.journal.node, "1", series="الف")
        desk.adopt(node)
        assert carry(synchronise(desk.replica), made.line_to(node, office.data))
    return made


def a_week(folder: Path, office: Shell, centre: CentreHere) -> int:
    """Another counter's week, at the centre; tells how many lines that made."""
    node = centre.node("5" * 32, "2", series="ب")
    bootstrap.join(folder, node, office.clock)
    with closing(open_desk(folder, office.clock)) as desk:
        before = len(centre.model.feed)
        for first in range(0, REQUESTS, AT_ONCE):
            office.clock.at += timedelta(minutes=20)
            with desk.journal.work() as work:
                for number in range(first, first + AT_ONCE):
                    _one_client(work, number)
        assert carry(synchronise(desk.replica), centre.line_to(node, folder))
        return len(centre.model.feed) - before


def _one_client(work: Work, number: int) -> None:
    given = issue(work, "35")
    call_chosen(work, "2", given.label, "آزمون")
    begin(work, given.id)
    asks = Applicant(kind="person", id=national_code(number), name=name(number))
    register(
        work, "35", asks, documents=dict.fromkeys(TITLES, True), counter="2", ticket=given.id
    )
    finish(work, given.id)


class Heart:
    """Beats every two milliseconds where the window's thread lets it."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, perf_counter()
        self._timer = QTimer(interval=2)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def stop(self) -> None:
        self._timer.stop()


def test_a_week_comes_in_while_keys_are_pressed(
    office: Shell, centre: CentreHere, sits: Sits, tmp_path: Path
) -> None:
    lines = a_week(tmp_path / "second", office, centre)
    assert lines >= 5 * REQUESTS
    seat = Seat(sits(), linked=False)
    clerk = seat.clerk
    replica = clerk.desk.replica
    end = len(centre.model.feed)
    clerk.hit("F9", "Esc", "Ctrl+7", "Esc", "Ctrl+8", "Esc")
    heart, took = Heart(), []
    base=Heart()
    for combo in ("F9", "Esc", "Ctrl+7", "Esc", "Ctrl+8", "Esc", "Ctrl+1", "F5", "Esc")*8:
        at = perf_counter()
        clerk.window._pressed = ("", 0.0)
        clerk.press(combo)
        while clerk.window.held.holding:
            QApplication.processEvents()
        QApplication.processEvents()
        took.append(perf_counter() - at)
        clerk.qtbot.wait(10)
    base.stop(); print("BASE", base.longest, max(took)); took=[]
    heart._last = perf_counter(); heart.longest=0
    import threading, collections, traceback
    hits=collections.Counter(); run=[True]; main=threading.main_thread().ident
    def watch():
        import time
        while run[0]:
            time.sleep(0.004)
            if perf_counter()-heart._last>0.03:
                f=sys._current_frames().get(main)
                st=traceback.extract_stack(f)
                ours=[x for x in st if "/work/sync/ui" in x.filename or "/work/sync/tests" in x.filename]
                hits[" < ".join(f"{x.filename.rsplit('/',1)[1]}:{x.lineno}:{x.name}" for x in reversed(ours[-5:]))]+=1
    threading.Thread(target=watch,daemon=True).start()
    began = perf_counter()
    seat.link.start()
    keys = ("F9", "Esc", "Ctrl+7", "Esc", "Ctrl+8", "Esc", "Ctrl+1", "F5", "Esc")
    while replica.place().cursor < end:
        for combo in keys:
            at = perf_counter()
            clerk.window._pressed = ("", 0.0)
            clerk.press(combo)
            while clerk.window.held.holding:
                QApplication.processEvents()
            QApplication.processEvents()
            took.append(perf_counter() - at)
            clerk.qtbot.wait(10)
        assert perf_counter() - began < 60
    drained = perf_counter() - began
    heart.stop()
    print(f"LINES {lines} drained {drained:.2f} stall {heart.longest*1000:.1f} ms keys {len(took)} max {max(took)*1000:.1f}")
    run[0]=False
    for k,v in hits.most_common(25): print('HIT',v,k)
    seat.close()
    assert heart.longest <= STALL


_ = (partial, sync_thread)
