"""A display that nobody touches for a week stays as large as it was."""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from app.showing.hall import Hall
from tests.ui.hall.conftest import Standing
from tests.ui.hall.pretend_sound import PretendLoudspeaker, PretendSpeech
from tests.ui.hall.watcher import Watcher
from ui.frame import errand_thread
from ui.hall.window import HallWindow
from ui.voice import announcer as announcing
from ui.voice.announcer import Announcer

WEEK = 7 * 24 * 60
_OFTEN = 60
"""Minutes after which the program looks for garbage here; it does so each minute in a hall."""


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errand_thread, "POLL", 0.001)
    monkeypatch.setattr(announcing, "BETWEEN", 0.0)


class Heard(PretendLoudspeaker):
    """Forgets what it played."""

    def play(self, pcm: bytes, volume: int = 100) -> None:
        super().play(pcm, volume)
        self.played, self.volumes, self.begun = self.played[-4:], [], []


@contextmanager
def hanging(watcher: Watcher) -> Iterator[HallWindow]:
    window = watcher.hall()
    voice = Announcer(window.door, PretendSpeech(), Heard())
    window.speak(voice)
    watcher.waits(lambda: voice.mine)
    yield window
    voice.stop()


def lives(watcher: Watcher, window: HallWindow, clock: Standing, minutes: int) -> None:
    """Each minute somebody takes a number, is called, comes and leaves."""
    for minute in range(minutes):
        clock.at += timedelta(minutes=1)
        clock.seconds += 60
        watcher.comes()
        counter = str(minute % 2 + 1)
        called = watcher.calls(counter)
        _until(window, called.label, counter)
        watcher.serves(called, counter)
        watcher.ends(called, counter)
        window.tick()
        window.repaint()
        if minute % _OFTEN == 0:
            gc.collect()


def _until(window: HallWindow, label: str, counter: str) -> None:
    """The wall says so."""
    loop = QEventLoop()

    def look(shown: Hall) -> None:
        if shown.calls and (shown.calls[0].label, shown.calls[0].counter) == (label, counter):
            loop.quit()

    window.shown_anew.connect(look)
    QTimer.singleShot(20_000, lambda: loop.exit(1))
    failed = loop.exec()
    window.shown_anew.disconnect(look)
    assert not failed, f"{label} never came"


def own_memory() -> int:
    """Kilobytes in use that belong to this process alone: others that come and go change nothing of
    it, nor does what the allocator keeps spare.
    """
    ctypes.CDLL(None).malloc_trim(0)
    for line in Path("/proc/self/smaps_rollup").read_text("utf-8").splitlines():
        if line.startswith("Anonymous:"):
            return int(line.split()[1])
    raise AssertionError


def grown(watcher: Watcher, clock: Standing, minutes: int, warm: int) -> float:
    """By which share the program is larger after so many minutes than after the first ones."""
    with hanging(watcher) as window:
        lives(watcher, window, clock, warm)
        gc.collect()
        before = own_memory()
        lives(watcher, window, clock, minutes - warm)
        gc.collect()
        return own_memory() / before - 1


def test_a_day_and_its_midnight_leave_the_display_as_large_as_it_was(
    watcher: Watcher, clock: Standing
) -> None:
    clock.at += timedelta(hours=10)  # midnight passes after three hours
    assert grown(watcher, clock, minutes=360, warm=180) <= 0.05


@pytest.mark.soak
def test_a_week_leaves_the_display_as_large_as_it_was(watcher: Watcher, clock: Standing) -> None:
    share = grown(watcher, clock, minutes=WEEK, warm=WEEK // 7)
    print(f"\nafter a week {share:+.2%}")
    assert share <= 0.05
