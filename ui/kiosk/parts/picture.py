"""A large picture of what to do."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.face import Face
from ui.look.brush import box


class Picture(QWidget):
    """As high as there is room for; where there is none, it is not missed."""

    def __init__(self, face: Face, icon: str, height: int) -> None:
        super().__init__()
        self.face, self._icon, self._high = face, icon, face.px(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """As wanted."""
        return QSize(self.face.px(300), self._high)

    def minimumSizeHint(self) -> QSize:
        """Nothing."""
        return QSize(0, 0)

    def paintEvent(self, _: QPaintEvent) -> None:
        """The picture in the middle of quiet firuzeh."""
        painter, face = QPainter(self), self.face
        box(painter, self.rect(), face.px(24), face.colour("firuzeh_1"))
        side = min(face.px(220), self.height() - face.px(40))
        if side > 0:
            spot = QRect(0, 0, side, side)
            spot.moveCenter(self.rect().center())
            face.icons.paint(painter, spot, self._icon, "firuzeh_7")
