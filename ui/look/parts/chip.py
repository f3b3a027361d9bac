"""A chip: one short fact in a pill, such as the kind of service."""

from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import brush
from ui.look.theme import Theme
from ui.look.tokens import Colour

Tone = Literal["firuzeh", "amber", "brick", "quiet"]

_COLOURS: dict[Tone, tuple[Colour, Colour]] = {
    "firuzeh": ("firuzeh_1", "firuzeh_7"),
    "amber": ("amber_ground", "amber"),
    "brick": ("brick_ground", "brick"),
    "quiet": ("sunk", "ink_2"),
}


class Chip(QWidget):
    """Words on a tinted pill, as wide as they are."""

    def __init__(
        self, theme: Theme, text: str = "", tone: Tone = "firuzeh", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._text, self._tone = theme, "", tone
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str, tone: Tone | None = None) -> None:
        """Show another fact; without words the chip takes no room."""
        self._text, self._tone = text, tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = self._theme.width("chip", self._text) + 20 if self._text else 0
        return QSize(wide, self._theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, words = _COLOURS[self._tone]
        brush.box(painter, self.rect(), self.height() // 2, self._theme.colour(ground))
        inner = self.rect().adjusted(8, 0, -8, -1)
        brush.write(painter, self._theme, inner, self._text, "chip", words, "centre")
        painter.end()
