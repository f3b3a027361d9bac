"""A visitor after the other at the kiosk, in the very program: `python -m tests.bench.kiosk_taps
DIR COUNT`.

Says for each number one line that begins with `MARK`: when the finger came down, and when the
number stood on the screen painted, in seconds of the system's clock.
"""

import sys
from collections.abc import Callable
from time import perf_counter, sleep, time

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.__main__ import main as program
from ui.kiosk.pages.home import HomePage
from ui.kiosk.places import Home, Number
from ui.kiosk.window import KioskWindow
from ui.kiosk.wishes import Leave

MARK = "tap"
_SETTLED = 4000
"""Milliseconds until the press has warmed up and the centre was asked in vain."""
_BETWEEN = 0.5
_PATIENCE = 10.0


class Painted(QObject):
    """Whether a widget that has just come up was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.so = False
        watched.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Its children are painted with it, before anything else is done."""
        self.so = self.so or event.type() == QEvent.Type.Paint
        return False


class Visitors(QObject):
    """Waits for the window, then takes so many numbers."""

    def __init__(self, application: QApplication, count: int) -> None:
        super().__init__()
        self._application, self._count = application, count
        self._window: KioskWindow | None = None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Until the window stands there."""
        if event.type() == QEvent.Type.Show and isinstance(watched, KioskWindow):
            self._application.removeEventFilter(self)
            self._window = watched
            QTimer.singleShot(_SETTLED, self.come)
        return False

    def come(self) -> None:
        """One after the other; then says the end."""
        window = self._window
        assert window is not None
        for _ in range(self._count):
            self._take(window)
        window.way_out.opened.emit()

    def _take(self, window: KioskWindow) -> None:
        self._until(lambda: isinstance(window.attendant.place, Home))
        self._rest()
        page = window.screen_shown.page
        assert isinstance(page, HomePage)
        begun = time()
        QTest.mouseClick(page.cards[-1], Qt.MouseButton.LeftButton)
        self._until(lambda: isinstance(window.attendant.place, Number))
        painted = Painted(window.screen_shown)
        self._until(lambda: painted.so)
        print(MARK, begun, time(), flush=True)
        while not isinstance(window.attendant.place, Home):
            self._rest()
            window.attendant.wish(Leave())

    def _rest(self) -> None:
        """Until a touch is meant for the page that is seen."""
        end = perf_counter() + _BETWEEN
        while perf_counter() < end:
            QApplication.processEvents()
            sleep(0.005)

    def _until(self, so: Callable[[], bool]) -> None:
        begun = perf_counter()
        while not so():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            assert perf_counter() - begun < _PATIENCE


def main() -> None:
    """Opens the window as the command line does, and comes to it."""
    visitors = Visitors(QApplication(["bajeh"]), int(sys.argv[2]))
    sys.argv = ["bajeh", "--data", sys.argv[1], "kiosk"]
    program()
    del visitors


if __name__ == "__main__":
    main()
