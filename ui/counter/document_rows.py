"""The rows of the checklist: settled by one key each, as high as they are; the sheet scrolls."""

from time import monotonic
from typing import ClassVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.checklist import Checklist, Row, RowMark
from ui.counter.document_paint import DocumentPainter, Laid
from ui.counter.document_words import hint_of, name_of, spoken
from ui.look.parts.ground import lay_ground
from ui.look.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_NEXT = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: -1}


class _Model(QAbstractListModel):
    """The rows as people see and hear them."""

    rows: tuple[Row, ...] = ()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return spoken(self.rows[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self.rows[index.row()]
            return hint_of(row) or name_of(row)
        return None

    def take(self, rows: tuple[Row, ...]) -> bool:
        """Shows other rows; True where more than marks has changed."""
        titles = [row.title for row in self.rows]
        other = titles != [row.title for row in rows]
        if other:
            self.beginResetModel()
        self.rows = rows
        if other:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        return other


_TWICE = 0.3
"""Seconds within which the same key again is the same press."""


class DocumentRows(QListView):
    """`marked` gives title and mark, `left_down` follows Enter when nothing below is unsettled,
    `ring_moved` another current row. Inquiries are passed over. `locked`: shown, not to be ticked.
    """

    marked = Signal(str, str)
    left_down = Signal()
    ring_moved = Signal()
    ring_radius = 6

    _MARKS: ClassVar[dict[Qt.Key, RowMark]] = {
        Qt.Key.Key_Space: "received",
        Qt.Key.Key_Delete: "missing",
        Qt.Key.Key_Minus: "not_needed",
    }

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        lay_ground(self)
        self._theme = theme
        self._pressed: tuple[Qt.Key | None, int, float] = (None, -1, 0.0)
        self._checklist = Checklist()
        self._locked = False
        self._laid: tuple[Laid, ...] = ()
        self._model = _Model(self)
        self.painter = DocumentPainter(theme)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self._behave()

    def show_checklist(self, checklist: Checklist, *, locked: bool = False) -> None:
        """Shows the rows; the current one stays current by its title."""
        if (checklist, locked) == (self._checklist, self._locked):
            return
        before = self._current
        title = self._checklist.rows[before].title if before >= 0 else ""
        self._checklist, self._locked = checklist, locked
        other = self._model.take(checklist.rows)
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if self.reachable else Qt.FocusPolicy.NoFocus
        )
        self.lay_out()
        if other and (before >= 0 or self.hasFocus()):
            self._go_to_title(title)

    def lay_out(self) -> None:
        """Breaks the rows to the width there is, and becomes as high as they are."""
        self._laid = self.painter.fit(self._checklist.rows, self.width())
        self.setFixedHeight(sum(laid.height for laid in self._laid))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
        self.ring_moved.emit()

    def go_to_open(self, after: int = -1) -> bool:
        """Makes the next row current of which nothing was said yet; False where there is none."""
        place = self._checklist.next_open(after)
        if place is not None:
            self._go(place)
        return place is not None

    def go_to(self, place: int) -> None:
        """Makes this row current."""
        self._go(place)

    def ring_rect(self) -> QRect:
        """The current row."""
        return self.visualRect(self.currentIndex())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), sum(laid.height for laid in self._laid))

    # -- painting --------------------------------------------------------------------------------

    def paint_row(self, painter: QPainter, rect: QRect, place: int) -> None:
        """Draws the row of that place, and the hairline to the next one."""
        row = self._checklist.rows[place]
        last = place == len(self._laid) - 1
        if not last:
            foot = QRect(rect.left(), rect.bottom(), rect.width(), 1)
            painter.fillRect(foot, self._theme.colour("row_line"))
        self.painter.paint(painter, rect, row, self._laid[place], keys=self._shows_keys(place))

    def height_of(self, place: int) -> int:
        """How high the row of that place is."""
        return self._laid[place].height if place < len(self._laid) else self._theme.row_height

    def _shows_keys(self, place: int) -> bool:
        return self.hasFocus() and place == self._current

    # -- keys ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in self._MARKS:
            if not self._same_press(key, repeated=event.isAutoRepeat()):
                self._mark(self._MARKS[key])
        elif key in _NEXT:
            if not self.go_to_open(self._current):
                self.left_down.emit()
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key in _ENDS:
            self._step(_ENDS[key], -1 if _ENDS[key] > 0 else len(self._laid))
        else:
            event.ignore()

    def _same_press(self, key: Qt.Key, *, repeated: bool) -> bool:
        """The same key again at once, on the same paper, is one press and takes nothing back."""
        before, now = self._pressed, (key, self._current, monotonic())
        self._pressed = now
        return repeated or (now[:2] == before[:2] and now[2] - before[2] < _TWICE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click makes a row current; on its square, or on a key it shows, it is that key."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or not self._may(index.row()):
            return
        keys, row = self._shows_keys(index.row()), self._checklist.rows[index.row()]
        spot, rect = event.position().toPoint(), self.visualRect(index)
        self._go(index.row())
        mark = self.painter.mark_at(rect, row, spot, keys=keys)
        if mark is not None:
            self._mark(mark)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Some row is current as soon as keys go here: the first that is not settled."""
        super().focusInEvent(event)
        if self._current < 0 and not self.go_to_open():
            self._step(1)
        self.viewport().update()
        self.ring_moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.lay_out()

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.viewport().update()
        self.ring_moved.emit()

    # -- how -------------------------------------------------------------------------------------

    @property
    def _current(self) -> int:
        return self.currentIndex().row()

    def _may(self, place: int) -> bool:
        return not self._locked and not self._checklist.rows[place].inquiry

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._laid)

    @property
    def reachable(self) -> bool:
        """Whether any row may be settled by hand."""
        return any(self._may(place) for place in range(len(self._checklist.rows)))

    def _mark(self, mark: RowMark) -> None:
        """The same again opens the row."""
        if self._current >= 0 and self._may(self._current):
            row = self._checklist.rows[self._current]
            self.marked.emit(row.title, "open" if row.mark == mark else mark)

    def _step(self, step: int, start: int | None = None) -> None:
        place = (self._current if start is None else start) + step
        while 0 <= place < len(self._checklist.rows):
            if self._may(place):
                self._go(place)
                return
            place += step

    def _go(self, place: int) -> None:
        self.setCurrentIndex(self._model.index(place))

    def _go_to_title(self, title: str) -> None:
        found = [i for i, row in enumerate(self._checklist.rows) if row.title == title]
        if found and self._may(found[0]):
            self._go(found[0])
        elif not self.go_to_open():
            self._step(1, -1)

    def _behave(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class _Delegate(QStyledItemDelegate):
    """Leaves painting to the rows, which know their columns."""

    def __init__(self, rows: DocumentRows) -> None:
        super().__init__(rows)
        self._rows = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        self._rows.paint_row(painter, option.rect, index.row())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(10, self._rows.height_of(index.row()))
