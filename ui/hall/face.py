"""Sizes and type of what hangs on a wall, reckoned for a screen of 1920×1080, lying or standing."""

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui.look.brush import Align, broken, line_flags, unbroken
from ui.look.fonts import FAMILY
from ui.look.screen_face import ScreenFace, share_of
from ui.look.theme import Theme
from ui.look.tokens import Colour

LYING, STANDING = QSize(1920, 1080), QSize(1080, 1920)
Weight = Literal["regular", "medium", "bold"]

_LEAST = 0.2
_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "medium": QFont.Weight.Medium,
    "bold": QFont.Weight.Bold,
}
_SMALLEST = 0.4
"""How much smaller a long text may become, before it ends in «…»."""


class Face(ScreenFace):
    """Lines of any height that fit their place."""

    def __init__(self, theme: Theme, size: QSize) -> None:
        self.lying = size.width() >= size.height()
        paper = LYING if self.lying else STANDING
        super().__init__(theme, size, max(share_of(size, paper), _LEAST))
        self._fonts: dict[tuple[int, Weight], QFont] = {}

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
        return broken(unbroken(text), self.font(units, weight), width, most)

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
        painter.drawText(rect, line_flags(align), shown)

    def _fitting(self, text: str, units: float, weight: Weight, width: int) -> QFont:
        needed = self.width(text, units, weight)
        share = 1.0 if needed <= width else max(width / needed, _SMALLEST)
        return self.font(units * share, weight)
