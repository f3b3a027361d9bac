"""The hall's display under measure: `python -m tests.bench.hung DIR`, the very program with
something that watches it.

Says its resident memory once it is painted, then each newest call with the instant at which it was
painted: label, tab, seconds of the system's own clock. A line `memory` of its input asks for the
memory; their end is the end.
"""

import sys
from threading import Thread
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

from app.showing.hall import Hall
from tests.bench.process import resident
from ui.__main__ import main as program
from ui.hall.window import HallWindow


class Watch(QObject):
    """Speaks of what has come to the screen."""

    asked = Signal(str)

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self._window: HallWindow | None = None
        self._known: str | None = None
        self.asked.connect(self._answer)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Waits for the window, then looks no more."""
        if event.type() == QEvent.Type.Show and isinstance(watched, HallWindow):
            self._application.removeEventFilter(self)
            self._window = watched
            watched.shown_anew.connect(self._shown)
        return False

    def listen(self) -> None:
        """Runs beside the window."""
        for line in sys.stdin:
            self.asked.emit(line.strip())
        self.asked.emit("")

    def _shown(self, shown: Hall) -> None:
        assert self._window is not None
        newest = shown.calls[0] if shown.calls else None
        key = newest.key if newest else ""
        if self._known is None:
            self._window.repaint()
            print(resident(), flush=True)
        elif key != self._known and newest is not None:
            self._window.newest.repaint()
            print(f"{newest.label}\t{perf_counter()}", flush=True)
        self._known = key

    def _answer(self, line: str) -> None:
        assert self._window is not None
        if line == "memory":
            print(resident(), flush=True)
        elif not line:
            self._window.close()


def main() -> None:
    """Opens the window as the command line does."""
    watch = Watch(QApplication(["bajeh"]))
    Thread(target=watch.listen, daemon=True).start()
    sys.argv = ["bajeh", "--data", sys.argv[1], "hall"]
    program()


if __name__ == "__main__":
    main()
