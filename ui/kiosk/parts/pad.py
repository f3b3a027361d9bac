"""Ten digits to touch, as on the telephone: for screens without a keyboard."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.letters import persian_digits
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.parts.keys import Key, Keys
from ui.look.brush import box

_ROWS = ("123", "456", "789")


class PadKey(Key):
    """One digit, or a picture."""

    def __init__(self, face: Face, name: str, icon: str = "") -> None:
        super().__init__(face, name)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """For a finger."""
        return QSize(self.face.px(180), self.face.px(116))

    def minimumSizeHint(self) -> QSize:
        """Not less than a finger."""
        return QSize(self.face.px(96), self.face.px(88))

    def paintEvent(self, _: QPaintEvent) -> None:
        """White, tinted while it is pressed."""
        painter, face = QPainter(self), self.face
        fill = face.colour("firuzeh_1" if self.isDown() else "surface")
        box(
            painter, self.rect(), face.px(16), fill, face.colour("edge_soft"), thick=face.px(2) or 1
        )
        if self._icon:
            side = face.px(48)
            spot = QRect(0, 0, side, side)
            spot.moveCenter(self.rect().center())
            face.icons.paint(painter, spot, self._icon, "ink")
        else:
            face.write(painter, self.rect(), self.text(), "code", "ink", "centre")


class Pad(Keys):
    """Its first row begins at the left, as on every telephone."""

    digit = Signal(str)
    back = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__(face, 16)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        for row, digits in enumerate(_ROWS):
            for column, digit in enumerate(digits):
                self.add(self._key(face, digit), row, column)
        self.add(self._key(face, "0"), 3, 1)
        erase = PadKey(face, tr("Erase the last digit"), "backspace")
        erase.clicked.connect(self.back)
        self.add(erase, 3, 2)

    def _key(self, face: Face, digit: str) -> PadKey:
        key = PadKey(face, persian_digits(digit))
        key.clicked.connect(lambda: self.digit.emit(digit))
        return key
