"""Below the calls: who is next, who waits, who rests, and the notices."""

from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.showing.hall import Hall
from ui.frame.words import tr
from ui.hall.face import Face
from ui.hall.part import Part
from ui.hall.said import label_said, notice_said, resting_said, waiting_said

_STEP, _SPEED = 33, 70.0
"""Milliseconds between two steps of the notice line, and units that it moves in a second."""
_ROW, _PITCH, _LINES = 84, 52, 2
"""On a standing screen: how high the counts are, a line below them, and so many of those."""
_BAND = 104
_READABLE = 0.75
"""Of the size of a line that says who rests: smaller, nobody in the hall could read it."""
_TURN = 6
"""Seconds for which one of several counters that rest is told."""


class Next(Part):
    """Whoever is next, in the order of calling."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(face, parent)
        self._labels: tuple[str, ...] = ()

    def show_next(self, labels: tuple[str, ...]) -> None:
        """These."""
        self._labels = tuple(label_said(label) for label in labels)
        self._tell()

    def take(self, face: Face, rect: QRect) -> None:
        """On another screen there is room for more, or for fewer."""
        super().take(face, rect)
        self._tell()

    def _tell(self) -> None:
        self.say("، ".join(text for text, _ in self._placed()) if self._labels else "")

    def _placed(self) -> Iterator[tuple[str, QRect]]:
        """From the right to the left, as many as there is room for."""
        face, room = self.face, self.rect()
        right = room.right()
        for place, text in enumerate((tr("Next"), *self._labels)):
            width = face.width(text, 46, "bold" if place else "regular")
            if right - width < room.left():
                return
            yield text, QRect(right - width, room.top(), width, room.height())
            right -= width + face.px(44)

    def paint(self, painter: QPainter) -> None:
        """The word in front of them is softer."""
        for place, (text, spot) in enumerate(self._placed()):
            if place:
                self.face.write(painter, spot, text, 46, "bold", "on_dark", whole=True)
            else:
                self.face.write(painter, spot, text, 46, "regular", "hall_soft")


class Waiting(Part):
    """How many wait for what, and which counters rest: several by turns."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(face, parent)
        self._waiting: tuple[tuple[str, str], ...] = ()
        self._resting: tuple[str, ...] = ()
        self._short: tuple[str, ...] = ()
        self._place, self._ticks = 0, 0

    def show_hall(self, hall: Hall) -> None:
        """As it stands."""
        self._waiting = waiting_said(hall)
        self._resting = tuple(resting_said(each) for each in hall.resting)
        self._short = tuple(resting_said(replace(each, others=())) for each in hall.resting)
        self._tell()

    def tick(self) -> None:
        """Once a second: the next one of several that rest."""
        self._ticks += 1
        if len(self._resting) > 1 and not self._ticks % _TURN:
            self._place += 1
            self.update()

    @property
    def resting(self) -> str:
        """The counter that is told now."""
        return self._resting[self._place % len(self._resting)] if self._resting else ""

    def resting_in(self, face: Face, width: int) -> str:
        """The same, without where to go instead where that would be too small to be read."""
        told = self.resting
        if face.width(told, 34, "medium") * _READABLE > width:
            return self._short[self._place % len(self._short)]
        return told

    def height_for(self, face: Face, width: int) -> int:
        """How high it is on a screen of that width: as high as the longest that it has to tell."""
        if face.lying or not self._resting:
            return face.px(_BAND)
        room = width - face.px(2 * 48 + 38 + 24)
        most = max(len(face.lines(each, 34, "medium", room, _LINES)) for each in self._resting)
        return face.px(_ROW + most * _PITCH + 20)

    def _tell(self) -> None:
        counts = (f"{name} {count}" for name, count in self._waiting)
        self.say("، ".join((tr("Waiting in the hall"), *counts, *self._resting)))

    def paint(self, painter: QPainter) -> None:
        """Counts from the right, what rests at the left."""
        face = self.face
        painter.fillRect(self.rect(), face.colour("hall_band"))
        room = self.rect().adjusted(face.px(48), 0, -face.px(48), 0)
        right = self._write(painter, room.right(), tr("Waiting in the hall"), "medium") - face.px(
            40
        )
        for name, count in self._waiting:
            right = self._write(painter, right, name, "regular") - face.px(14)
            right = self._write(painter, right, count, "bold") - face.px(40)
        if self.resting and face.lying:
            self._rest(painter, QRect(room.left(), 0, right - room.left(), room.height()))
        elif self.resting:
            top = face.px(_ROW)
            self._rest_below(painter, QRect(room.left(), top, room.width(), self.height() - top))

    def _write(self, painter: QPainter, right: int, text: str, weight: str) -> int:
        face = self.face
        size = 44 if weight == "bold" else 36
        width = face.width(text, size, weight)  # type: ignore[arg-type]
        high = self.height() if face.lying or not self.resting else face.px(_ROW)
        spot = QRect(right - width, 0, width, high)
        colour = "hall_soft" if weight == "regular" else "on_dark"
        face.write(painter, spot, text, size, weight, colour)  # type: ignore[arg-type]
        return spot.left()

    def _rest(self, painter: QPainter, room: QRect) -> None:
        face, icon = self.face, self.face.px(38)
        width = room.width() - icon - face.px(24)
        told = self.resting_in(face, width)
        width = min(face.width(told, 34, "medium"), width)
        spot = QRect(room.left(), room.top(), width, room.height())
        face.write(painter, spot, told, 34, "medium", "on_dark", "end")
        top = (room.height() - icon) // 2
        mark = QRect(spot.right() + face.px(24), top, icon, icon)
        face.icons.paint(painter, mark, "player-pause", "saffron")

    def _rest_below(self, painter: QPainter, room: QRect) -> None:
        """On a standing screen there is no room beside the counts."""
        face, icon = self.face, self.face.px(38)
        pitch = face.px(_PITCH)
        mark = QRect(room.right() - icon, room.top() + (pitch - icon) // 2, icon, icon)
        face.icons.paint(painter, mark, "player-pause", "saffron")
        width = room.width() - icon - face.px(24)
        for place, line in enumerate(face.lines(self.resting, 34, "medium", width, _LINES)):
            spot = QRect(room.left(), room.top() + place * pitch, width, pitch)
            face.write(painter, spot, line, 34, "medium", "on_dark")


class Notice(Part):
    """The notice line: stands where it has room, else moves slowly, and rests while a number is
    spoken. What is wrong with the sound stands at its left end.
    """

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(face, parent)
        self._text, self._trouble = "", ""
        self.place = 0.0
        self._resting = False
        self._steps = QTimer(self, interval=_STEP)
        self._steps.timeout.connect(self._step)

    def show_hall(self, hall: Hall) -> None:
        """As it stands."""
        if (text := notice_said(hall)) != self._text:
            self._text, self.place = text, 0.0
            self._tell()

    def show_trouble(self, said: str) -> None:
        """Why nothing is heard; nothing where all is well."""
        self._trouble = said
        self._tell()

    def rest(self, resting: bool) -> None:  # noqa: FBT001 - a slot
        """A number is spoken, or no longer."""
        self._resting = resting
        self._move()

    @property
    def moves(self) -> bool:
        """Whether it moves now."""
        return self._steps.isActive()

    def take(self, face: Face, rect: QRect) -> None:
        """On another screen it may have room, or none."""
        super().take(face, rect)
        self._move()

    def _tell(self) -> None:
        self.say("، ".join(each for each in (self._text, self._trouble) if each))
        self._move()

    def _move(self) -> None:
        wanted = self._width > self._room.width() and not self._resting
        if wanted != self._steps.isActive():
            self._steps.start() if wanted else self._steps.stop()
        if self._width <= self._room.width():
            self.place = 0.0
        self.update()

    @property
    def _width(self) -> int:
        return self.face.width(self._text, 36, "medium")

    @property
    def _room(self) -> QRect:
        face = self.face
        left = face.px(48)
        if self._trouble:
            left += face.width(self._trouble, 28, "medium") + face.px(40)
        return QRect(left, 0, self.width() - left - face.px(118), self.height())

    def _step(self) -> None:
        self.place += _SPEED * self.face.unit * _STEP / 1000
        if self.place > self._width + self.face.px(200):
            self.place = 0.0
        self.update(self._room)

    def paint(self, painter: QPainter) -> None:
        """The sign at the right, the line, and what is wrong at the left."""
        face, room = self.face, self._room
        painter.fillRect(self.rect(), face.colour("firuzeh_1"))
        side = face.px(40)
        sign = QRect(self.width() - face.px(48) - side, (self.height() - side) // 2, side, side)
        face.icons.paint(painter, sign, "info-circle", "firuzeh_7")
        if self._trouble:
            spot = QRect(face.px(48), 0, room.left() - face.px(88), self.height())
            face.write(painter, spot, self._trouble, 28, "medium", "amber", "end")
        painter.setClipRect(room)
        self._write(painter, room, round(self.place))
        if self._width > room.width():
            self._write(painter, room, round(self.place) - self._width - face.px(200))

    def _write(self, painter: QPainter, room: QRect, moved: int) -> None:
        """Moves to the right, as a line that is read from the right goes by."""
        spot = QRect(room.right() - self._width + moved, 0, self._width, self.height())
        if spot.intersects(room):
            self.face.write(painter, spot, self._text, 36, "medium", "ink")
