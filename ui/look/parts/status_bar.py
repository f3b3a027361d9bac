"""The status bar: how things stand around this counter; calm is grey, only trouble has colour."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.value import Value
from ui.look import brush
from ui.look.fonts import Role
from ui.look.theme import Theme
from ui.look.tokens import Colour

Tone = Literal["calm", "warning", "trouble"]

_COLOURS: dict[Tone, Colour] = {"calm": "ink_2", "warning": "amber", "trouble": "brick"}
_SIDE, _GAP, _BETWEEN = 20, 6, 13


class StatusItem(Value, frozen=True, kw_only=True):
    """One thing's state: an icon, and words that say it without the icon."""

    icon: str
    text: str
    tone: Tone = "calm"


class StatusBar(QWidget):
    """States from the right; from the left the time, the date and the clerk."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: tuple[StatusItem, ...] = ()
        self._clerk, self._date, self._time = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_items(self, items: Sequence[StatusItem]) -> None:
        """Show these states, the first at the right end."""
        if tuple(items) != self._items:
            self._items = tuple(items)
            self._told()

    def show_clerk(self, name: str) -> None:
        """Show who works here."""
        if name != self._clerk:
            self._clerk = name
            self._told()

    def show_time(self, date: str, time: str) -> None:
        """Show date and time, ready to read."""
        if (date, time) != (self._date, self._time):
            self._date, self._time = date, time
            self._told()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("sunk"))
        painter.fillRect(QRect(0, 0, self.width(), 1), self._theme.colour("line"))
        self._paint_items(painter, self._paint_end(painter))
        painter.end()

    def _told(self) -> None:
        texts = [*(item.text for item in self._items), self._clerk, self._date, self._time]
        self.setAccessibleName("، ".join(text for text in texts if text))
        self.update()

    def _paint_items(self, painter: QPainter, end: int) -> None:
        """As far as there is room: the gravest stand first."""
        right = self.width() - _SIDE
        for place, item in enumerate(self._items):
            if right - self._theme.px(16) - 2 * _BETWEEN < end:
                return
            if place:
                self._paint_divider(painter, right - _BETWEEN)
                right -= 2 * _BETWEEN
            right = self._paint_item(painter, item, right, end)

    def _paint_item(self, painter: QPainter, item: StatusItem, right: int, end: int) -> int:
        colour = _COLOURS[item.tone]
        role: Role = "secondary" if item.tone == "calm" else "alert"
        side = self._theme.px(16)
        icon = QRect(right - side, 0, side, self.height())
        self._theme.icons.paint(painter, icon, item.icon, colour)
        words = icon.left() - _GAP
        left = max(words - self._theme.width(role, item.text), end)
        spot = QRect(left, 0, max(words - left, 0), self.height())
        brush.write(painter, self._theme, spot, item.text, role, colour)
        return left

    def _paint_end(self, painter: QPainter) -> int:
        """Paint time, date and clerk from the left; give the x where they end."""
        left = self._paint_word(painter, self._time, "alert", "ink", _SIDE)
        left = self._paint_word(painter, self._date, "secondary", "ink_2", left + _BETWEEN)
        self._paint_divider(painter, left + _BETWEEN)
        left = self._paint_word(painter, self._clerk, "secondary", "ink_2", left + 2 * _BETWEEN)
        return left + _BETWEEN

    def _paint_word(
        self, painter: QPainter, text: str, role: Role, colour: Colour, left: int
    ) -> int:
        wide = self._theme.width(role, text)
        spot = QRect(left, 0, wide, self.height())
        brush.write(painter, self._theme, spot, text, role, colour)
        return left + wide

    def _paint_divider(self, painter: QPainter, x: int) -> None:
        high = self._theme.px(14)
        spot = QRect(x, (self.height() - high) // 2, 1, high)
        painter.fillRect(spot, self._theme.colour("edge_soft"))
