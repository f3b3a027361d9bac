"""How long a window's thread is held up."""

from sys import getswitchinterval, setswitchinterval
from time import perf_counter

from PySide6.QtCore import QTimer

_EVERY = 5
"""Milliseconds between two beats."""


class Beat(QTimer):
    """Beats on the window's thread from now on, and keeps by how much each beat was late."""

    def __init__(self) -> None:
        super().__init__(interval=_EVERY)
        self._turn = getswitchinterval()
        setswitchinterval(0.001)  # as the windows have it
        self._late: list[float] = []
        self._last = perf_counter()
        self.timeout.connect(self._beat)
        self.start()

    def end(self) -> list[float]:
        """Seconds, of every beat; it beats no more."""
        self.stop()
        setswitchinterval(self._turn)
        return self._late

    def _beat(self) -> None:
        now = perf_counter()
        self._late.append(max(now - self._last - _EVERY / 1000, 0))
        self._last = now
