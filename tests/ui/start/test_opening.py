"""Data whose opening takes long."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.refusal import Refusal
from tests.ui.shell import HandClock
from tests.ui.start.pc import set_up, tries_to_get_behind
from ui import bootstrap
from ui.cli.windows import House
from ui.counter.window import CounterWindow
from ui.hall.window import HallWindow
from ui.shut import OpeningWindow, ShutWindow
from ui.start import Start


class SlowHouse(House):
    """Opens once it is allowed to, or refuses."""

    def __init__(self, folder: Path, clock: HandClock) -> None:
        super().__init__(folder, clock)
        self.free = threading.Event()
        self.refusal: Refusal | None = None

    def open(self) -> bootstrap.Desk:
        """As slow as a store that a newer program puts in its own order."""
        if self.refusal:
            raise self.refusal
        assert self.free.wait(20)
        return super().open()


@pytest.fixture
def slow(tmp_path: Path, own_folders: None) -> SlowHouse:
    set_up(House(tmp_path / "data", HandClock()))
    return SlowHouse(tmp_path / "data", HandClock())


@pytest.fixture
def started_slowly(qapp: QApplication, slow: SlowHouse) -> Iterator[Start]:
    started = Start(qapp, slow, "")
    yield started
    slow.free.set()
    started.end()
    for window in (started.window, *opening_windows(qapp)):
        if window is not None:
            window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_opening_that_takes_long_is_told_until_the_window_comes(
    qtbot: QtBot, qapp: QApplication, slow: SlowHouse, started_slowly: Start
) -> None:
    started_slowly.begin()
    qtbot.waitUntil(lambda: bool(opening_windows(qapp)))
    (opening,) = opening_windows(qapp)
    assert opening.page is not None
    assert "شکیبا" in opening.page.accessibleName()
    assert not opening.page.acts()
    with qtbot.waitSignal(started_slowly.shown):
        slow.free.set()
    assert isinstance(started_slowly.window, CounterWindow)
    assert not opening_windows(qapp)


def test_before_the_public_nobody_gets_behind_it_either(
    qtbot: QtBot, qapp: QApplication, slow: SlowHouse
) -> None:
    started = Start(qapp, slow, "hall:")
    started.begin()
    qtbot.waitUntil(lambda: bool(opening_windows(qapp)))
    (opening,) = opening_windows(qapp)
    assert opening.isFullScreen()
    tries_to_get_behind(opening)
    with qtbot.waitSignal(started.shown):
        slow.free.set()
    assert isinstance(started.window, HallWindow)
    started.end()
    started.window.close()


@pytest.mark.parametrize("closed", [False, True])
def test_trying_again_may_take_long_too(
    qtbot: QtBot, qapp: QApplication, slow: SlowHouse, started_slowly: Start, *, closed: bool
) -> None:
    slow.refusal = Refusal("store_unreadable")
    with qtbot.waitSignal(started_slowly.shown):
        started_slowly.begin()
    assert isinstance(started_slowly.window, ShutWindow)
    slow.refusal = None
    started_slowly.window.press("F5")
    qtbot.waitUntil(lambda: bool(opening_windows(qapp)))
    if closed:
        opening_windows(qapp)[0].close()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.waitSignal(started_slowly.shown):
        slow.free.set()
    assert isinstance(started_slowly.window, CounterWindow)
    assert not opening_windows(qapp)


def opening_windows(application: QApplication) -> list[OpeningWindow]:
    """Those on the screen."""
    every = application.topLevelWidgets()
    return [each for each in every if isinstance(each, OpeningWindow) and each.isVisible()]
