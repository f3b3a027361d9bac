"""Drawing papers for the screen, on a thread of its own."""

from collections.abc import Mapping, Sequence
from threading import Thread
from typing import Literal, Protocol

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage

from app.papers import Paper
from app.printer import Printer

Roll = Literal[80, 58] | Printer

PAUSE = 40
"""Milliseconds between a change and drawing it, so that a run of keys is drawn once."""


class Leaf(Protocol):
    """A page as a picture, and where the rows of the form stand in it."""

    @property
    def image(self) -> QImage:
        """The picture."""

    @property
    def spots(self) -> Mapping[str, QRectF]:
        """Rows by the field of the paper that they show."""


class Press(Protocol):
    """Draws papers for the screen; any thread may call it."""

    def leaves(self, paper: Paper, dpi: int) -> Sequence[Leaf]:
        """The pages at so many dots an inch."""

    def strip(self, paper: Paper, width: Roll = 80) -> Sequence[Leaf]:
        """The dots of that printer's roll, or a usual one's of so many millimetres, as one page."""


class Renderer(QObject):
    """Draws on another thread, one paper at a time; of those that wait only the newest is drawn."""

    drawn = Signal(object)
    _back = Signal(object)

    def __init__(self, press: Press) -> None:
        super().__init__()
        self._press = press
        self._wanted: tuple[Paper, int, Roll | None] | None = None
        self._busy = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)
        self._back.connect(self._taken)

    @property
    def busy(self) -> bool:
        """Whether something is still to be drawn."""
        return self._busy or self._pause.isActive()

    def draw(self, paper: Paper, dpi: int, roll: Roll | None = None) -> None:
        """Soon; `drawn` gives the pages of the newest that was asked for, or its roll."""
        self._wanted = (paper, dpi, roll)
        if not self._busy and not self._pause.isActive():
            self._pause.start()

    def _begin(self) -> None:
        if self._wanted:
            wanted, self._wanted, self._busy = self._wanted, None, True
            Thread(target=self._draw, args=wanted, name="preview").start()

    def _draw(self, paper: Paper, dpi: int, roll: Roll | None) -> None:
        leaves: Sequence[Leaf] = ()
        try:
            leaves = self._press.strip(paper, roll) if roll else self._press.leaves(paper, dpi)
        finally:
            self._back.emit(leaves)

    def _taken(self, leaves: Sequence[Leaf]) -> None:
        self._busy = False
        if self._wanted:
            self._begin()
        elif leaves:
            self.drawn.emit(leaves)
