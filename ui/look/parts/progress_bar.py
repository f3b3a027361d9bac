"""How far something has come that takes long."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import brush
from ui.look.theme import Theme

_HIGH, _GAP = 12, 8


class ProgressBar(QWidget):
    """A bar that fills from the right, and a line of words under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._part, self._text = theme, 0.0, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def part(self) -> float:
        """How much of the whole has come, 0 to 1."""
        return self._part

    def show_part(self, part: float, text: str) -> None:
        """So much of the whole has come, in words."""
        self._part, self._text = part, text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        return QSize(theme.px(240), theme.px(_HIGH) + _GAP + theme.pitch("strong"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        high = theme.px(_HIGH)
        bar = QRect(0, 0, self.width(), high)
        brush.box(painter, bar, high // 2, theme.colour("surface"), theme.colour("edge"))
        done = bar.adjusted(bar.width() - round(bar.width() * self._part), 0, 0, 0)
        if done.width() >= high:
            fill = theme.colour("firuzeh_7")
            brush.box(painter, done, high // 2, fill, fill)
        words = QRect(0, high + _GAP, self.width(), theme.pitch("strong"))
        brush.write(painter, theme, words, self._text, "strong", "firuzeh_7")
        painter.end()
