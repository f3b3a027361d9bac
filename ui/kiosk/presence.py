"""Whether anybody is still there, and what is done when nobody is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.kiosk.attendant import Attendant
from ui.kiosk.face import Face
from ui.kiosk.parts.still_here import StillHere
from ui.kiosk.places import Home, Number, Place
from ui.look.parts.gone import let_go

IDLE, WARNING = 45, 15
"""Seconds without a touch until the first page comes back, and how many of them are announced."""
NUMBER_STANDS, NUMBER_STANDS_ALONE = 12, 60
"""Seconds that a number stays on the screen: with its paper, and without."""
_REFRESH = 60


class Presence(QObject):
    """Counts from the last touch, and from when the page came. `elapsed` measures it."""

    gone = Signal()
    """Nobody is there any more."""

    def __init__(self, window: QWidget, attendant: Attendant, elapsed: Callable[[], float]) -> None:
        super().__init__(window)
        self._window, self._attendant, self._elapsed = window, attendant, elapsed
        self._touched = self._arrived = self._refreshed = elapsed()
        self._at: Place = attendant.place
        self.warning: StillHere | None = None

    @property
    def idle(self) -> float:
        """Seconds since anybody touched anything."""
        return self._elapsed() - self._touched

    def touch(self) -> bool:
        """Somebody is there; True where that was all the touch was for."""
        self._touched = self._elapsed()
        asked = self.warning is not None
        self._stay()
        return asked

    def arrive(self) -> None:
        """The page of the place is built; of another one than before it is read from now on."""
        if self._attendant.place is not self._at:
            self._at, self._arrived = self._attendant.place, self._elapsed()
            self._touched = max(self._touched, self._arrived)

    def tick(self, face: Face, *, used: bool) -> None:
        """Once a second. `used`: something of the last visitor is to be forgotten."""
        if self._attendant.busy:
            self._touched = self._elapsed()
        self._attendant.handouts.watch()
        match self._attendant.place:
            case Number(paper=paper):
                self._attendant.numbers.watch()
                stands = NUMBER_STANDS if paper == "came" else NUMBER_STANDS_ALONE
                if self._elapsed() - self._arrived >= stands:
                    self.gone.emit()
            case Home():
                self._rest(used=used)
            case _:
                self._count_down(face)

    def _rest(self, *, used: bool) -> None:
        """At the first page only larger text and what was said are forgotten."""
        if used and self.idle >= IDLE:
            self.gone.emit()
        elif self._elapsed() - self._refreshed >= _REFRESH:
            self._refreshed = self._elapsed()
            self._attendant.refresh()

    def _count_down(self, face: Face) -> None:
        left = IDLE - int(self.idle)
        if left <= 0:
            self.gone.emit()
        elif left <= WARNING:
            self._warn(face, left)

    def _warn(self, face: Face, left: int) -> None:
        if self.warning is None:
            self.warning = StillHere(face, self._window, left)
            self.warning.show()
            self.warning.raise_()
        self.warning.show_left(left)

    def _stay(self) -> None:
        if self.warning is not None:
            let_go(self.warning)
            self.warning = None
