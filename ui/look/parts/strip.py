"""The message strip on top of the key bar: what was refused, or what to do now."""

from typing import Literal

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import brush
from ui.look.theme import Theme
from ui.look.tokens import Colour

Tone = Literal["refusal", "advice"]

_LOOKS: dict[Tone, tuple[Colour, Colour, str]] = {
    "refusal": ("brick_ground", "brick", "alert-circle"),
    "advice": ("firuzeh_1", "firuzeh_7", "info-circle"),
}
_SIDE, _GAP, _LINES = 20, 10, 2


class MessageStrip(QWidget):
    """One or two sentences; it is there only while it says something, and it steals no focus."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._tone: Tone = "refusal"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; nothing while it is away."""
        return self._text

    @property
    def refuses(self) -> bool:
        """Whether what it says is a refusal."""
        return bool(self._text) and self._tone == "refusal"

    def show_message(self, text: str, tone: Tone) -> None:
        """Say it, and tell a screen reader at once; it stays until `clear`."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.show()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Go away."""
        if self._text:
            self._text = ""
            self.setAccessibleName("")
            self.hide()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, colour, icon = _LOOKS[self._tone]
        theme, side = self._theme, self._theme.px(20)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(ground))
        painter.fillRect(QRect(0, 0, self.width(), 1), theme.colour("line"))
        spot = QRect(self.width() - _SIDE - side, 0, side, self.height())
        theme.icons.paint(painter, spot, icon, colour)
        words = QRect(_SIDE, 0, spot.left() - _GAP - _SIDE, self.height())
        lines = brush.broken(self._text, theme.font("open"), words.width(), _LINES)
        brush.write_lines(painter, theme, words, lines, "open", colour)
        painter.end()
