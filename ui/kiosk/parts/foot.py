"""The foot of the first page: until when numbers are given, the day and the time; below, in small,
what whoever looks after the kiosk should know.
"""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.face import Face


class Foot(QWidget):
    """Shows what it is told, in words."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self.giving = self.day = self.time = self.staff = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_foot(self, giving: str, day: str, time: str, staff: str = "") -> None:
        """Paints anew only what changed."""
        said = (giving, day, time, staff)
        if said != (self.giving, self.day, self.time, self.staff):
            self.giving, self.day, self.time, self.staff = said
            self.setAccessibleName("، ".join(each for each in said if each))
            self.update()

    def sizeHint(self) -> QSize:
        """One line with air."""
        return QSize(self.face.px(600), self.face.px(88 if self.face.wide else 148))

    def paintEvent(self, _: QPaintEvent) -> None:
        """From the right: until when; from the left: time, day; the small line below them."""
        painter, face = QPainter(self), self.face
        pad, side = face.px(56), face.px(34)
        line = self._line()
        spot = QRect(self.width() - pad - side, line.center().y() - side // 2, side, side)
        face.icons.paint(painter, spot, "clock", "ink_2")
        left = self._paint_now(painter, line.adjusted(pad, 0, 0, 0))
        right = spot.left() - face.px(16)
        words = QRect(left, line.top(), right - left, line.height())
        face.write(painter, words, self.giving, "button", "ink_2")
        below = QRect(pad, line.bottom() + 1, right - pad, face.pitch("small"))
        face.write(painter, below, self.staff, "small", "ink_3")

    def _line(self) -> QRect:
        """Of what visitors read: in the middle of the foot, or above the small line."""
        if not self.staff:
            return self.rect()
        high, low = self.face.pitch("fact"), self.face.pitch("small")
        return QRect(0, (self.height() - high - low) // 2, self.width(), high)

    def _paint_now(self, painter: QPainter, line: QRect) -> int:
        """Time and day at the left end of `line`; gives where there is room again."""
        face, air = self.face, self.face.px(20)
        time = QRect(line.left(), line.top(), face.width("fact", self.time), line.height())
        face.write(painter, time, self.time, "fact", "ink", "end")
        left, width = time.right() + 1 + air, face.width("body", self.day)
        day = QRect(left, line.top(), width, line.height())
        face.write(painter, day, self.day, "body", "ink_2", "end")
        return day.right() + air
