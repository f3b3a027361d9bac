"""A counter's window under measure: `python -m tests.bench.opened DIR [COUNTER]`.

Says its resident memory once it is painted and filled, then every call that it shows, by the
label, until it is killed or its input ends.
"""

import sys
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.process import resident
from ui.bootstrap import SystemClock
from ui.cli.windows import House
from ui.counter.window import CounterWindow
from ui.start import Start


class Watch(QObject):
    """Speaks of what has come to the screen."""

    asked = Signal(str)

    def __init__(self, start: Start) -> None:
        super().__init__()
        self._filled = False
        self._queue: object = None
        start.shown.connect(self._shown)
        self.asked.connect(self._answer)
        self._window: CounterWindow | None = None

    def listen(self) -> None:
        """Lines of the input are keys of the counter; its end is the end."""
        for line in sys.stdin:
            self.asked.emit(line.strip())
        self.asked.emit("")

    def _shown(self, window: QWidget) -> None:
        assert isinstance(window, CounterWindow)
        self._window = window
        window.counter.changed.connect(self._changed)

    def _changed(self) -> None:
        assert self._window is not None
        state = self._window.counter.state
        if not state.loaded or state.queue == self._queue:
            return
        self._queue = state.queue
        self._window.repaint()
        first = state.queue.rows[0].label if state.queue and state.queue.rows else "-"
        said = first if self._filled else str(resident())
        self._filled = True
        print(said, flush=True)

    def _answer(self, combo: str) -> None:
        assert self._window is not None
        if combo == "memory":
            print(resident(), flush=True)
        elif combo:
            self._window.press(combo)
        else:
            self._window.close()


def main() -> None:
    """Opens the window as the command line does."""
    application = QApplication(["bajeh"])
    counter = sys.argv[2] if len(sys.argv) > 2 else "1"
    start = Start(application, House(Path(sys.argv[1]), SystemClock()), f"counter:{counter}")
    watch = Watch(start)
    start.begin()
    Thread(target=watch.listen, daemon=True).start()
    QTimer.singleShot(60_000, application.quit)
    application.exec()
    start.end()


if __name__ == "__main__":
    main()
