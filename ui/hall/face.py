"""Sizes and type of what hangs on a wall, reckoned for a screen of 1920×1080, lying or standing."""

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from ui.look.brush import broken
from ui.look.fonts import FAMILY
from ui.look.icons import Icons
from ui.look.theme import Theme
from ui.look.tokens import Colour

LYING, STANDING = QSize(1920, 1080), QSize(1080, 1920)
Align = Literal["start", "centre", "end"]
Weight = Literal["regular", "medium", "bold"]

_LEAST = 0.2
_FLAG = Qt.AlignmentFlag
_FLAGS = {
    "start": _FLAG.AlignRight | _FLAG.AlignAbsolute | _FLAG.AlignVCenter,
    "centre": _FLAG.AlignHCenter | _FLAG.AlignVCenter,
    "end": _FLAG.AlignLeft | _FLAG.AlignAbsolute | _FLAG.AlignVCenter,
}
_LINE = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "medium": QFont.Weight.Medium,
    "bold": QFont.Weight.Bold,
}
_SMALLEST = 0.4
"""How much smaller a long text may become, before it ends in «…»."""


class Face:
    """It never changes: a screen of another size has another face."""

    def __init__(self, theme: Theme, size: QSize) -> None:
        self.theme = theme
        self.size = size
        self.lying = size.width() >= size.height()
        paper = LYING if self.lying else STANDING
        shares = size.width() / paper.width(), size.height() / paper.height()
        self.unit = max(min(shares), _LEAST)
        self._fonts: dict[tuple[int, Weight], QFont] = {}

    @property
    def icons(self) -> Icons:
        """The icons in the theme's colours."""
        return self.theme.icons

    def px(self, units: float) -> int:
        """Units in pixels of this screen."""
        return round(units * self.unit)

    def colour(self, name: Colour) -> QColor:
        """A colour by its meaning."""
        return self.theme.colour(name)

    def font(self, units: float, weight: Weight) -> QFont:
        """Vazirmatn, so many units high."""
        size = max(self.px(units), 1)
        if (size, weight) not in self._fonts:
            font = QFont(FAMILY)
            font.setPixelSize(size)
            font.setWeight(_WEIGHTS[weight])
            self._fonts[size, weight] = font
        return self._fonts[size, weight]

    def width(self, text: str, units: float, weight: Weight) -> int:
        """How wide the text is on one line, with room for what leans out."""
        return QFontMetrics(self.font(units, weight)).horizontalAdvance(text) + self.px(4)

    def lines(
        self, text: str, units: float, weight: Weight, width: int, most: int
    ) -> tuple[str, ...]:
        """The text in lines of this width; «و» never ends one."""
        return broken(text.replace(" و ", " و\u00a0"), self.font(units, weight), width, most)

    def write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        units: float,
        weight: Weight,
        colour: Colour,
        align: Align = "start",
    ) -> None:
        """One line in the middle of `rect`'s height, from the right; what is too long becomes
        smaller.
        """
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        font = self._fitting(text, units, weight, rect.width())
        painter.setFont(font)
        painter.setPen(self.colour(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(_FLAGS[align]) | int(_LINE), shown)

    def _fitting(self, text: str, units: float, weight: Weight, width: int) -> QFont:
        needed = self.width(text, units, weight)
        share = 1.0 if needed <= width else max(width / needed, _SMALLEST)
        return self.font(units * share, weight)
