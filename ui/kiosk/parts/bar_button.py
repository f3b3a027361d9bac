"""The buttons at the foot: back at the right, the next natural act filled at the left."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.kiosk.face import Face, Role
from ui.kiosk.parts.touch import Touch
from ui.look.brush import box
from ui.look.tokens import Colour


class BarButton(Touch):
    """Its picture stands above the name, or beside it: `lying`. `filled`: the one next act."""

    def __init__(
        self,
        face: Face,
        name: str,
        icon: str,
        *,
        note: str = "",
        filled: bool = False,
        lying: bool = False,
    ) -> None:
        super().__init__(face, name)
        self.setAccessibleDescription(note)
        self._icon, self._note, self._filled = icon, note, filled
        self._lying = lying or filled or face.wide
        across = QSizePolicy.Policy.Expanding if filled else QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Wide enough for its words."""
        beside = self.face.px(100) if self._lying else 0
        words = self.face.width("take" if self._filled else "button", self.text())
        return QSize(max(words + beside + self.face.px(56), self.face.px(210)), self.face.px(104))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Its ground, then picture and words."""
        painter, face = QPainter(self), self.face
        fill: Colour = "firuzeh_7" if self._filled else "surface"
        if self.isDown():
            fill = "firuzeh_8" if self._filled else "firuzeh_1"
        edge = None if self._filled else face.colour("edge")
        thick = max(2, face.px(2))
        box(painter, self.rect(), face.px(20), face.colour(fill), edge, thick=thick)
        if self._lying:
            self._paint_lying(painter)
        else:
            self._paint_standing(painter)

    def _paint_standing(self, painter: QPainter) -> None:
        face, side = self.face, self.face.px(44)
        pitch = face.pitch("button")
        top = (self.height() - side - pitch - face.px(8)) // 2
        spot = QRect((self.width() - side) // 2, top, side, side)
        face.icons.paint(painter, spot, self._icon, "ink")
        below = QRect(0, spot.bottom() + face.px(8), self.width(), pitch)
        face.write(painter, below, self.text(), "button", "ink", "centre")

    def _paint_lying(self, painter: QPainter) -> None:
        """Picture and name in one line in the middle, the note below it."""
        face = self.face
        role: Role = "take" if self._filled else "button"
        ink: Colour = "on_dark" if self._filled else "ink"
        note = face.pitch("body") if self._note else 0
        side, gap = face.px(56 if self._filled else 40), face.px(20)
        words = face.width(role, self.text())
        high = face.pitch(role)
        top = (self.height() - high - note) // 2
        right = (self.width() + words + gap + side) // 2
        spot = QRect(right - side, top + (high - side) // 2, side, side)
        face.icons.paint(painter, spot, self._icon, ink)
        face.write(
            painter, QRect(spot.left() - gap - words, top, words, high), self.text(), role, ink
        )
        if note:
            below = QRect(0, top + high, self.width(), note)
            face.write(painter, below, self._note, "body", "on_dark_soft", "centre")
