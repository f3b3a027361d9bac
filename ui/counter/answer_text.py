"""One part of the answer: a text, with the usual texts one key away."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy

from ui.frame.words import tr
from ui.look import brush
from ui.look.parts.key_cap import cap_size, paint_cap
from ui.look.parts.text_field import TextField
from ui.look.theme import Theme

_ALT_DOWN = "Alt+↓"
_GAP = 8


class AnswerText(TextField):
    """Takes all the height there is. `here` says which share of the text stands before the cursor
    while the clerk is in it; `text_wanted`: a usual text is wanted instead; `closed`: somebody
    typed into what is there to be read.
    """

    text_wanted = Signal()
    here = Signal(float)
    closed = Signal()

    def __init__(self, theme: Theme, label: str, *, least: int) -> None:
        super().__init__(theme, label, lines=least)
        self._offers, self._taken_from = False, ""
        self._locked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.area.installEventFilter(self)
        self.area.cursorPositionChanged.connect(self._say_where)

    def show_offer(self, title: str, *, offers: bool) -> None:
        """Says from which usual text this one came, and that there are some."""
        self._taken_from, self._offers = title, offers
        self.area.setAccessibleDescription(title)
        self.update()

    def lock(self, *, locked: bool) -> None:
        """To be read alone, or to be written."""
        self._locked = locked
        self.area.setReadOnly(locked)
        self.close_box(closed=locked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Down is a wish, and coming here is worth telling."""
        if event.type() == QEvent.Type.FocusIn:
            self._say_where()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() == Qt.Key.Key_Down and self._offers and not self._locked:
            self.text_wanted.emit()
            return True
        if self._locked and event.text().isprintable() and event.text():
            self.closed.emit()
        return False

    def paint_more(self, painter: QPainter) -> None:
        """The name of the usual text, a chevron and the key, at the far end of the label's line."""
        super().paint_more(painter)
        if not self._offers or self._locked:
            return
        theme, line = self.theme, QRect(0, 0, self.width(), self.box.top() - 2)
        cap = QRect(0, 0, 0, 0)
        cap.setSize(cap_size(theme, _ALT_DOWN))
        cap.setHeight(cap.height() - 3)  # the ring of the focus comes that near
        paint_cap(painter, cap, _ALT_DOWN, "quiet", theme)
        side = theme.px(14)
        icon = QRect(cap.right() + _GAP, 0, side, line.height())
        theme.icons.paint(painter, icon, "chevron-down", "firuzeh_7")
        label = theme.width("label", self.label) + 3 * _GAP
        rest = line.adjusted(icon.right() + _GAP, 0, -label, 0)
        self._paint_offer(painter, rest)

    def _paint_offer(self, painter: QPainter, rest: QRect) -> None:
        """«متن آماده» in grey and its title in firuzeh, flush at the far end."""
        theme, word = self.theme, tr("Ready text")
        room = rest.width() - theme.width("least", word) - _GAP
        title = theme.metrics("chip").elidedText(
            self._taken_from, Qt.TextElideMode.ElideRight, max(room, 0)
        )
        wide = theme.width("chip", title) if title else -_GAP
        spot = QRect(rest.left(), rest.top(), max(wide, 0), rest.height())
        brush.write(painter, theme, spot, title, "chip", "firuzeh_7", "end")
        before = rest.adjusted(wide + _GAP, 0, 0, 0)
        brush.write(painter, theme, before, word, "least", "ink_2", "end")

    def _say_where(self) -> None:
        if self.area.hasFocus():
            whole = max(self.area.document().characterCount() - 1, 1)
            self.here.emit(self.area.textCursor().position() / whole)
