"""Several windows of one PC, and one window twice."""

import os
import subprocess
import sys

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.persian import persian_digits
from tests.ui.shell import ROOT
from tests.ui.start.pc import MINE, Begin, is_taken, set_up, shut_sentence
from ui.cli.windows import House
from ui.counter.window import CounterWindow
from ui.own import Wanted
from ui.shut import ShutWindow


def test_two_windows_share_the_data_of_one_pc(qtbot: QtBot, begin: Begin, house: House) -> None:
    set_up(house, Wanted(sample=True))
    first, second = begin("counter:1").window, begin("counter:2").window
    assert isinstance(first, CounterWindow)
    assert isinstance(second, CounterWindow)
    qtbot.waitUntil(lambda: first.counter.state.loaded and second.counter.state.loaded)


@pytest.mark.parametrize("wish", ["counter:3", "kiosk:ورودی"])
def test_what_is_open_in_another_window_is_not_opened_twice(
    qtbot: QtBot, begin: Begin, house: House, wish: str
) -> None:
    kind, _, name = wish.partition(":")
    set_up(house, replace(MINE, role=kind, name=name))
    first, second = begin(wish), begin(wish)
    assert not isinstance(first.window, ShutWindow)
    assert "باز است" in shut_sentence(second)
    assert persian_digits(name) in shut_sentence(second)
    assert isinstance(second.window, ShutWindow)
    with qtbot.waitSignal(second.shown):
        second.window.press("F5")
    assert "باز است" in shut_sentence(second)
    first.end()
    with qtbot.waitSignal(second.shown):
        second.window.press("F5")
    assert not isinstance(second.window, ShutWindow)


def test_a_counter_stays_taken_while_its_window_is_made_anew(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    started = begin()
    assert isinstance(started.window, CounterWindow)
    taken: list[bool] = []
    again = started._again

    def look_in_between() -> None:
        taken.append(is_taken(house))
        again()
        taken.append(is_taken(house))

    started._again = look_in_between  # type: ignore[method-assign]
    with qtbot.waitSignal(started.shown):
        started.window.press("Shift+F1")
    assert isinstance(started.window, CounterWindow)
    assert [*taken, is_taken(house)] == [True, True, True]
    started.end()
    assert not is_taken(house)


def test_a_killed_window_lets_its_counter_go(begin: Begin, house: House) -> None:
    set_up(house)
    with subprocess.Popen(
        [sys.executable, "-c", _ANOTHER, str(house.folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"CounterWindow\n"
        assert "باجه ۳" in shut_sentence(begin())
        other.kill()
    assert isinstance(begin().window, CounterWindow)


_ANOTHER = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.ui.shell import HandClock
from ui.cli.windows import House
from ui.start import Start

application = QApplication([])
start = Start(application, House(Path(sys.argv[1]), HandClock()), "counter:3")
start.shown.connect(lambda window: print(type(window).__name__, flush=True))
start.begin()
application.exec()
"""
