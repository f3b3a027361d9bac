"""A counter's window under measure: `python -m tests.bench.opened DIR [COUNTER]`, the very program
with something that watches it.

Says its resident memory once it is painted and filled, then at every change of the queue the label
of whoever is next. Lines of its input are keys; `memory` asks for the memory; their end is the end.
"""

import sys
from threading import Thread

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from tests.bench.process import resident
from ui.__main__ import main as program
from ui.counter.window import CounterWindow


class Watch(QObject):
    """Speaks of what has come to the screen."""

    asked = Signal(str)

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self._window: CounterWindow | None = None
        self._filled = False
        self._queue: object = None
        self.asked.connect(self._answer)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Waits for the window, then looks no more."""
        if event.type() == QEvent.Type.Show and isinstance(watched, CounterWindow):
            self._application.removeEventFilter(self)
            self._window = watched
            watched.counter.changed.connect(self._changed)
            QTimer.singleShot(0, self._changed)
        return False

    def listen(self) -> None:
        """Runs beside the window."""
        for line in sys.stdin:
            self.asked.emit(line.strip())
        self.asked.emit("")

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
        if self._window is None:
            return
        if combo == "memory":
            print(resident(), flush=True)
        elif combo:
            self._window.press(combo)
        else:
            self._window.close()


def main() -> None:
    """Opens the window as the command line does."""
    watch = Watch(QApplication(["bajeh"]))
    Thread(target=watch.listen, daemon=True).start()
    counter = sys.argv[2] if len(sys.argv) > 2 else "1"
    sys.argv = ["bajeh", "--data", sys.argv[1], "counter", "--number", counter]
    program()


if __name__ == "__main__":
    main()
