"""The first line of a wall: whose hall it is, and the time."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.persian import format_time, long_date
from ui.frame.words import tr
from ui.hall.face import Face, Weight
from ui.hall.part import Part
from ui.look.brush import Align
from ui.look.tokens import Colour

_LYING, _STANDING = 112, 196
_SIDE, _GAP = 48, 30
_OFFICE, _DESK = 44, 36
_TIME_ROW, _DAY_ROW, _OLD_ROW = 76, 50, 40
_PITCH, _LINES = 60, 2
"""On a standing screen: from one line of the office's name to the next, and how many there are."""


class Piece(NamedTuple):
    """A line in its place."""

    text: str
    spot: QRect
    units: float
    weight: Weight
    colour: Colour
    align: Align = "start"


class Head(Part):
    """The office at the right, day and time at the left, below each other where the screen stands;
    under the time since when nothing new has come, where that is so.
    """

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(face, parent)
        self._office, self._day, self._time, self._old = "", "", "", ""

    def show_office(self, office: str) -> None:
        """Whose hall it is."""
        self._office = office
        self._tell()

    def show_now(self, now: datetime) -> None:
        """A local time."""
        self._day, self._time = long_date(now.date()), format_time(now)
        self._tell()

    def show_old(self, said: str) -> None:
        """Since when nothing new has come; nothing where all is new."""
        self._old = said
        self._tell()

    @property
    def old(self) -> str:
        """What is said of that."""
        return self._old

    def height_for(self, face: Face) -> int:
        """How high it is there."""
        return face.px(_LYING if face.lying else _STANDING)

    def pieces(self) -> Iterator[Piece]:
        """All that it shows."""
        room = self.rect().adjusted(self.face.px(_SIDE), 0, -self.face.px(_SIDE), 0)
        return self._beside(room) if self.face.lying else self._below(room)

    def paint(self, painter: QPainter) -> None:
        """One after the other."""
        for text, spot, units, weight, colour, align in self.pieces():
            self.face.write(painter, spot, text, units, weight, colour, align)

    # -- how -------------------------------------------------------------------------------------

    def _tell(self) -> None:
        self.say(
            "، ".join(each for each in (self._office, self._day, self._time, self._old) if each)
        )

    def _beside(self, room: QRect) -> Iterator[Piece]:
        """One line, and a thin one under its left end."""
        face, line = self.face, QRect(room)
        if self._old:
            line.setBottom(room.bottom() - face.px(30))
            thin = QRect(room.left(), line.bottom() - face.px(12), room.width() // 2, face.px(40))
            yield Piece(self._old, thin, 28, "regular", "on_dark_warning", "end")
        time, day = QRect(line), QRect(line)
        time.setWidth(face.width(self._time, 62, "bold"))
        day.setLeft(time.right() + face.px(_GAP))
        day.setWidth(face.width(self._day, 42, "regular"))
        yield Piece(self._time, time, 62, "bold", "on_dark", "end")
        yield Piece(self._day, day, 42, "regular", "hall_soft", "end")
        left, name = day.right() + face.px(40), QRect(line)
        name.setLeft(max(left, line.right() - face.width(self._office, _OFFICE, "bold")))
        yield Piece(self._office, name, _OFFICE, "bold", "on_dark")
        desk = tr("In-person service desk")
        beside = QRect(line)
        beside.setRight(name.left() - face.px(_GAP))
        beside.setLeft(beside.right() + 1 - face.width(desk, _DESK, "regular"))
        if beside.left() > left:
            yield Piece(desk, beside, _DESK, "regular", "hall_soft")

    def _below(self, room: QRect) -> Iterator[Piece]:
        """The office in two lines, or one above what it offers; the day under the time."""
        face, left = self.face, room.left()
        told: tuple[tuple[str, int, float, Weight, Colour], ...] = (
            (self._time, _TIME_ROW, 62, "bold", "on_dark"),
            (self._day, _DAY_ROW, 36, "regular", "hall_soft"),
            (self._old, _OLD_ROW if self._old else 0, 28, "regular", "on_dark_warning"),
        )
        wide = max(face.width(text, units, weight) for text, _, units, weight, _ in told)
        wide = min(wide, room.width() // 2)
        top = room.top() + (room.height() - sum(face.px(high) for _, high, *_ in told)) // 2
        for text, high, units, weight, colour in told:
            if text:
                spot = QRect(left, top, wide, face.px(high))
                yield Piece(text, spot, units, weight, colour, "end")
                top = spot.bottom() + 1
        beside = room.adjusted(wide + face.px(40), 0, 0, 0)
        yield from self._named(beside)

    def _named(self, room: QRect) -> Iterator[Piece]:
        face, pitch = self.face, self.face.px(_PITCH)
        names = face.lines(self._office, _OFFICE, "bold", room.width(), _LINES)
        top = room.top() + (room.height() - pitch * _LINES) // 2
        for line in names:
            spot = QRect(room.left(), top, room.width(), pitch)
            yield Piece(line, spot, _OFFICE, "bold", "on_dark")
            top += pitch
        if len(names) < _LINES:
            spot = QRect(room.left(), top, room.width(), pitch)
            yield Piece(tr("In-person service desk"), spot, _DESK, "regular", "hall_soft")
