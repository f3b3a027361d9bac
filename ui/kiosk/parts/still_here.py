"""Before a forgotten page goes: is anybody still here?"""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.parts.bar_button import BarButton
from ui.look.brush import box


class StillHere(QWidget):
    """Lies over the page; any touch or key takes it away."""

    stays = Signal()

    def __init__(self, face: Face, window: QWidget, left: int) -> None:
        super().__init__(window)
        self.face, self._left = face, left
        self.setGeometry(window.rect())
        self._card = QRect(0, 0, min(face.px(860), self.width() - face.px(80)), face.px(520))
        self._card.moveCenter(self.rect().center())
        self.button = BarButton(face, tr("I am still here"), "check", filled=True)
        self.button.setParent(self)
        pad = face.px(56)
        low = self._card.adjusted(pad, self._card.height() - face.px(200), -pad, -pad)
        self.button.setGeometry(low)
        self.button.clicked.connect(self.stays)
        self.show_left(left)

    def show_left(self, left: int) -> None:
        """Seconds until the page goes."""
        self._left = left
        self.setAccessibleName(self._said())
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """The page dimmed, and a white card."""
        painter, face = QPainter(self), self.face
        dim = QColor(face.colour("ink"))
        dim.setAlpha(110)
        painter.fillRect(self.rect(), dim)
        box(painter, self._card, face.px(28), face.colour("surface"))
        pad, pitch = face.px(56), face.pitch("title")
        room = self._card.adjusted(pad, pad, -pad, 0)
        room.setHeight(pitch)
        face.write(painter, room, tr("Are you still here?"), "title", "ink")
        below = QRect(room.left(), room.bottom() + face.px(12), room.width(), face.px(140))
        lines = face.lines(self._said(), "list", below.width())
        face.write(painter, below, lines, "list", "ink_2")

    def _said(self) -> str:
        return tr("In {n} seconds the first page comes back.", n=self._left)
