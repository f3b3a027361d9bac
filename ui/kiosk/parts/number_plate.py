"""The number on its plate, large enough to be read by whoever stands behind."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.face import Face
from ui.look.brush import box

_ALONE = 1.4


class NumberPlate(QWidget):
    """White on petrol, like a street's plate; larger where it stands `alone`, without paper."""

    def __init__(self, face: Face, label: str, *, alone: bool = False) -> None:
        super().__init__()
        self.face, self.label, self.alone = face, label, alone
        series, _, number = label.rpartition(" ")
        self.setAccessibleName("، ".join(each for each in (series, _plain(number)) if each))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """The number with air around it."""
        return QSize(self.face.px(600), self.face.px(380 if self.face.wide else 600))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Letters of 180 units and more, smaller only where the plate is too narrow."""
        painter, face = QPainter(self), self.face
        box(painter, self.rect(), face.px(32), face.colour("firuzeh_8"))
        room = self.rect().adjusted(face.px(32), 0, -face.px(32), 0)
        font = face.font("plate")
        if self.alone:
            font.setPixelSize(round(font.pixelSize() * _ALONE))
        wide = QFontMetrics(font).horizontalAdvance(self.label)
        if wide > room.width():
            font.setPixelSize(font.pixelSize() * room.width() // wide)
        painter.setFont(font)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(face.colour("on_dark"))
        painter.drawText(room, int(face.centre), self.label)


def _plain(number: str) -> str:
    """As it is said: without the noughts before it."""
    return number.lstrip("۰") or number
