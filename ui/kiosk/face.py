"""Sizes and type of the kiosk, reckoned for a standing person before a 22" screen of 1080×1920."""

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui.look.brush import Align, broken, line_flags, unbroken
from ui.look.fonts import FAMILY
from ui.look.screen_face import ScreenFace, share_of
from ui.look.theme import Theme
from ui.look.tokens import Colour

UPRIGHT, WIDE = QSize(1080, 1920), QSize(1366, 768)
WIDE_UNIT = 0.76
"""Of a pixel of the upright screen: what 1366×768 shows as large as fingers and eyes need it."""
LARGE = {False: 1.2, True: 1.12}
"""How much larger text becomes when a visitor asks for it: upright, and wide, where less fits."""

Role = Literal[
    "plate",
    "question",
    "title",
    "title_long",
    "welcome",
    "name",
    "card",
    "list",
    "section",
    "fact",
    "button",
    "take",
    "code",
    "body",
    "small",
    "tool",
    "letter",
]
"""What a text is to its reader."""

_BOLD, _MEDIUM, _REGULAR = QFont.Weight.Bold, QFont.Weight.Medium, QFont.Weight.Normal
_SIZES: dict[Role, tuple[int, QFont.Weight]] = {
    "plate": (180, _BOLD),
    "question": (66, _BOLD),
    "title": (48, _BOLD),
    "title_long": (38, _BOLD),
    "welcome": (44, _REGULAR),
    "name": (36, _BOLD),
    "card": (44, _BOLD),
    "list": (32, _MEDIUM),
    "section": (38, _BOLD),
    "fact": (34, _BOLD),
    "button": (30, _MEDIUM),
    "take": (48, _BOLD),
    "code": (46, _MEDIUM),
    "body": (30, _REGULAR),
    "small": (28, _REGULAR),
    "tool": (28, _REGULAR),
    "letter": (40, _MEDIUM),
}
_FIXED = ("plate", "question", "take", "welcome", "name", "tool", "letter")
"""Large enough already for whoever asks for larger text."""
_LINE = 1.42


class Face(ScreenFace):
    """Sizes in units of the upright screen's pixel. It never changes: a screen of another size,
    larger text, or the low layout is another face and a page built anew.
    """

    def __init__(
        self, theme: Theme, size: QSize, *, large: bool = False, low: bool = False
    ) -> None:
        self.large, self.low = large, low
        self.wide = size.width() > size.height()
        least = share_of(size, WIDE) * WIDE_UNIT if self.wide else share_of(size, UPRIGHT)
        super().__init__(theme, size, max(least, 0.3))
        self._fonts: dict[Role, QFont] = {}
        self._broken: dict[tuple[str, Role, int, int], tuple[str, ...]] = {}

    @property
    def beside(self) -> bool:
        """Whether the head is a column beside the page, not a band above it."""
        return self.wide and not self.low

    @property
    def head_height(self) -> int:
        """Of the band in the low layout: all that can be touched lies below a third."""
        return -(-self.size.height() // 3)

    @property
    def centre(self) -> Qt.AlignmentFlag:
        """Of painted text, in the middle both ways."""
        return Qt.AlignmentFlag.AlignCenter

    def font(self, role: Role) -> QFont:
        """The font of a role, the caller's own copy."""
        if role not in self._fonts:
            size, weight = _SIZES[role]
            font = QFont(FAMILY)
            font.setPixelSize(round(size * self.unit * self._growth(role)))
            font.setWeight(weight)
            self._fonts[role] = font
        return QFont(self._fonts[role])

    def metrics(self, role: Role) -> QFontMetrics:
        """The measures of a role's font."""
        return QFontMetrics(self.font(role))

    def width(self, role: Role, text: str) -> int:
        """How wide the text is on one line, with room for what leans out."""
        return self.metrics(role).horizontalAdvance(text) + self.px(4)

    def pitch(self, role: Role) -> int:
        """From one line of a text to the next."""
        return round(self.font(role).pixelSize() * _LINE)

    def lines(self, text: str, role: Role, width: int, most: int = 9) -> tuple[str, ...]:
        """The text in lines of this width; «و» never ends one."""
        key = (text, role, width, most)
        if key not in self._broken:
            self._broken[key] = broken(unbroken(text), self.font(role), width, most)
        return self._broken[key]

    def balanced(self, text: str, role: Role, width: int) -> tuple[str, ...]:
        """The same, with no word left alone in the last line: as narrow as so few lines can be."""
        lines = self.lines(text, role, width)
        step = self.font(role).pixelSize()
        longest = max((self.width(role, word) for word in text.split()), default=0)
        while len(lines) > 1 and (width := width - step) > longest + 2 * step:
            narrower = self.lines(text, role, width)
            if len(narrower) > len(lines):
                break
            lines = narrower
        return lines

    def write(
        self,
        painter: QPainter,
        rect: QRect,
        lines: str | tuple[str, ...],
        role: Role,
        colour: Colour,
        align: Align = "start",
    ) -> None:
        """Writes one line, or more in the middle of `rect`'s height, from the right; what is too
        long ends in «…».
        """
        shown = (lines,) if isinstance(lines, str) else lines
        pitch, metrics = self.pitch(role), self.metrics(role)
        top = rect.top() + (rect.height() - pitch * len(shown)) // 2
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.setFont(self.font(role))
        painter.setPen(self.colour(colour))
        flags = line_flags(align)
        for place, line in enumerate(shown):
            spot = QRect(rect.left(), top + place * pitch, rect.width(), pitch)
            said = metrics.elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(spot, flags, said)

    def _growth(self, role: Role) -> float:
        return LARGE[self.wide] if self.large and role not in _FIXED else 1.0
