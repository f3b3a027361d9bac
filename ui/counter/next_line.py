"""Who comes next and for what, or what is being typed: a bold and a quiet part in the middle."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import brush
from ui.look.fonts import Role
from ui.look.theme import Theme

_GAP = 12


class NextLine(QWidget):
    """The quiet part ends in «…» where there is no room for it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._first, self._rest = "", ""
        self._role: Role = "strong"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """All that it shows."""
        return " ".join(part for part in (self._first, self._rest) if part)

    def show_line(self, label: str, title: str) -> None:
        """Shows a ticket and its sub-service; empty while nobody waits."""
        self._show(label, title, "strong")

    def show_typed(self, text: str, hint: str) -> None:
        """Shows what is typed, and what may be done with it."""
        self._show(text, hint, "label_row")

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        first = theme.width(self._role, self._first)
        wide = min(first + _GAP + theme.width("label", self._rest), self.width())
        start = (self.width() + wide) // 2
        spot = QRect(start - first, 0, first, self.height())
        brush.write(painter, theme, spot, self._first, self._role, "ink")
        left = start - wide
        rest = QRect(left, 0, spot.left() - _GAP - left, self.height())
        brush.write(painter, theme, rest, self._rest, "label", "ink_2")
        painter.end()

    def _show(self, first: str, rest: str, role: Role) -> None:
        if (first, rest, role) != (self._first, self._rest, self._role):
            self._first, self._rest, self._role = first, rest, role
            self.setAccessibleName(self.text)
            self.update()
