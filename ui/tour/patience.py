"""Waiting for what a key brings, never for time to pass."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEventLoop, QObject, QTimer

from app.refusal import Refusal

DEADLINE = 10.0
"""Seconds after which a key has brought nothing."""

_BEAT = 4
"""Milliseconds between two looks at what is waited for, where nothing else happens."""


class Patience(QObject):
    """Lets the windows live until a condition holds. `step` names where the tour is, `deadline` is
    after how many seconds it has not come to that.
    """

    def __init__(self) -> None:
        super().__init__()
        self.step, self.deadline = "", DEADLINE
        self._loop = QEventLoop()
        self._beat = QTimer(self, singleShot=True, interval=_BEAT)
        self._beat.timeout.connect(self._loop.quit)

    def until(self, holds: Callable[[], object], what: str) -> None:
        """Refuses `tour_stopped(step, what)` where it does not come to that."""
        end = monotonic() + self.deadline
        while not holds():
            if monotonic() > end:
                raise Refusal("tour_stopped", step=self.step, what=what)
            self.breathe()

    def breathe(self) -> None:
        """Lets the windows do what is to be done now."""
        self._beat.start()
        self._loop.exec()
