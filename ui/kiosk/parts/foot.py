"""The foot of the first page: until when numbers are given, the day and the time."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.face import Face


class Foot(QWidget):
    """Shows what it is told, in words."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self.giving = self.day = self.time = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_foot(self, giving: str, day: str, time: str) -> None:
        """Paints anew only what changed."""
        if (giving, day, time) != (self.giving, self.day, self.time):
            self.giving, self.day, self.time = giving, day, time
            self.setAccessibleName(f"{giving}، {day}، {time}")
            self.update()

    def sizeHint(self) -> QSize:
        """One line with air."""
        return QSize(self.face.px(600), self.face.px(88 if self.face.wide else 148))

    def paintEvent(self, _: QPaintEvent) -> None:
        """From the right: until when; from the left: time, day."""
        painter, face = QPainter(self), self.face
        pad, side = face.px(56), face.px(34)
        spot = QRect(self.width() - pad - side, (self.height() - side) // 2, side, side)
        face.icons.paint(painter, spot, "clock", "ink_2")
        time = face.width("fact", self.time)
        face.write(painter, QRect(pad, 0, time, self.height()), self.time, "fact", "ink", "end")
        room = self.rect().adjusted(pad + time + face.px(20), 0, 0, 0)
        day = face.width("body", self.day)
        spare = QRect(room.left(), 0, day, self.height())
        face.write(painter, spare, self.day, "body", "ink_2", "end")
        left = spare.right() + face.px(20)
        words = QRect(left, 0, spot.left() - face.px(16) - left, self.height())
        face.write(painter, words, self.giving, "button", "ink_2")
