"""What a key of the key bar looks like: measured and painted, without knowing who presses it."""

from typing import Literal

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter

from app.value import Value
from ui.look import brush
from ui.look.fonts import Role
from ui.look.parts.key_cap import Tone, cap_size, paint_cap
from ui.look.theme import Theme
from ui.look.tokens import Colour

Size = Literal["bar", "medium", "big"]
"""In the key bar; on white, between two clients; the one big key there."""
Touch = Literal["none", "over", "down"]

RADIUS: dict[Size, int] = {"bar": 8, "medium": 8, "big": 12}
MOST = 2
"""So many lines stand on a key, name and reason together."""
_HEIGHT: dict[Size, int] = {"bar": 44, "medium": 44, "big": 88}
_SIDE, _GAP, _BIG_SIDE, _BIG_GAP = 12, 10, 64, 18


class KeyFace(Value, frozen=True, kw_only=True):
    """Cap and name beside it; at enlarged text, in the bar, the cap above the name."""

    theme: Theme
    key: str
    size: Size = "bar"
    name: tuple[str, ...] = ("",)
    small: str = ""
    filled: bool = False
    possible: bool = True

    def wanted(self) -> QSize:
        """How much room it needs."""
        cap, text = self._cap(), self._text_width()
        if self._above:
            wide = max(cap.width(), text) + 2 * _SIDE
            return QSize(wide, cap.height() + MOST * self._pitch + 12)
        side = self.theme.px(_BIG_SIDE) if self.size == "big" else _SIDE
        wide = cap.width() + self._gap + text + 2 * side
        return QSize(wide, self.theme.px(_HEIGHT[self.size]))

    def paint(self, painter: QPainter, rect: QRect, touch: Touch) -> None:
        """Paint it into `rect`, as the pointer touches it."""
        self._paint_box(painter, rect, touch)
        spot = self._cap_above(rect) if self._above else self._cap_beside(rect)
        paint_cap(painter, spot, self.key, self._tone, self.theme, big=self.size == "big")
        if self._above:
            lines = len(self.name) + bool(self.small)
            under = QRect(4, spot.bottom() + 4, rect.width() - 8, lines * self._pitch)
            self._paint_text(painter, under, "centre")
        else:
            left = _SIDE // 2
            beside = QRect(left, 0, spot.left() - self._gap - left, rect.height())
            self._paint_text(painter, beside, "start")

    @property
    def _above(self) -> bool:
        return self.theme.large and self.size == "bar"

    @property
    def _gap(self) -> int:
        return _BIG_GAP if self.size == "big" else _GAP

    @property
    def _pitch(self) -> int:
        return self.theme.px(16 if self._above else 17)

    @property
    def _role(self) -> Role:
        if self.size == "big":
            return "call"
        if len(self.name) > 1 and not self._above:
            return "key_small"
        return "button" if self.filled else "key"

    @property
    def _colour(self) -> Colour:
        if not self.possible:
            return "ink_3"
        return "on_dark" if self.filled else "ink"

    @property
    def _tone(self) -> Tone:
        if not self.possible:
            return "off"
        return "filled" if self.filled else "normal"

    def _cap(self) -> QSize:
        return cap_size(self.theme, self.key, big=self.size == "big")

    def _text_width(self) -> int:
        widths = [self.theme.width(self._role, line) for line in self.name]
        return max([*widths, self.theme.width("least", self.small)])

    def _cap_beside(self, rect: QRect) -> QRect:
        cap = self._cap()
        content = cap.width() + self._gap + self._text_width()
        centred = self.filled or self.size != "bar"
        lead = max((rect.width() - content) // 2, _SIDE) if centred else _SIDE
        left = rect.width() - lead - cap.width()
        return QRect(left, (rect.height() - cap.height()) // 2, cap.width(), cap.height())

    def _cap_above(self, rect: QRect) -> QRect:
        cap = self._cap()
        lines = len(self.name) + bool(self.small)
        top = (rect.height() - cap.height() - lines * self._pitch - 4) // 2
        return QRect((rect.width() - cap.width()) // 2, top, cap.width(), cap.height())

    def _paint_box(self, painter: QPainter, rect: QRect, touch: Touch) -> None:
        fill, edge = self._box(touch)
        colour, dashed = self.theme.colour, self.theme.tokens.contrast and not self.possible
        brush.box(
            painter,
            rect,
            RADIUS[self.size],
            colour(fill) if fill else None,
            colour(edge) if edge else None,
            dashed=dashed,
        )

    def _box(self, touch: Touch) -> tuple[Colour | None, Colour | None]:
        """Ground and edge."""
        if not self.possible:
            return None, "edge_faint"
        if self.filled:
            return ("firuzeh_8" if touch == "down" else "firuzeh_7"), None
        fill: Colour = "sunk" if touch == "down" else "surface"
        return fill, "edge_soft" if touch == "none" else "edge"

    def _paint_text(self, painter: QPainter, rect: QRect, align: brush.Align) -> None:
        lines: list[tuple[str, Role]] = [(line, self._role) for line in self.name]
        lines += [(self.small, "least")] if self.small else []
        top = rect.top() + (rect.height() - len(lines) * self._pitch) // 2
        for place, (line, role) in enumerate(lines):
            spot = QRect(rect.left(), top + place * self._pitch, rect.width(), self._pitch)
            brush.write(painter, self.theme, spot, line, role, self._colour, align)
