"""A day at one counter, by keys, in the very program: `python -m tests.bench.busy DIR CLIENTS`.

Says one line of JSON: for every kind of key the seconds until its screen stood there painted, the
longest time in which the window did nothing else, and the resident memory at the end.
"""

import json
import sys
from collections import defaultdict
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.bench.office import name, national_code
from tests.bench.process import resident
from ui.__main__ import main as program
from ui.counter.window import CounterWindow

_FUNCTION = {f"F{n}": getattr(Qt.Key, f"Key_F{n}") for n in range(1, 13)}
_CONTROL = {f"Ctrl+{n}": getattr(Qt.Key, f"Key_{n}") for n in range(10)}
_PLAIN = Qt.KeyboardModifier.NoModifier
_PATIENCE = 10.0


class Day(QObject):
    """Waits for the window, then serves so many clients."""

    def __init__(self, application: QApplication, clients: int) -> None:
        super().__init__()
        self._application = application
        self._clients = clients
        self._window: CounterWindow | None = None
        self._took: dict[str, list[float]] = defaultdict(list)
        self._beat, self._stall = 0.0, 0.0
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Until the window stands there."""
        if event.type() == QEvent.Type.Show and isinstance(watched, CounterWindow):
            self._application.removeEventFilter(self)
            self._window = watched
            QTimer.singleShot(1500, self.work)
        return False

    def work(self) -> None:
        """Every client; then says what it took, and ends."""
        heart = QTimer(self, interval=2)
        heart.timeout.connect(self._beats)
        heart.start()
        self._beat = perf_counter()
        for number in range(self._clients):
            self._serve(number)
        heart.stop()
        said = {"took": self._took, "stall": self._stall, "memory": resident()}
        print(json.dumps(said), flush=True)
        self._application.closeAllWindows()

    def _serve(self, number: int) -> None:
        window = self._the_window()
        self._key("F2")
        for digit in national_code(1_000_000 + number % 40):
            self._letter(digit, "digit")
        self._press(Qt.Key.Key_Return, "\r", "Enter")
        if not window.counter.state.sheet.name:
            for letter in name(number):
                self._letter(letter, "letter")
        self._key("F6")
        self._press(Qt.Key.Key_Space, " ", "Space")
        self._key("F6")
        self._fill()
        self._key("F8")
        if window.counter.state.sheet.registered:
            for page in ("Ctrl+5", "Ctrl+4", "Ctrl+8", "Ctrl+7", "Ctrl+9", "F9", "F1"):
                self._key(page)
                self._press(Qt.Key.Key_Escape, "\x1b", "Esc")
        else:
            self._key("F7")
        self._key("F12")
        while window.asking.isVisible() and window.asking.unread:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if window.asking.isVisible():
            self._press(Qt.Key.Key_Return, "\r", "Enter in a question")

    def _fill(self) -> None:
        """What the sub-service asks for itself."""
        window = self._the_window()
        entry = window.counter.state.entry
        if entry and any(field.obligatory for field in entry.sheet.fields):
            for field in entry.sheet.fields:
                given = {"number": "12", "money": "1000", "date": "1405/01/15"}
                window.counter.detail(field.title, given.get(field.kind, "متن"))

    def _key(self, combo: str) -> None:
        held = Qt.KeyboardModifier.ControlModifier if combo in _CONTROL else _PLAIN
        key = {**_FUNCTION, **_CONTROL}[combo]
        self._the_window()._pressed = ("", 0.0)
        self._send(QKeyEvent(QEvent.Type.KeyPress, key, held), combo)

    def _letter(self, letter: str, what: str) -> None:
        self._press(ord(letter) if letter.isascii() else 0, letter, what)

    def _press(self, key: int, text: str, what: str) -> None:
        self._send(QKeyEvent(QEvent.Type.KeyPress, key, _PLAIN, text), what)

    def _send(self, event: QKeyEvent, what: str) -> None:
        """The time from the key to a painted screen, deeds and looks included."""
        window = self._the_window()
        begun = perf_counter()
        QApplication.sendEvent(QApplication.focusWidget() or window, event)
        while window.held.holding or window.counter.state.busy:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            assert perf_counter() - begun < _PATIENCE, what
        QApplication.processEvents()
        self._took[what].append(perf_counter() - begun)

    def _beats(self) -> None:
        now = perf_counter()
        self._stall = max(self._stall, now - self._beat)
        self._beat = now

    def _the_window(self) -> CounterWindow:
        assert self._window is not None
        return self._window


def main() -> None:
    """Opens the window as the command line does, and works in it."""
    day = Day(QApplication(["bajeh"]), int(sys.argv[2]))
    sys.argv = ["bajeh", "--data", sys.argv[1], "counter", "--number", "1"]
    program()
    del day


if __name__ == "__main__":
    main()
