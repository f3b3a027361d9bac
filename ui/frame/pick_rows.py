"""Rows of a list to pick from: a long text takes a second line, so that two that begin alike can be
told apart.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.look import brush
from ui.look.fonts import Role
from ui.look.parts.row import Column, Index, Row, RowModel
from ui.look.parts.row_paint import BETWEEN, INSET, RowPainter
from ui.look.parts.rows import RowList
from ui.look.theme import Theme

_FIRST, _TRAILING, _HIGH, _MOST = 88, 150, 34, 2
_LEAST = 200
"""A list that leaves less for a text has not found its place yet."""
_ROLE: Role = "open"
_COLUMNS = (
    Column(width=_FIRST, role="label_row"),
    Column(role=_ROLE),
    Column(width=_TRAILING, align="end", role="secondary", colour="ink_2"),
)


class PickRows(RowPainter):
    """Paints something short, the text, and a word at the far edge; a row without that word gives
    its room to the text. `wide` is how wide the list is.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _COLUMNS, theme.px(_HIGH))
        self.wide = 0
        self._broken: dict[tuple[str, int], tuple[str, ...]] = {}

    def room(self, row: Row) -> int:
        """How wide its text may be."""
        fixed = self.theme.px(_FIRST) + BETWEEN
        if row.cells[2].text:
            fixed += self.theme.px(_TRAILING) + BETWEEN
        return max(self.wide - 2 * INSET - fixed, 1)

    def lines(self, row: Row) -> tuple[str, ...]:
        """Its text as it is shown."""
        text, room = row.cells[1].text, self.room(row)
        if room < self.theme.px(_LEAST) or self.theme.width(_ROLE, text) <= room:
            return (text,)
        if (text, room) not in self._broken:
            self._broken[text, room] = brush.broken(text, self.theme.font(_ROLE), room, _MOST)
        return self._broken[text, room]

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        row = model.rows[index.row()] if isinstance(model, RowModel) else None
        more = len(self.lines(row)) - 1 if row else 0
        return QSize(0, self.height + more * self.theme.pitch(_ROLE))

    def paint_cells(
        self, painter: QPainter, rect: QRect, place: int, row: Row, *, current: bool
    ) -> None:
        """Paints them; the short thing and the word stand in the middle of the height."""
        del place, current
        first, _, trailing = self.columns
        right = rect.right() + 1 - INSET
        wide = self.theme.px(_FIRST)
        spot = QRect(right - wide, rect.top(), wide, rect.height())
        self.paint_cell(painter, spot, row.cells[0], first)
        text = QRect(spot.left() - BETWEEN - self.room(row), rect.top(), self.room(row), 0)
        text.setHeight(rect.height())
        brush.write_lines(painter, self.theme, text, self.lines(row), _ROLE, "ink")
        end = QRect(rect.left() + INSET, rect.top(), self.theme.px(_TRAILING), rect.height())
        self.paint_cell(painter, end, row.cells[2], trailing)


class PickList(RowList):
    """The list itself: rows are as high as their texts need at its width. Keys never come here."""

    def __init__(self, theme: Theme, empty: str) -> None:
        self._rows = PickRows(theme)
        super().__init__(theme, empty=empty, keeps_current=True, painter=self._rows)
        self.setUniformItemSizes(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._rows.wide != self.viewport().width():
            self._rows.wide = self.viewport().width()
            self.scheduleDelayedItemsLayout()
        self.scrollTo(self.currentIndex())
