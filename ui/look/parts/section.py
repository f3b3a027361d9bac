"""The title of a region: its name, the key that leads there, and how things stand in it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import brush
from ui.look.parts.key_cap import cap_size, paint_cap
from ui.look.parts.tick import Mark, paint_progress, progress_width
from ui.look.theme import Theme
from ui.look.tokens import Colour

_GAP = 10


class Section(QWidget):
    """Name at the right with a quiet key cap; at the far left a short text and a row of dashes."""

    def __init__(
        self, theme: Theme, title: str, cap: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._title, self._cap = theme, title, cap
        self._trailing = ""
        self._colour: Colour = "ink"
        self._marks: tuple[Mark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def show_title(self, title: str) -> None:
        """Give the region another name."""
        self._title = title
        self.setAccessibleName(title)
        self.update()

    def show_trailing(self, text: str, colour: Colour = "ink", marks: Sequence[Mark] = ()) -> None:
        """Say at the far left how things stand, and show a dash for each paper."""
        self._trailing, self._colour, self._marks = text, colour, tuple(marks)
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.title_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        free = self._paint_title(painter)
        room = free - 2 * _GAP - self._theme.width("open", self._trailing)
        left = max(min(progress_width(self._theme, self._marks), room, self.width() // 2), 0)
        paint_progress(painter, QRect(0, 0, left, self.height()), self._marks, self._theme)
        rest = QRect(left + _GAP if left else 0, 0, 0, self.height())
        rest.setRight(free - _GAP)
        brush.write(painter, self._theme, rest, self._trailing, "open", self._colour, "end")
        painter.end()

    def _paint_title(self, painter: QPainter) -> int:
        """Paint title and cap; give the x where they end."""
        brush.write(painter, self._theme, self.rect(), self._title, "title", "ink")
        end = self.width() - self._theme.width("title", self._title)
        if not self._cap:
            return end
        size = cap_size(self._theme, self._cap)
        spot = QRect(end - _GAP - size.width(), (self.height() - size.height()) // 2, 0, 0)
        spot.setSize(size)
        paint_cap(painter, spot, self._cap, "quiet", self._theme)
        return spot.left()
