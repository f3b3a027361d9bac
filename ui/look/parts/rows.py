"""The list of all queues and tables: rows without a grid, walked by the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from ui.look import brush
from ui.look.parts.ground import lay_ground
from ui.look.parts.row import Column, Index, Row, RowModel
from ui.look.parts.row_heads import RowHeads
from ui.look.parts.row_paint import INSET, RowPainter
from ui.look.theme import Theme

_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CURRENT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class RowList(QListView):
    """Shows rows; `opened` gives the place of the row on which Enter or a double click came.

    `moved_to` follows the current row, `ring_moved` wherever that stands on the screen. The current
    row is the one with the same key after other rows have been shown. While keys go elsewhere no
    row is current to the eye, unless `keeps_current`. Rows of a kind of their own bring `painter`.
    """

    opened = Signal(int)
    moved_to = Signal(int)
    ring_moved = Signal()
    ring_radius = 6

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[Column] = (),
        *,
        heads: Sequence[str] = (),
        height: int = 34,
        empty: str = "",
        lined: bool = True,
        keeps_current: bool = False,
        painter: RowPainter | None = None,
    ) -> None:
        super().__init__()
        lay_ground(self)
        self.theme = theme
        self._empty, self._keeps = empty, keeps_current
        self._model = RowModel()
        self._painter = painter or RowPainter(theme, columns, theme.px(height), lined=lined)
        self._painter.keeps_current = keeps_current
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self._behave()
        self._heads = RowHeads(theme, self._painter.columns, heads, self) if heads else None
        if self._heads:
            self.setViewportMargins(0, self._heads.height(), 0, 0)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What it shows."""
        return self._model.rows

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands over its columns."""
        return self._heads.heads if self._heads else ()

    @property
    def empty(self) -> str:
        """What it says where there are no rows."""
        return self._empty

    @property
    def place(self) -> int:
        """Where the current row stands; -1 if no row is."""
        return self.currentIndex().row()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the current one stays current wherever it stands now."""
        if tuple(rows) == self.rows:
            return
        before = self.place
        key = self.rows[before].key if before >= 0 else ""
        scrolled = self.verticalScrollBar().value()
        self._model.take(rows)
        self.verticalScrollBar().setValue(scrolled)
        if before >= 0 or self._keeps or self.hasFocus():
            found = self._model.place(key)
            self.go(found if found >= 0 else max(before, 0))
        self.updateGeometry()
        self.ring_moved.emit()

    def show_empty(self, text: str) -> None:
        """Say something else where there are no rows."""
        if text != self._empty:
            self._empty = text
            self.viewport().update()

    def go(self, place: int) -> None:
        """Make the row at this place current, or the last one if there are not so many."""
        index = self._model.index(min(place, len(self.rows) - 1))
        self.selectionModel().setCurrentIndex(index, _CURRENT)

    def ring_rect(self) -> QRect:
        """The current row as far as it is seen; the first row's place while there is none."""
        index = self.currentIndex()
        first = QRect(0, 0, self.viewport().width(), self._painter.height)
        rect = self.visualRect(index) if index.isValid() else first
        return rect.intersected(self.viewport().rect()).translated(self.viewport().pos())

    def sizeHint(self) -> QSize:
        heads = self._heads.height() if self._heads else 0
        return QSize(self.theme.px(200), self._painter.height * max(len(self.rows), 1) + heads)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(80), self._painter.height)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.moved_to.emit(current.row())
        self.ring_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Some row is current as soon as keys go to the list."""
        super().focusInEvent(event)
        if self.rows and self.place < 0:
            self.go(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and self.place >= 0:
            self.opened.emit(self.place)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._heads:
            spot = self.viewport().geometry()
            self._heads.setGeometry(spot.left(), 0, spot.width(), self._heads.height())
        self.ring_moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows:
            painter = QPainter(self.viewport())
            rect = QRect(INSET, 0, self.viewport().width() - 2 * INSET, self._painter.height)
            brush.write(painter, self.theme, rect, self._empty, "body", "ink_2")
            painter.end()

    def _behave(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._opened)
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)

    def _opened(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
