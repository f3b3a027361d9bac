"""A fact that is so or is not, and one choice of several: tick and radio with their words."""

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.look import brush
from ui.look.fonts import Role
from ui.look.parts.tick import paint_mark
from ui.look.theme import Theme
from ui.look.tokens import Colour

Kind = Literal["tick", "radio"]

_GAP = 10
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Toggle(QAbstractButton):
    """`toggled` tells when it changes. Radios of one parent exclude each other."""

    ring_radius = 6

    def __init__(
        self, theme: Theme, text: str, kind: Kind = "tick", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._kind, self._note = theme, kind, ""
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(kind == "radio")
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_note(self, note: str) -> None:
        """Say something under the words."""
        self._note = note
        self.setAccessibleDescription(note)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = self._theme.px(22) + _GAP + self._theme.width("strong", self.text())
        return QSize(wide + 12, self._theme.px(20 * (1 + bool(self._note))) + 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is not ours: it goes on to whoever leads from field to field."""
        if event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._theme.px(20)
        right = self.width() - 6
        spot = QRect(right - side, (self.height() - side) // 2, side, side)
        if self._kind == "radio":
            self._paint_radio(painter, spot)
        else:
            paint_mark(painter, spot, "received" if self.isChecked() else "open", self._theme)
        self._paint_words(painter, QRect(6, 0, spot.left() - _GAP - 6, self.height()))
        painter.end()

    def _paint_radio(self, painter: QPainter, spot: QRect) -> None:
        theme, radius = self._theme, spot.width() // 2
        edge: Colour = "firuzeh_7" if self.isChecked() else "edge"
        brush.box(painter, spot, radius, theme.colour("surface"), theme.colour(edge), thick=2)
        if self.isChecked():
            inner = round(spot.width() * 0.26)
            dot = spot.adjusted(inner, inner, -inner, -inner)
            brush.box(painter, dot, dot.width() // 2, theme.colour("firuzeh_7"))

    def _paint_words(self, painter: QPainter, rect: QRect) -> None:
        pitch = self._theme.px(20)
        top = (self.height() - pitch * (1 + bool(self._note))) // 2
        line = QRect(rect.left(), top, rect.width(), pitch)
        role: Role = "strong" if self.isChecked() else "open"
        brush.write(painter, self._theme, line, self.text(), role, "ink")
        note = line.translated(0, pitch)
        brush.write(painter, self._theme, note, self._note, "secondary", "ink_2")
