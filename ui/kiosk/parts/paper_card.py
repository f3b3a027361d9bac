"""A paper to bring: its picture, its name, and whether original or copy."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.face import Face
from ui.look.brush import box

_SIDE, _PAD = 104, 20


class PaperCard(QWidget):
    """Read, not touched."""

    def __init__(self, face: Face, name: str, note: str, icon: str) -> None:
        super().__init__()
        self.face, self.name, self.note, self._icon = face, name, note, icon
        self.setAccessibleName(self.said(name, note))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @staticmethod
    def said(name: str, note: str) -> str:
        """All of it in words."""
        return f"{name}، {note}"

    @staticmethod
    def high(face: Face, name: str, note: str, width: int) -> int:
        """What it needs at a width, for all of its words."""
        room = width - face.px(_SIDE + 3 * _PAD)
        names, notes = face.lines(name, "list", room), face.lines(note, "small", room)
        words = len(names) * face.pitch("list") + len(notes) * face.pitch("small")
        return max(words + face.px(32), face.px(116 if face.wide else 148))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Picture at the right, words beside it."""
        painter, face = QPainter(self), self.face
        colours = face.colour("surface"), face.colour("line")
        box(painter, self.rect(), face.px(20), *colours, thick=max(2, face.px(2)))
        side, pad = min(face.px(_SIDE), self.height() - face.px(32)), face.px(_PAD)
        spot = QRect(self.width() - pad - side, (self.height() - side) // 2, side, side)
        box(painter, spot, face.px(16), face.colour("firuzeh_1"))
        inset = round(side * 0.23)
        face.icons.paint(
            painter, spot.adjusted(inset, inset, -inset, -inset), self._icon, "firuzeh_7"
        )
        self._paint_words(painter, QRect(pad, 0, spot.left() - 2 * pad, self.height()))

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        """The name, and below it what is said of it."""
        face = self.face
        name = face.lines(self.name, "list", room.width())
        note = face.lines(self.note, "small", room.width())
        high, low = face.pitch("list") * len(name), face.pitch("small") * len(note)
        top = (self.height() - high - low) // 2
        face.write(painter, QRect(room.left(), top, room.width(), high), name, "list", "ink")
        below = QRect(room.left(), top + high, room.width(), low)
        face.write(painter, below, note, "small", "ink_2")
