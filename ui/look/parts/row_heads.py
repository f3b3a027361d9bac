"""The heads of a table's columns."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import brush
from ui.look.parts.row import Column
from ui.look.parts.row_paint import spread
from ui.look.theme import Theme


class RowHeads(QWidget):
    """What each column holds, in the type of labels, over its cells."""

    def __init__(
        self, theme: Theme, columns: Sequence[Column], heads: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._columns, self.heads = theme, columns, tuple(heads)
        self.resize(0, theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        places = spread(self._theme, self._columns, self.rect())
        for head, column, spot in zip(self.heads, self._columns, places, strict=True):
            brush.write(painter, self._theme, spot, head, "label", "ink_2", column.align)
        foot = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(foot, self._theme.colour("line"))
        painter.end()
