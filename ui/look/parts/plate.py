"""The number plate: whom this counter serves, and for how long."""

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.persian import persian_digits
from ui.look import brush
from ui.look.fonts import Role
from ui.look.theme import Theme
from ui.look.tokens import Colour

_START, _END = 24, 26
_LOWER = 5
"""Letters and digits alone stand above the middle of their line, which has room for tails."""
_HOUR = 3600
_DIGIT = re.compile("[۰-۹]")
"""A digit's place is as wide as «۳», so that nothing beside the time moves while it runs."""


def running(seconds: int) -> str:
    """The time that has run, «۰۸:۴۰», from an hour on «۱:۰۸:۴۰»."""
    hours, rest = divmod(max(seconds, 0), _HOUR)
    minutes = f"{hours}:{rest // 60:02}" if hours else f"{rest // 60:02}"
    return persian_digits(f"{minutes}:{rest % 60:02}")


class Plate(QWidget):
    """White on petrol like the plate of a street, grey while the counter is free."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label, self._time = "", ""
        self._served, self._late = False, False
        self._role: Role = "time"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_label(self, text: str, seconds: int | None, late: bool = False) -> None:  # noqa: FBT001, FBT002
        """Show a ticket's label and its time; late says that the usual time has passed."""
        time = "" if seconds is None else running(seconds)
        self._show(text, time, served=True, late=late)

    def show_called(self, text: str, words: str) -> None:
        """Show a ticket's label whose client has not come yet, and words that say so."""
        self._show(text, words, served=True, late=False, runs=False)

    def show_free(self, text: str) -> None:
        """Show, in grey, that nobody is served; the words are the caller's."""
        self._show(text, "", served=False, late=False)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.box(290), self._theme.box(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground: Colour = "firuzeh_8" if self._served else "sunk"
        painter.fillRect(self.rect(), self._theme.colour(ground))
        inner = self.rect().adjusted(_END, 0, -_START, 0)
        if self._served:
            self._paint_served(painter, inner)
        else:
            brush.write(painter, self._theme, inner, self._label, "cap_big", "ink_2")
        painter.end()

    def _show(self, label: str, time: str, *, served: bool, late: bool, runs: bool = True) -> None:
        shown = (label, time, served, late)
        if shown != (self._label, self._time, self._served, self._late):
            self._label, self._time, self._served, self._late = shown
            self._role = "time" if runs else "label"
            self.setAccessibleName(f"{label} {time}".strip())
            self.update()

    def _paint_served(self, painter: QPainter, inner: QRect) -> None:
        wide = self._theme.width(self._role, _DIGIT.sub("۳", self._time)) if self._time else 0
        colour: Colour = "on_dark_warning" if self._late else "on_dark_soft"
        brush.write(painter, self._theme, inner, self._time, self._role, colour, "end")
        if self._late and self._time:
            side = self._theme.px(16)
            spot = QRect(inner.left() + wide + 4, (self.height() - side) // 2, side, side)
            self._theme.icons.paint(painter, spot, "alert-triangle", colour)
            wide += side + 4
        self._paint_label(painter, inner.adjusted(wide + 12 if wide else 0, 0, 0, 0))

    def _paint_label(self, painter: QPainter, room: QRect) -> None:
        """Words in place of a number may need smaller letters; they are never cut."""
        font = self._theme.font("plate")
        wide = self._theme.width("plate", self._label)
        if wide > room.width():
            font.setPixelSize(font.pixelSize() * room.width() // wide)
        metrics = QFontMetrics(font)
        low = self._theme.box(_LOWER) * metrics.height() // self._theme.metrics("plate").height()
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.setFont(font)
        painter.setPen(self._theme.colour("on_dark"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        line = room.translated(0, low)
        painter.drawText(line, int(flags | Qt.AlignmentFlag.AlignVCenter), self._label)
