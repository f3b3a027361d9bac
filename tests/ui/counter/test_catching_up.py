"""A counter that was away for a week catches up in the background, and its clerk feels nothing."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median
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
from tests.ui.counter.clerk import Clerk
from tests.ui.counter.conftest import Sits
from tests.ui.counter.seat import Seat
from tests.ui.shell import TITLES, Shell
from ui import bootstrap
from ui.bootstrap import lines, open_desk

REQUESTS = 1_050
A_DAY, AT_ONCE = 200, 50
STALL = 0.05
"""Seconds in which a window may do nothing else; more only where other programs have the PC, and
keys take longer anyway.
"""

DRAINED = 60.0
"""Seconds; on a quiet machine it is a tenth."""

KEYS = ("F9", "Esc", "Ctrl+7", "Esc", "Ctrl+8", "Esc", "Ctrl+1", "F5", "Esc")

TURN = 0.001
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
        monkeypatch.setattr(lines, "line_to", made.line_to)
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
            office.clock.at += timedelta(days=first % A_DAY == 0, minutes=20)
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
    register(work, "35", asks, documents=dict.fromkeys(TITLES, True), counter="2", ticket=given.id)
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


class Hands:
    """Presses keys as a person does, each with all that it brings to the screen."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk

    def press(self) -> None:
        """Pages, lists and a question, there and back."""
        window = self._clerk.window
        for combo in KEYS:
            window._pressed = ("", 0.0)
            self._clerk.press(combo)
            while window.held.holding:
                QApplication.processEvents()
            self._clerk.qtbot.wait(10)

    def stall(self, goes_on: Callable[[], bool]) -> float:
        """The longest time in which the window did nothing else, in the middle one of all rounds:
        what other programs do to the PC now and then is not the window's.
        """
        longest: list[float] = []
        while goes_on():
            heart = Heart()
            self.press()
            heart.stop()
            longest.append(heart.longest)
        return median(longest)


def test_a_week_comes_in_while_keys_are_pressed(
    office: Shell, centre: CentreHere, sits: Sits, tmp_path: Path
) -> None:
    lines = a_week(tmp_path / "second", office, centre)
    assert lines >= 5 * REQUESTS
    seat = Seat(sits(), linked=False)
    replica, hands = seat.clerk.desk.replica, Hands(seat.clerk)
    hands.press()  # pages are made when they are first wanted
    turns = iter(range(5))
    calm = hands.stall(lambda: next(turns, None) is not None)
    began = perf_counter()
    seat.link.start()
    stall = hands.stall(lambda: replica.place().cursor < len(centre.model.feed))
    drained = perf_counter() - began
    seat.waits_for("reached")
    assert seat.clerk.desk.verify().different == ()
    seat.close()
    assert drained < DRAINED
    assert stall <= max(STALL, 4 * calm), f"{stall:.3f} s, without it {calm:.3f} s"
