"""A large card that leads somewhere: picture, name, a line below it, and the way on."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.kiosk.face import Face, Role
from ui.kiosk.parts.touch import Touch
from ui.look.brush import box
from ui.look.tokens import Colour

_PAD, _ARROW, _ICON = 68, 64, 164
"""Units that are no words: the sides, the way on, the picture."""


class Card(Touch):
    """`icon` empty: no picture. `tinted`: seen last, but surely. `lying`: the line stands beside
    the name, where there is more room across than in height.
    """

    def __init__(
        self,
        face: Face,
        name: str,
        *,
        note: str = "",
        icon: str = "",
        tinted: bool = False,
        lying: bool = False,
        role: Role = "card",
        height: int = 196,
    ) -> None:
        super().__init__(face, name)
        self.setAccessibleDescription(note)
        self._note, self._icon, self._tinted, self._role = note, icon, tinted, role
        self._height, self._lying = height, lying
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @staticmethod
    def high(face: Face, name: str, role: Role, width: int, *, icon: bool = False) -> int:
        """What a card without a note needs at a width, for all of its name."""
        lines = Card.lines(face, name, role, width, icon=icon)
        air = face.px(12 if face.wide or face.large else 22)
        return max(len(lines) * face.pitch(role) + air, face.px(88))

    @staticmethod
    def lines(
        face: Face, name: str, role: Role, width: int, *, icon: bool = False
    ) -> tuple[str, ...]:
        """The name as it stands on a card of that width."""
        return face.lines(name, role, width - face.px(_PAD + _ARROW + (_ICON if icon else 0)))

    def sizeHint(self) -> QSize:
        """As high as its picture wants it."""
        return QSize(self.face.px(400), self.face.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """High enough for its two lines, and for a finger."""
        below = self.face.pitch("body") if self._note and not self._lying else 0
        lines = self.face.pitch(self._role) + below
        return QSize(self.face.px(300), max(lines + self.face.px(16), self.face.px(88)))

    def paintEvent(self, _: QPaintEvent) -> None:
        """From the right: picture, words, the way on."""
        painter, face = QPainter(self), self.face
        self._paint_ground(painter)
        pad = face.px(32)
        inner = self.rect().adjusted(face.px(36), 0, -pad, 0)
        if self._icon:
            side = min(face.px(132), self.height() - face.px(28))
            spot = QRect(inner.right() - side + 1, (self.height() - side) // 2, side, side)
            self._paint_picture(painter, spot)
            inner.setRight(spot.left() - pad)
        arrow = face.px(48)
        spot = QRect(inner.left(), (self.height() - arrow) // 2, arrow, arrow)
        face.icons.paint(painter, spot, "chevron-right", "firuzeh_6")
        inner.setLeft(spot.right() + face.px(16))
        if self._lying:
            self._paint_in_a_line(painter, inner)
        else:
            self._paint_words(painter, inner)

    def _paint_ground(self, painter: QPainter) -> None:
        face = self.face
        fill: Colour = "firuzeh_1" if self._tinted or self.isDown() else "surface"
        edge: Colour = "firuzeh_2" if self._tinted else "line"
        colours = face.colour(fill), face.colour(edge)
        box(painter, self.rect(), face.px(24), *colours, thick=max(2, face.px(2)))

    def _paint_picture(self, painter: QPainter, spot: QRect) -> None:
        face = self.face
        ground = face.colour("surface" if self._tinted or self.isDown() else "firuzeh_1")
        box(painter, spot, face.px(20), ground)
        inset = round(spot.width() * 0.24)
        inner = spot.adjusted(inset, inset, -inset, -inset)
        face.icons.paint(painter, inner, self._icon, "firuzeh_7")

    def _paint_in_a_line(self, painter: QPainter, room: QRect) -> None:
        face = self.face
        face.write(painter, room, self.text(), self._role, "ink")
        beside = face.width(self._role, self.text()) + face.px(28)
        face.write(painter, room.adjusted(0, 0, -beside, 0), self._note, "body", "ink_2")

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        face = self.face
        below = face.pitch("body") if self._note else 0
        most = max(1, (self.height() - below - face.px(12)) // face.pitch(self._role))
        lines = face.lines(self.text(), self._role, room.width(), most)
        high = face.pitch(self._role) * len(lines)
        top = (self.height() - high - below) // 2
        name = QRect(room.left(), top, room.width(), high)
        face.write(painter, name, lines, self._role, "ink")
        if self._note:
            note = QRect(room.left(), top + high, room.width(), below)
            face.write(painter, note, self._note, "body", "ink_2")
