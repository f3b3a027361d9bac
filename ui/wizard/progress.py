"""How far something has come that takes long."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.frame.words import tr
from ui.look import brush
from ui.look.theme import Theme

_HIGH, _GAP = 12, 8


class Progress(QWidget):
    """A bar that fills from the right, and a line of words under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._part, self._text = theme, 0.0, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, text: str) -> None:
        """Begins anew, with what is being done."""
        self._part = 0.0
        self._say(text)

    def show_taken(self, taken: int, of: int) -> None:
        """So much of so much has come."""
        self._part = taken / of if of else 1.0
        if self._part < 1:
            self._say(tr("{taken} of {all} records have come", taken=taken, all=of))
        else:
            self._say(tr("All records have come; this PC is being introduced"))

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

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

    def _say(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.update()
