"""A key cap: the Latin name of a key, as it stands on the keyboard."""

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import brush
from ui.look.fonts import Role
from ui.look.theme import Theme
from ui.look.tokens import Colour

Tone = Literal["normal", "quiet", "filled", "off"]
"""On white; beside a title; on the filled button; on a key that is not possible now."""

_FILL: dict[Tone, Colour | None] = {"normal": "surface", "filled": "cap_filled"}
_TEXT: dict[Tone, Colour] = {"filled": "on_dark", "normal": "ink_2"}
_EDGE: dict[Tone, Colour] = {"filled": "cap_filled_edge", "normal": "cap_edge"}


def cap_size(theme: Theme, key: str, *, big: bool = False) -> QSize:
    """How large the cap of this key is."""
    wide = theme.width("cap_big" if big else "cap", key) + theme.px(12 if big else 11)
    height = theme.px(30 if big else 20)
    return QSize(max(wide, theme.px(34 if big else 22)), height)


def paint_cap(
    painter: QPainter, rect: QRect, key: str, tone: Tone, theme: Theme, *, big: bool = False
) -> None:
    """Draw the cap; a second line at its foot says that it can be pressed."""
    fill, edge = _FILL.get(tone), theme.colour(_EDGE.get(tone, "edge_soft"))
    brush.box(painter, rect, 4, theme.colour(fill) if fill else None, edge)
    if tone in _EDGE:
        foot = rect.bottom() - 1
        painter.fillRect(QRect(rect.left() + 3, foot, rect.width() - 6, 1), edge)
    role: Role = "cap_big" if big else "cap"
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setFont(theme.font(role))
    painter.setPen(theme.colour(_TEXT.get(tone, "ink_3")))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
    painter.drawText(rect.adjusted(0, 0, 0, -1), int(flags), key)


class KeyCap(QWidget):
    """A cap that stands by itself; it is read from the left in every window."""

    def __init__(
        self, theme: Theme, key: str, tone: Tone = "normal", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._key, self._tone = theme, key, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        return cap_size(self._theme, self._key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_cap(painter, self.rect(), self._key, self._tone, self._theme)
        painter.end()
