"""What all fields share: a label above, a box that says its state, a note."""

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import brush
from ui.look.theme import Theme
from ui.look.tokens import Colour

State = Literal["plain", "correct", "wrong"]

RADIUS = 6
PAD = 11
_LABEL, _BELOW = 20, 2


class Boxed(QWidget):
    """Paints label, note and box around one control, which stands in the box without its own.

    `entered` says that the clerk is done with it (Enter); the ring of the focus is the box's.
    """

    entered = Signal()

    def __init__(self, theme: Theme, label: str, note: str = "") -> None:
        super().__init__()
        self.theme = theme
        self._label, self._note, self._standing = label, note, note
        self._state: State = "plain"
        self._filled = self._closed = False
        self._inner: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def label(self) -> str:
        """What the field is called."""
        return self._label

    @property
    def state(self) -> State:
        """How the last `mark` left it."""
        return self._state

    def show_label(self, label: str) -> None:
        """Call the field otherwise."""
        if label != self._label:
            self._label = label
            if self._inner:
                self._inner.setAccessibleName(label)
            self.update()

    def hold(self, inner: QWidget) -> None:
        """Take the control that stands in the box; it is called as the field is."""
        self._inner = inner
        inner.setParent(self)
        inner.setAccessibleName(self._label)
        self._tell()
        inner.setFont(self.theme.font("field"))
        self.setFocusProxy(inner)

    def mark(self, state: State) -> None:
        """Show that the value is right (a tick), wrong (a brick edge), or not judged."""
        if state != self._state:
            self._state = state
            self.laid()
            self.update()

    def refuse(self, why: str) -> None:
        """Show that the value is wrong, and say why at the left of the label until it is typed
        anew.
        """
        self.mark("wrong")
        self._note, self._filled = why, False
        self._tell()
        self.update()

    def show_filled(self, filled_from: str) -> None:
        """Say at the left of the label from where the value came by itself; "": it did not."""
        note = filled_from or self._standing
        if (note, bool(filled_from)) != (self._note, self._filled):
            self._note, self._filled = note, bool(filled_from)
            self._tell()
            self.update()

    def close_box(self, *, closed: bool) -> None:
        """Show that it is there to be read, not to be filled."""
        if closed != self._closed:
            self._closed = closed
            self.update()

    @property
    def box(self) -> QRect:
        """Where the box stands in the field."""
        top = self.theme.px(_LABEL) + _BELOW
        return QRect(0, top, self.width(), self.height() - top)

    def box_height(self) -> int:
        """How high the box is; higher in fields of several lines."""
        return self.theme.field_height

    def laid(self) -> None:
        """Place the control anew."""
        if self._inner:
            self._inner.setGeometry(self.box.adjusted(1, 1, -1, -1))

    def sizeHint(self) -> QSize:
        high = self.theme.px(_LABEL) + _BELOW + self.box_height()
        return QSize(max(self.theme.width("label", self._label), self.theme.px(120)), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(48), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.laid()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the label is one on the field."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_words(painter)
        edge: Colour = "edge_soft" if self._closed else "edge"
        edge = "brick" if self._state == "wrong" else edge
        fill = self.theme.colour("ground" if self._filled or self._closed else "surface")
        thick = 2 if self._state == "wrong" else 1
        brush.box(painter, self.box, RADIUS, fill, self.theme.colour(edge), thick=thick)
        self.paint_more(painter)
        painter.end()

    def paint_more(self, painter: QPainter) -> None:
        """Paint what this kind of field has beside its control: here the tick of a right value."""
        if self._state == "correct":
            self.theme.icons.paint(painter, self.end(), "check", "firuzeh_7")

    def end(self) -> QRect:
        """A square at the left end of the box, for a tick or a chevron."""
        side = self.theme.px(16)
        top = self.box.top() + (self.theme.field_height - side) // 2
        return QRect(self.box.left() + 10, top, side, side)

    def _tell(self) -> None:
        if self._inner:
            self._inner.setAccessibleDescription(self._note)

    def _paint_words(self, painter: QPainter) -> None:
        line = QRect(0, 0, self.width(), self.theme.px(_LABEL))
        brush.write(painter, self.theme, line, self._label, "label", "ink_2")
        taken = self.theme.width("label", self._label) + 8
        rest = line.adjusted(0, 0, -taken, 0)
        if self._note and rest.width() > self.theme.px(24):
            brush.write(painter, self.theme, rest, self._note, "least", "ink_2", "end")
