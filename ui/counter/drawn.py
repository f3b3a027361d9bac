"""Paper on the screen: where it is shown, and the press that draws it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.counter.renderer import Leaf, Press, Renderer
from ui.frame.words import tr
from ui.look.parts.section import Section
from ui.look.theme import Theme

INCH = 25.4
"""Millimetres."""
_LEAST = 20


class PaperPlace(QWidget):
    """Room for one piece of paper; a press of the mouse turns it over."""

    resized = Signal()
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def fitting(self, wide: float, high: float) -> int:
        """The most dots an inch at which a page of so many millimetres fits, on this screen."""
        room = min(self.width() / wide, self.height() / high)
        return max(int(room * INCH * self.devicePixelRatio()), _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.turned.emit()
        event.accept()


class Drawn(QWidget):
    """A place under its title; `drawn` tells that the newest paper is on the screen. Who builds on
    it connects `renderer.drawn`, and what the place says.
    """

    drawn = Signal()

    def __init__(self, theme: Theme, press: Press, title: str, place: PaperPlace) -> None:
        super().__init__()
        self._leaves: Sequence[Leaf] = ()
        self._number = 0
        self._name, self._place = title, place
        self._title = Section(theme, title)
        self._renderer = Renderer(press)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(place)

    @property
    def drawing(self) -> bool:
        """Whether the newest paper is still to come."""
        return self._renderer.busy

    @property
    def leaves(self) -> Sequence[Leaf]:
        """The pages as they were drawn last."""
        return self._leaves

    def _say_where(self, pages: int) -> None:
        where = tr("Page {page} of {pages}", page=self._number + 1, pages=pages)
        self._title.show_trailing(where, "ink_2")
        self._place.setAccessibleName(self._name)
        self._place.setAccessibleDescription(where)
