"""The office as it stands in the head: its emblem, its name, and what this place is."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from ui.frame.words import tr
from ui.kiosk.face import Face

_TOP, _SIDE = 52, 96


class OfficeName:
    """The name stands beside the emblem; below it on a wide screen."""

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name

    def height(self, width: int, *, emblem: bool = True) -> int:
        """Of a wide screen: where the words end at this width, counted from the window's top."""
        return self._words_top(emblem=emblem) + self._high(self._lines(width))

    def paint(self, painter: QPainter, left: int, right: int, *, emblem: bool = True) -> None:
        """Between these two."""
        face, side = self.face, self.face.px(_SIDE)
        spot = QRect(right - side, face.px(_TOP), side, side)
        if emblem:
            self._paint_emblem(painter, spot)
        if face.wide:
            room = QRect(left, self._words_top(emblem=emblem), right - left, 0)
        else:
            room = QRect(left, spot.top(), spot.left() - face.px(20) - left, side)
        self._paint_words(painter, room)

    def _words_top(self, *, emblem: bool) -> int:
        return self.face.px(_TOP) + (self.face.px(_SIDE) + self.face.px(16) if emblem else 0)

    def _lines(self, width: int) -> tuple[str, ...]:
        return self.face.balanced(self.name, "name", width)

    def _high(self, lines: tuple[str, ...]) -> int:
        return self.face.pitch("name") * len(lines) + self.face.pitch("small")

    def _paint_emblem(self, painter: QPainter, spot: QRect) -> None:
        face = self.face
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(face.colour("cap_filled_edge"), max(1, face.px(2))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
        inset = round(spot.width() * 0.26)
        inner = spot.adjusted(inset, inset, -inset, -inset)
        face.icons.paint(painter, inner, "building-bank", "on_dark")

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        """In the middle of `room`, or from its top where they are higher."""
        face, lines = self.face, self._lines(room.width())
        high, low = face.pitch("name") * len(lines), face.pitch("small")
        top = room.top() + max(0, (room.height() - high - low) // 2)
        face.write(painter, QRect(room.left(), top, room.width(), high), lines, "name", "on_dark")
        below = QRect(room.left(), top + high, room.width(), low)
        face.write(painter, below, tr("In-person service desk"), "small", "on_dark_soft")
