"""How a row of a list is painted: on fixed columns, with a line under it and no grid."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look import brush
from ui.look.parts.key_cap import cap_size, paint_cap
from ui.look.parts.row import Cell, Column, Index, Row, RowModel
from ui.look.theme import Theme

INSET = 12
BETWEEN = 8
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus


def spread(theme: Theme, columns: Sequence[Column], rect: QRect) -> list[QRect]:
    """The place of each column in a row, the first at the right."""
    inner = rect.adjusted(INSET, 0, -INSET, 0)
    fixed = sum(theme.px(column.width) for column in columns)
    free = max(inner.width() - fixed - BETWEEN * (len(columns) - 1), 0)
    stretch = free // max(sum(not column.width for column in columns), 1)
    places: list[QRect] = []
    right = inner.right() + 1
    for column in columns:
        wide = theme.px(column.width) or stretch
        places.append(QRect(right - wide, rect.top(), wide, rect.height()))
        right -= wide + BETWEEN
    return places


class RowPainter(QStyledItemDelegate):
    """Paints rows of cells; a list with rows of its own kind overrides `paint_cells`."""

    def __init__(
        self, theme: Theme, columns: Sequence[Column], height: int, *, lined: bool = True
    ) -> None:
        super().__init__()
        self.theme = theme
        self.columns = tuple(columns)
        self.height = height
        self.keeps_current = False
        self._lined = lined

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint line, ground and cells; the painter is given back as it came."""
        model = index.model()
        if not isinstance(model, RowModel):
            return
        row, rect = model.rows[index.row()], QRect(option.rect)
        sign = _SELECTED if self.keeps_current else _FOCUSED
        current = bool(option.state & sign)
        painter.save()
        if self._lined and index.row() < len(model.rows) - 1:
            foot = QRect(rect.left(), rect.bottom(), rect.width(), 1)
            painter.fillRect(foot, self.theme.colour("row_line"))
        if current or row.marked:
            ground, edge = self.theme.colour("surface"), self.theme.colour("edge_soft")
            brush.box(painter, rect, 6, ground, edge)
        self.paint_cells(painter, rect, index.row(), row, current=current)
        painter.restore()

    def paint_cells(
        self, painter: QPainter, rect: QRect, place: int, row: Row, *, current: bool
    ) -> None:
        """Paint what the row says; `current` is the row that keys go to."""
        del place, current
        places = spread(self.theme, self.columns, rect)
        for cell, column, spot in zip(row.cells, self.columns, places, strict=False):
            self.paint_cell(painter, spot, cell, column)

    def paint_cell(self, painter: QPainter, spot: QRect, cell: Cell, column: Column) -> None:
        """Paint one cell into its place."""
        colour = cell.colour or column.colour
        if cell.cap:
            self._paint_cap(painter, spot, cell.cap, column)
            return
        words = QRect(spot)
        if cell.icon:
            side = self.theme.px(18)
            icon = QRect(spot.right() + 1 - side, spot.top(), side, spot.height())
            self.theme.icons.paint(painter, icon, cell.icon, colour)
            words.setRight(icon.left() - BETWEEN)
        role = cell.role or column.role
        brush.write(painter, self.theme, words, cell.text, role, colour, column.align)

    def _paint_cap(self, painter: QPainter, spot: QRect, key: str, column: Column) -> None:
        size = cap_size(self.theme, key)
        left = spot.left() if column.align == "end" else spot.right() + 1 - size.width()
        rect = QRect(left, spot.top() + (spot.height() - size.height()) // 2, 0, 0)
        rect.setSize(size)
        paint_cap(painter, rect, key, "normal", self.theme)
