"""The number on its plate, large enough to be read by whoever stands behind."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.face import Face
from ui.look.brush import box


class NumberPlate(QWidget):
    """White on petrol, like the plate of a street."""

    def __init__(self, face: Face, label: str) -> None:
        super().__init__()
        self.face, self.label = face, label
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """The number with air around it."""
        return QSize(self.face.px(600), self.face.px(380 if self.face.wide else 600))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Letters of 180 units, smaller only where the plate is too narrow."""
        painter, face = QPainter(self), self.face
        box(painter, self.rect(), face.px(32), face.colour("firuzeh_8"))
        room = self.rect().adjusted(face.px(32), 0, -face.px(32), 0)
        font = face.font("plate")
        wide = QFontMetrics(font).horizontalAdvance(self.label)
        if wide > room.width():
            font.setPixelSize(font.pixelSize() * room.width() // wide)
        painter.setFont(font)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(face.colour("on_dark"))
        painter.drawText(room, int(face.centre), self.label)
