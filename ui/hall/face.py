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
        return self._sized(max(self.px(units), 1), weight)

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
        *,
        whole: bool = False,
    ) -> None:
        """One line in the middle of `rect`'s height, from the right; what is too long becomes
        smaller, and a number or a counter as small as it must: of these nothing may be missing,
        they are `whole`.
        """
        font, shown = self.fitted(text, units, weight, rect.size(), 0.0 if whole else _SMALLEST)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.setFont(font)
        painter.setPen(self.colour(colour))
        painter.drawText(rect, line_flags(align), shown)

    def fitted(
        self, text: str, units: float, weight: Weight, room: QSize, least: float = 0.0
    ) -> tuple[QFont, str]:
        """How the text stands on one line there: how large, and what is left of it where it may not
        become smaller than that share of its size.
        """
        smallest = max(self.px(units * least), 1)
        size = min(max(self.px(units), 1), max(room.height(), smallest))
        needed = QFontMetrics(self._sized(size, weight)).horizontalAdvance(text)
        if needed > room.width():
            size = max(size * room.width() // needed, smallest)
        # Type of another size is not as much narrower as it is smaller.
        while size > smallest and self._cut(text, size, weight, room.width()) != text:
            size -= 1
        return self._sized(size, weight), self._cut(text, size, weight, room.width())

    def _cut(self, text: str, size: int, weight: Weight, width: int) -> str:
        metrics = QFontMetrics(self._sized(size, weight))
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _sized(self, size: int, weight: Weight) -> QFont:
        if (size, weight) not in self._fonts:
            font = QFont(FAMILY)
            font.setPixelSize(size)
            font.setWeight(_WEIGHTS[weight])
            self._fonts[size, weight] = font
        return self._fonts[size, weight]
