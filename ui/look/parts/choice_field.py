"""A field that offers a few values."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QStyledItemDelegate

from ui.look import brush
from ui.look.parts.boxed import PAD, RADIUS, Boxed
from ui.look.theme import Theme

_ENOUGH = 160
_DONE = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Choice(QComboBox):
    """The control itself: arrow keys choose, the space bar opens the list, Enter is done.

    It leaves F4 to the window, and the wheel to what scrolls.
    """

    ring_radius = RADIUS

    def __init__(self, field: Boxed) -> None:
        super().__init__(field)
        self._field = field
        self._listed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def ring_rect(self) -> QRect:
        """The box of the field."""
        return self._field.box.translated(QPoint() - self.pos())

    def showPopup(self) -> None:  # noqa: N802
        """Open the list, what is chosen lit; it is made when first opened, for a quick start."""
        if not self._listed:
            self._listed = True
            self.setView(QListView(self))
            self.setItemDelegate(QStyledItemDelegate(self))
        super().showPopup()
        chosen = self.view().currentIndex()
        lit = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view().selectionModel().select(chosen, lit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DONE:
            self._field.entered.emit()
        elif event.key() == Qt.Key.Key_F4:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._field.theme
        left = self._field.end().right() + 4
        rect = self.rect().adjusted(left, 0, -PAD, 0)
        brush.write(painter, theme, rect, self.currentText(), "field", "ink")
        painter.end()


class ChoiceField(Boxed):
    """A label, and under it one of a few values; `chosen` gives the key that the clerk chose."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, label: str, note: str = "") -> None:
        super().__init__(theme, label, note)
        self._widest = 0
        self.choice = Choice(self)
        self.hold(self.choice)
        self.choice.activated.connect(self._picked)

    def value(self) -> str:
        """The key of what is chosen; "" while nothing is."""
        return str(self.choice.currentData() or "")

    def show_options(self, options: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """Offer these keys under these words; without a known key the first is chosen."""
        self.choice.clear()
        for key, words in options:
            self.choice.addItem(words, key)
        widths = [self.theme.width("field", words) for _, words in options]
        self._widest = min(max(widths, default=0), self.theme.px(_ENOUGH))
        self.updateGeometry()
        self.show_value(chosen)

    def show_value(self, key: str, *, filled_from: str = "") -> None:
        """Choose by key; `filled_from` says from where it came by itself."""
        self.choice.setCurrentIndex(max(self.choice.findData(key), 0))
        self.mark("plain")
        self.show_filled(filled_from)

    def minimumSizeHint(self) -> QSize:
        """Short words are always seen whole."""
        least = super().minimumSizeHint()
        return least.expandedTo(QSize(self._widest + self.end().right() + 6 + PAD, 0))

    def paint_more(self, painter: QPainter) -> None:
        """Paint the chevron that says: there are more."""
        self.theme.icons.paint(painter, self.end(), "chevron-down", "ink_2")

    def _picked(self, _place: int) -> None:
        self.mark("plain")
        self.show_filled("")
        self.chosen.emit(self.value())
