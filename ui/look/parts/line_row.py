"""One line of a side column: an icon, what it is about, and how many."""

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.look import brush
from ui.look.fonts import Role
from ui.look.parts.key_cap import cap_size, paint_cap
from ui.look.theme import Theme
from ui.look.tokens import Colour

Tone = Literal["normal", "amber", "brick", "firuzeh"]
"""Calm; late; good news, on a tinted card."""

_COLOURS: dict[Tone, Colour] = {
    "normal": "ink",
    "amber": "amber",
    "brick": "brick",
    "firuzeh": "firuzeh_7",
}
_ICONS: dict[Tone, Colour] = {**_COLOURS, "normal": "ink_2"}
_ICON, _GAP, _CARD = 18, 8, 12
_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LineRow(QAbstractButton):
    """Opens what it is about: `clicked` on Enter, the space bar or a click.

    The arrow keys go to the line above and below in the same column; Tab passes it by.
    """

    ring_radius = 6

    def __init__(
        self, theme: Theme, icon: str, tone: Tone = "normal", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._tone = theme, icon, tone
        self._text, self._note, self._count, self._cap = "", "", "", ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_line(
        self,
        text: str,
        *,
        count: str = "",
        note: str = "",
        cap: str = "",
        tone: Tone | None = None,
        icon: str = "",
    ) -> None:
        """Show the words, a second line under them, and at the far left a count or a key cap."""
        self._text, self._note, self._count, self._cap = text, note, count, cap
        self._tone = tone or self._tone
        self._icon = icon or self._icon
        self.setAccessibleName(" ".join(part for part in (text, note, count) if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        high = self._theme.px(20) * (1 + bool(self._note))
        pad = 14 if self._tone == "firuzeh" else 12 if not self._note else 6
        return QSize(self._theme.px(200), high + pad)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; up and down go along the column."""
        if event.key() in _OPENS:
            self.click()
        elif event.key() in _STEPS:
            self._go(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        inner = self.rect()
        if self._tone == "firuzeh":
            brush.box(painter, inner, 8, self._theme.colour("firuzeh_1"))
            inner = inner.adjusted(_CARD, 0, -_CARD, 0)
        side = self._theme.px(_ICON)
        icon = QRect(inner.right() + 1 - side, inner.top(), side, inner.height())
        self._theme.icons.paint(painter, icon, self._icon, _ICONS[self._tone])
        end = self._paint_end(painter, inner)
        words = QRect(inner)
        words.setRight(icon.left() - _GAP)
        words.setLeft(end + _GAP)
        self._paint_words(painter, words)
        painter.end()

    def _go(self, step: int) -> None:
        column = self.parentWidget()
        if column is None:
            return
        rows = [row for row in column.findChildren(LineRow) if row.isVisible()]
        rows.sort(key=lambda row: row.mapTo(column, row.rect().topLeft()).y())
        place = rows.index(self) + step
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _paint_end(self, painter: QPainter, inner: QRect) -> int:
        """Paint count or cap at the far left; give the x where it ends."""
        if self._cap:
            size = cap_size(self._theme, self._cap)
            spot = QRect(inner.left(), (self.height() - size.height()) // 2, 0, 0)
            spot.setSize(size)
            paint_cap(painter, spot, self._cap, "normal", self._theme)
            return spot.right()
        colour: Colour = "brick" if self._tone == "brick" else "ink"
        brush.write(painter, self._theme, inner, self._count, "strong", colour, "end")
        return inner.left() + (self._theme.width("strong", self._count) if self._count else 0)

    def _paint_words(self, painter: QPainter, rect: QRect) -> None:
        role: Role = "strong" if self._tone == "firuzeh" else "open"
        lines: list[tuple[str, Role, Colour]] = [(self._text, role, _COLOURS[self._tone])]
        lines += [(self._note, "secondary", "ink_2")] if self._note else []
        pitch = self._theme.px(20)
        top = (self.height() - pitch * len(lines)) // 2
        for place, (text, each, colour) in enumerate(lines):
            spot = QRect(rect.left(), top + place * pitch, rect.width(), pitch)
            brush.write(painter, self._theme, spot, text, each, colour)
