"""Names of several lists over one table, each with the digit that leads there and a count."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.look import brush
from ui.look.fonts import Role
from ui.look.parts.key_cap import cap_size, paint_cap
from ui.look.theme import Theme
from ui.look.tokens import Colour

_PAD, _GAP = 12, 8


class _Tab(QAbstractButton):
    """Cap, name, count; underlined while its list is shown."""

    def __init__(self, theme: Theme, digit: str, name: str) -> None:
        super().__init__()
        self._theme, self._digit, self._name = theme, digit, name
        self._count = ""
        self._colour: Colour = "ink"
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: str, colour: Colour) -> None:
        self._count, self._colour = count, colour
        self.setAccessibleName(f"{self._name}: {count} ({self._digit})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        wide = theme.width("strong", self._name) + theme.width("strong", self._count)
        wide += cap_size(theme, self._digit).width() + 2 * _GAP + 2 * _PAD
        return QSize(wide, theme.px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        right = self.width() - _PAD
        size = cap_size(theme, self._digit)
        cap = QRect(right - size.width(), (self.height() - size.height()) // 2, 0, 0)
        cap.setSize(size)
        paint_cap(painter, cap, self._digit, "quiet", theme)
        right = cap.left() - _GAP
        role: Role = "strong" if on else "open"
        colour: Colour = "firuzeh_7" if on else "ink_2"
        brush.write(painter, theme, QRect(0, 0, right, self.height()), self._name, role, colour)
        right -= theme.width(role, self._name) + _GAP
        spot = QRect(0, 0, right, self.height())
        brush.write(painter, theme, spot, self._count, "strong", self._colour)
        thick = 3 if on else 1
        line = theme.colour("firuzeh_7" if on else "line")
        painter.fillRect(0, self.height() - thick, self.width(), thick, line)
        painter.end()


class DigitTabs(QWidget):
    """`chosen` gives the place of the tab that was clicked; keys come through the page. The first
    tab bears the digit `first`: what is too much for one row goes on in another.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, names: Sequence[str], first: int = 1) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._tabs = [_Tab(theme, str(place), name) for place, name in enumerate(names, first)]
        for place, tab in enumerate(self._tabs):
            row.addWidget(tab)
            tab.clicked.connect(lambda _=False, at=place: self.chosen.emit(at))
        row.addStretch()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        foot = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(foot, self._theme.colour("line"))
        painter.end()

    def choose(self, place: int) -> None:
        """Shows which list is seen; -1: none of these."""
        for at, tab in enumerate(self._tabs):
            tab.setChecked(at == place)

    def show_count(self, place: int, count: str, colour: Colour = "ink") -> None:
        """Shows how many one holds."""
        self._tabs[place].show_count(count, colour)
