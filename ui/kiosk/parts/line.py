"""A sentence or two with a picture before it, on a coloured ground or on the page's own."""

from typing import Literal

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.face import Face, Role
from ui.look.brush import box
from ui.look.tokens import Colour

Tone = Literal["good", "plain", "warning", "refusal"]

_COLOURS: dict[Tone, tuple[Colour, Colour]] = {
    "good": ("firuzeh_1", "firuzeh_7"),
    "plain": ("ground", "ink_2"),
    "warning": ("amber_ground", "amber"),
    "refusal": ("brick_ground", "brick"),
}


class Line(QWidget):
    """Wraps its words; grows with them. `icon` empty: no picture."""

    def __init__(
        self, face: Face, text: str, icon: str, tone: Tone = "plain", role: Role = "body"
    ) -> None:
        super().__init__()
        self.face, self.text, self._icon, self._tone, self._role = face, text, icon, tone, role
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as its words need."""
        rows = len(self._lines(width))
        return max(rows * self.face.pitch(self._role) + self.face.px(24), self.face.px(72))

    def sizeHint(self) -> QSize:
        """One line, until the width is known."""
        return QSize(self.face.px(400), self.face.px(84))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Ground, picture, words."""
        painter, face = QPainter(self), self.face
        ground, ink = _COLOURS[self._tone]
        box(painter, self.rect(), face.px(20), face.colour(ground))
        side, right = face.px(44), self.width() - face.px(28)
        if self._icon:
            spot = QRect(right - side, (self.height() - side) // 2, side, side)
            face.icons.paint(painter, spot, self._icon, ink)
            right = spot.left() - face.px(20)
        room = QRect(face.px(28), 0, right - face.px(28), self.height())
        face.write(painter, room, self._lines(self.width()), self._role, ink)

    def _lines(self, width: int) -> tuple[str, ...]:
        spare = self.face.px(120 if self._icon else 56)
        return self.face.lines(self.text, self._role, width - spare)
