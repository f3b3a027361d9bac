"""Who waits for what is asked of the store, and whether they wait too long."""

from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.frame.errand import Errand

_BEAT = 100
"""Milliseconds between two looks at how long the oldest has waited."""


class Patience(QObject):
    """Lives on the window's thread. Whatever is missed for `most` seconds is slow."""

    slow = Signal(bool)
    """Whether something has been missed for too long."""

    expecting = Signal(bool)
    """Whether somebody waits for an answer."""

    def __init__(self, parent: QObject, most: float) -> None:
        super().__init__(parent)
        self._most = most
        self._expected = 0
        self._missed: dict[Errand[Any], None] = {}
        self._clock = QTimer(self, interval=_BEAT)
        self._clock.timeout.connect(self._look_at_the_clock)
        self._said_slow = False

    def wait_for(self, errand: Errand[Any]) -> None:
        """It is being sent."""
        if errand.missed or errand.awaited:
            self._miss(errand)
        self.expect(errand.awaited)

    def come_back(self, errand: Errand[Any]) -> None:
        """Nobody misses it any more; once nobody misses anything, nothing is slow."""
        self._missed.pop(errand, None)
        if not self._missed:
            self._clock.stop()
            if self._said_slow:
                self._said_slow = False
                self.slow.emit(False)

    def answered(self, errand: Errand[Any]) -> None:
        """What it brought stands on the screen; or another one will bring it."""
        self.come_back(errand)
        done, errand.awaited = errand.awaited, False
        self.expect(-done)

    def stop(self) -> None:
        """Nobody looks at the clock any more."""
        self._clock.stop()

    def _miss(self, errand: Errand[Any]) -> None:
        """They are done in their order: the first that is left has waited the longest."""
        errand.sent_at = monotonic()
        self._missed[errand] = None
        if not self._clock.isActive():
            self._clock.start()

    def _look_at_the_clock(self) -> None:
        oldest = next(iter(self._missed), None)
        if oldest is not None and monotonic() - oldest.sent_at > self._most:
            self._clock.stop()
            if not self._said_slow:
                self._said_slow = True
                self.slow.emit(True)

    def expect(self, more: int) -> None:
        """Somebody waits for so many answers more, or for so many fewer."""
        before, self._expected = self._expected, self._expected + more
        if bool(before) != bool(self._expected):
            self.expecting.emit(bool(self._expected))
