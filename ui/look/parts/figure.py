"""A figure with its name over it and its unit beside it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import brush
from ui.look.theme import Theme

_GAP = 8


class Figure(QWidget):
    """«در انتظار» over «۱۴ نفر»."""

    def __init__(self, theme: Theme, name: str, unit: str) -> None:
        super().__init__()
        self._theme, self._name, self._unit = theme, name, unit
        self._value = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str:
        """What it shows."""
        return self._value

    def show_value(self, value: str) -> None:
        """Shows another figure."""
        if value != self._value:
            self._value = value
            self.setAccessibleName(f"{self._name}: {value} {self._unit}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        below = theme.width("count", self._value) + _GAP + theme.width("unit", self._unit)
        wide = max(theme.width("label", self._name), below, theme.box(83))
        return QSize(wide, theme.px(20) + theme.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        head = QRect(0, 0, self.width(), theme.px(20))
        brush.write(painter, theme, head, self._name, "label", "ink_2")
        below = QRect(0, head.bottom() + 1, self.width(), self.height() - head.height())
        brush.write(painter, theme, below, self._value, "count", "ink")
        below.setRight(below.right() - theme.width("count", self._value) - _GAP)
        brush.write(painter, theme, below, self._unit, "unit", "ink_2")
        painter.end()
