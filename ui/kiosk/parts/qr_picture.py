"""An address as a picture that a telephone reads."""

import segno
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.face import Face
from ui.look.brush import box

_QUIET = 4


class QrPicture(QWidget):
    """Modules are whole pixels, on white with the quiet zone that readers need."""

    unread = True

    def __init__(self, face: Face, address: str, name: str, side: int = 420) -> None:
        super().__init__()
        self.face = face
        self._matrix = segno.make(address, error="m", micro=False).matrix
        self.setAccessibleName(name)
        self.setFixedSize(QSize(face.px(side), face.px(side)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Dark modules on the white card."""
        painter, face = QPainter(self), self.face
        box(painter, self.rect(), face.px(24), face.colour("surface"), face.colour("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        count = len(self._matrix)
        module = max(1, self.width() // (count + 2 * _QUIET))
        start = (self.width() - count * module) // 2
        for row, line in enumerate(self._matrix):
            for column, dark in enumerate(line):
                if dark:
                    left, top = start + column * module, start + row * module
                    painter.fillRect(QRect(left, top, module, module), face.colour("ink"))
