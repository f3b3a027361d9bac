"""A field of several lines: remarks, grounds, the content of an answer."""

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from app.letters import tidy
from ui.look.parts.boxed import RADIUS, Boxed
from ui.look.parts.digits import shown
from ui.look.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Area(QPlainTextEdit):
    """The text itself: Enter makes a new line, Ctrl+Enter is done, Tab leaves."""

    ring_radius = RADIUS

    def __init__(self, field: Boxed) -> None:
        super().__init__(field)
        self._field = field
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.document().setDocumentMargin(5)
        self.viewport().setAutoFillBackground(False)

    def ring_rect(self) -> QRect:
        """The box of the field."""
        return self._field.box.translated(QPoint() - self.pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & _CONTROL:
            self._field.entered.emit()
        elif event.text() and shown(event.text()) != event.text():
            self._take(event.text())
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """What is pasted gets Persian digits too."""
        self._take(source.text())

    def _take(self, text: str) -> None:
        """Insert it as it is shown after the letter before: A4 keeps its digit."""
        cursor = self.textCursor()
        place = cursor.selectionStart()
        before = str(self.document().characterAt(place - 1)) if place else ""
        cursor.insertText(shown(before + text)[len(before) :])
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


class TextField(Boxed):
    """A label, and under it some lines to write in; `edited` gives the text at every change."""

    edited = Signal(str)

    def __init__(self, theme: Theme, label: str, note: str = "", *, lines: int = 3) -> None:
        self._lines = lines
        super().__init__(theme, label, note)
        self._showing = False
        self.area = Area(self)
        self.hold(self.area)
        self.area.setFont(theme.font("body"))
        self.area.textChanged.connect(self._typed)

    def value(self) -> str:
        """The text without blanks at its ends."""
        return tidy(self.area.toPlainText())

    def show_value(self, text: str, *, filled_from: str = "") -> None:
        """Show a text, the cursor at its end; `filled_from` says from where it came by itself."""
        self._showing = True
        if shown(text) != self.area.toPlainText():
            self.area.setPlainText(shown(text))
            self.area.moveCursor(QTextCursor.MoveOperation.End)
        self._showing = False
        self.mark("plain")
        self.show_filled(filled_from)

    def show_hint(self, text: str) -> None:
        """Show, while it is empty, what belongs there."""
        self.area.setPlaceholderText(shown(text))

    def box_height(self) -> int:
        """So high that its lines are seen at once."""
        return self._lines * self.theme.metrics("body").height() + 20

    def laid(self) -> None:
        """The round corners stay free of the scroll bar."""
        self.area.setGeometry(self.box.adjusted(4, 3, -4, -3))

    def _typed(self) -> None:
        if not self._showing:
            self.mark("plain")
            self.show_filled("")
            self.edited.emit(self.value())
