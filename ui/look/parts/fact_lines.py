"""A few facts one below the other: what each is, and how it is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import brush
from ui.look.theme import Theme
from ui.look.tokens import Colour

Facts = Sequence[tuple[str, str, Colour]]

_LABEL, _GAP, _LINE, _MOST = 100, 6, 4, 3


class FactLines(QWidget):
    """Labels at the right, what they name beside them, in as many lines as it needs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._facts: tuple[tuple[str, str, Colour], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, facts: Facts) -> None:
        """Shows other facts."""
        self._facts = tuple(facts)
        self.setAccessibleName("؛ ".join(f"{name}: {text}" for name, text, _ in facts))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._high(lines) for lines in self._lines(width))

    def sizeHint(self) -> QSize:
        wide = self.width() or self._theme.px(240)
        return QSize(self._theme.px(200), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        top = 0
        for (name, _, colour), lines in zip(self._facts, self._lines(self.width()), strict=True):
            label = QRect(self.width() - theme.px(_LABEL), top, theme.px(_LABEL), self._pitch)
            brush.write(painter, theme, label, name, "label", "ink_2")
            for place, line in enumerate(lines):
                wide = label.left() - _GAP
                spot = QRect(0, top + place * self._pitch, wide, self._pitch)
                brush.write(painter, theme, spot, line, "open", colour)
            top += self._high(lines)
        painter.end()

    @property
    def _pitch(self) -> int:
        return self._theme.px(20)

    def _high(self, lines: Sequence[str]) -> int:
        return self._pitch * max(len(lines), 1) + _LINE

    def _lines(self, width: int) -> list[tuple[str, ...]]:
        wide = max(width - self._theme.px(_LABEL) - _GAP, 40)
        font = self._theme.font("open")
        return [brush.broken(text, font, wide, _MOST) for _, text, _ in self._facts]
