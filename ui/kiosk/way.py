"""Where a visitor is, and the places before."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from ui.kiosk.places import Home, Place

_TWICE = 0.35
"""Seconds after a page was shown in which a touch was still meant for the page before."""


class Way(QObject):
    """`tap` is another one at each place: however often a touch comes, it is one."""

    arrived = Signal()

    def __init__(self, elapsed: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self.place: Place = Home()
        self.tap = uuid4().hex
        self._elapsed, self._since = elapsed, -1.0
        self._before: list[Place] = []

    @property
    def too_early(self) -> bool:
        """Whether a touch is still meant for the place before."""
        return self._elapsed() - self._since < _TWICE

    def go(self, place: Place) -> None:
        """To another place, with a way back."""
        self._before.append(self.place)
        self.stand_at(place)

    def back(self) -> None:
        """To the place before; from the first one there is no other."""
        if self._before:
            self.stand_at(self._before.pop())

    def end_at(self, place: Place) -> None:
        """To a place from which no way leads back."""
        self._before.clear()
        self.stand_at(place)

    def stand_at(self, place: Place) -> None:
        """Another place, or another view of this one, instead of it."""
        self.place, self.tap = place, uuid4().hex
        self._since = self._elapsed()
        self.arrived.emit()
