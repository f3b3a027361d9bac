"""A hairline between two parts."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look.theme import Theme


class Rule(QWidget):
    """A hairline with room around it."""

    def __init__(self, theme: Theme, room: int = 13, inset: int = 0) -> None:
        super().__init__()
        self._colour, self._inset = theme.colour("line"), inset
        self.setFixedHeight(room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = self.width() - 2 * self._inset
        painter.fillRect(self._inset, self.height() // 2, wide, 1, self._colour)
        painter.end()
