"""The recovery key as people read it: eight numbered groups."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.persian import persian_digits
from ui.frame.words import tr
from ui.look import brush
from ui.look.theme import Theme

_IN_A_ROW, _HIGH, _GAP = 4, 72, 8
_HIDDEN = "••••••"


class Groups(QWidget):
    """Rows of four from the right; can be covered, so that what is typed comes from paper."""

    def __init__(self, theme: Theme, groups: tuple[str, ...]) -> None:
        super().__init__()
        self._theme, self._groups = theme, groups
        self.covered = False
        self.setMinimumSize(self.sizeHint())
        self.cover(covered=False)

    def cover(self, *, covered: bool) -> None:
        """Hides or shows the digits."""
        self.covered = covered
        said = (" ".join(group) for group in self._groups)
        self.setAccessibleName("" if covered else persian_digits("، ".join(said)))
        self.update()

    def sizeHint(self) -> QSize:
        rows = -(-len(self._groups) // _IN_A_ROW)
        return QSize(self._theme.px(480), rows * self._theme.box(_HIGH) - _GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide, high = (self.width() + _GAP) // _IN_A_ROW, self._theme.box(_HIGH)
        for place, group in enumerate(self._groups):
            row, column = divmod(place, _IN_A_ROW)
            left = self.width() + _GAP - (column + 1) * wide
            self._paint(
                painter, QRect(left, row * high, wide - _GAP, high - _GAP), place + 1, group
            )
        painter.end()

    def _paint(self, painter: QPainter, spot: QRect, place: int, group: str) -> None:
        theme = self._theme
        brush.box(painter, spot, 8, theme.colour("ground"), theme.colour("line"))
        head = QRect(spot.left(), spot.top() + 4, spot.width(), theme.pitch("least"))
        name = tr("Group {n}", n=place)
        brush.write(painter, theme, head, name, "least", "ink_2", "centre")
        digits = spot.adjusted(0, head.height(), 0, 0)
        shown = _HIDDEN if self.covered else persian_digits(group)
        painter.setFont(theme.font("call"))
        painter.setPen(theme.colour("ink"))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(digits, int(Qt.AlignmentFlag.AlignCenter), shown)
