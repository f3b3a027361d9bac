"""A counter's window that the centre comes back to: `python -m tests.bench.back DIR [keys]`, the
very program with something that listens to its heart.

Says a line once it is painted and filled. For every line of its input it says the longest time,
in seconds, in which the window did nothing else since the line before; their end is the end. With
`keys` somebody presses keys all the time.
"""

import sys
from itertools import cycle
from threading import Thread
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.__main__ import main as program
from ui.counter.window import CounterWindow

BEAT, HAND = 5, 150
"""Milliseconds: between two beats, and between two keys."""

KEYS = ("F9", "Esc", "Ctrl+7", "Esc", "Ctrl+8", "Esc", "Ctrl+1", "F5", "Esc")
"""Pages, lists and a question, there and back."""


class Heart(QObject):
    """Beats where the window's thread lets it."""

    asked = Signal(str)

    def __init__(self, application: QApplication, *, pressed: bool) -> None:
        super().__init__()
        self._pressed = pressed
        self._application = application
        self._window: CounterWindow | None = None
        self._last, self._longest = 0.0, 0.0
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._keys = cycle(KEYS)
        self._hand = QTimer(self, interval=HAND)
        self._hand.timeout.connect(self._press)
        self.asked.connect(self._answer)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Waits for the window, then looks no more."""
        if event.type() == QEvent.Type.Show and isinstance(watched, CounterWindow):
            self._application.removeEventFilter(self)
            self._window = watched
            watched.counter.changed.connect(self._filled)
            QTimer.singleShot(0, self._filled)
        return False

    def listen(self) -> None:
        """Runs beside the window."""
        for line in sys.stdin:
            self.asked.emit(line.strip())
        self.asked.emit("")

    def _filled(self) -> None:
        assert self._window is not None
        if self._window.counter.state.loaded and not self._timer.isActive():
            self._last = perf_counter()
            self._timer.start()
            if self._pressed:
                self._hand.start()
            print("filled", flush=True)

    def _beat(self) -> None:
        now = perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now

    def _press(self) -> None:
        assert self._window is not None
        self._window.press(next(self._keys))

    def _answer(self, line: str) -> None:
        if line:
            print(self._longest, flush=True)
            self._longest = 0.0
        elif self._window is not None:
            self._hand.stop()
            self._window.close()


def main() -> None:
    """Opens the window as the command line does."""
    heart = Heart(QApplication(["bajeh"]), pressed="keys" in sys.argv)
    Thread(target=heart.listen, daemon=True).start()
    sys.argv = ["bajeh", "--data", sys.argv[1], "counter", "--number", "1"]
    program()


if __name__ == "__main__":
    main()
