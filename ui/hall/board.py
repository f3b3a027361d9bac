"""The board above a counter: which it is, what is served there, and whom it serves now."""

from collections.abc import Callable
from time import monotonic

from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.letters import persian_figures
from app.local import local
from app.ports import Clock
from app.refusal import Refusal
from app.showing.hall import CounterBoard, counter_board
from ui.frame.door import Door
from ui.frame.words import tr
from ui.hall.face import Face
from ui.hall.head import Head
from ui.hall.part import Part
from ui.hall.said import (
    closed_said,
    counter_said,
    hours_said,
    label_said,
    opinions_said,
    resting_said,
    services_title,
    updated_said,
)
from ui.hall.wall import Wall
from ui.look.brush import box
from ui.look.theme import Theme

_FOOT, _PLATE, _ONLY = 84, 276, 90
_SIDE = 48
_SIZES = (52.0, 48.0, 44.0, 40.0, 36.0, 32.0, 30.0)
_PITCH, _AFTER = 1.3, 0.45
"""Of the size of a text: from one line to the next, and the space below its last one."""
_MOST, _FEWEST, _LINES = 12, 3, 4
"""Sub-services that are named; who serves more is told by those and the rest in a number."""


class Plate(Part):
    """The counter's number, and whom it serves."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(face, parent)
        self._board: CounterBoard | None = None

    def show_board(self, board: CounterBoard) -> None:
        """As it stands."""
        self._board = board
        self.say(f"{counter_said(board.counter)}، {_now_said(board)}")
        self.update()

    def paint(self, painter: QPainter) -> None:
        """The number at the right, whom it serves at the left."""
        board, face, room = self._board, self.face, self.rect()
        if board is None:
            return
        gap = face.px(32)
        width = round(room.width() * (0.42 if face.lying else 0.46))
        counter = QRect(room.right() - width, room.top(), width, room.height())
        box(painter, counter, face.px(36), face.colour("surface"))
        inner = counter.adjusted(face.px(40), 0, -face.px(40), 0)
        face.write(
            painter,
            inner,
            counter_said(board.counter),
            150,
            "bold",
            "firuzeh_9",
            "centre",
            whole=True,
        )
        now = QRect(room.left(), room.top(), room.width() - width - gap, room.height())
        box(painter, now, face.px(36), face.colour("firuzeh_8"))
        self._write_now(painter, board, now.adjusted(face.px(40), 0, -face.px(40), 0))

    def _write_now(self, painter: QPainter, board: CounterBoard, room: QRect) -> None:
        face = self.face
        if board.label:
            above, below = QRect(room), QRect(room)
            above.setHeight(face.px(100))
            below.setTop(above.bottom() - face.px(10))
            face.write(painter, above, _what_said(board), 42, "regular", "on_dark_soft")
            face.write(painter, below, label_said(board.label), 150, "bold", "on_dark", whole=True)
            return
        lines = face.lines(_now_said(board), 54, "medium", room.width(), 3)
        pitch = face.px(80)
        top = room.top() + (room.height() - pitch * len(lines)) // 2
        for place, line in enumerate(lines):
            spot = QRect(room.left(), top + place * pitch, room.width(), pitch)
            face.write(painter, spot, line, 54, "medium", "on_dark")


class Services(Part):
    """What is served there, a line each."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(face, parent)
        self._title = ""
        self._titles: tuple[str, ...] = ()

    def show_board(self, board: CounterBoard) -> None:
        """As it stands."""
        self._titles = tuple(persian_figures(title) for title in board.services)
        self._title = services_title(board)
        self.say("، ".join((self._title, *self._texts(_MOST))))

    def _texts(self, most: int) -> tuple[str, ...]:
        """So many lines at most; the last one counts the services that are not named."""
        more = len(self._titles) - most
        if more <= 0:
            return self._titles
        return (*self._titles[: most - 1], tr("and {n} more services", n=more + 1))

    def paint(self, painter: QPainter) -> None:
        """A title and the lines under it, in two columns where they are many."""
        face, room = self.face, self.rect()
        title = QRect(room.left(), room.top(), room.width(), face.px(80))
        face.write(painter, title, self._title, 42, "regular", "hall_soft")
        list_ = room.adjusted(0, face.px(90), 0, 0)
        size, columns = self._arranged(list_)
        gap = face.px(60)
        width = (list_.width() - gap * (len(columns) - 1)) // len(columns)
        for column, items in enumerate(columns):
            right, top = list_.right() - column * (width + gap), list_.top()
            for lines in items:
                high = _high(face, size, lines)
                self._write(painter, QRect(right - width, top, width, high), lines, size)
                top += high

    def _arranged(self, room: QRect) -> tuple[float, list[list[tuple[str, ...]]]]:
        """As many as can be read from afar, as large as they fit, in one column or two: every text
        in the same size.
        """
        for most in range(_MOST, _FEWEST, -1):
            for size in _SIZES:
                for count in (1, 2) if self.face.lying else (1,):
                    columns = self._columns(room, self._texts(most), size, count)
                    if self._fits(room, columns, size, count):
                        return size, columns
        return _SIZES[-1], self._columns(room, self._texts(_FEWEST), _SIZES[-1], 1)

    def _columns(
        self, room: QRect, texts: tuple[str, ...], size: float, count: int
    ) -> list[list[tuple[str, ...]]]:
        width = self._width(room, count)
        items = [self.face.lines(text, size, "medium", width, _LINES) for text in texts]
        rows = max(-(-len(items) // count), 1)
        return [items[place : place + rows] for place in range(0, len(items), rows)] or [[]]

    def _fits(
        self, room: QRect, columns: list[list[tuple[str, ...]]], size: float, count: int
    ) -> bool:
        face = self.face
        highs = (sum(_high(face, size, each) for each in column) for column in columns)
        lines = (line for column in columns for each in column for line in each)
        wide = max((face.width(line, size, "medium") for line in lines), default=0)
        return max(highs) <= room.height() and wide <= self._width(room, count)

    def _width(self, room: QRect, count: int) -> int:
        face = self.face
        return (room.width() - face.px(60) * (count - 1)) // count - face.px(40)

    def _write(self, painter: QPainter, spot: QRect, lines: tuple[str, ...], size: float) -> None:
        face, dot, pitch = self.face, self.face.px(12), self.face.px(size * _PITCH)
        middle = spot.top() + pitch // 2
        mark = QRect(spot.right() - dot, middle - dot // 2, dot, dot)
        box(painter, mark, dot // 2, face.colour("saffron"))
        for place, text in enumerate(lines):
            line = QRect(spot.left(), spot.top() + place * pitch, spot.width(), pitch)
            face.write(
                painter, line.adjusted(0, 0, -face.px(40), 0), text, size, "medium", "on_dark"
            )


class Only(Part):
    """That nobody needs to go anywhere else."""

    def paint(self, painter: QPainter) -> None:
        """Two lines at most."""
        face = self.face
        painter.fillRect(self.rect(), face.colour("hall_band"))
        room = self.rect().adjusted(face.px(_SIDE), 0, -face.px(_SIDE), 0)
        lines = face.lines(self.accessibleName(), 34, "regular", room.width(), 2)
        pitch = face.px(52)
        top = room.top() + (room.height() - pitch * len(lines)) // 2
        for place, line in enumerate(lines):
            spot = QRect(room.left(), top + place * pitch, room.width(), pitch)
            face.write(painter, spot, line, 34, "regular", "on_dark_soft")


class Foot(Part):
    """Hours, the clerk where the office names them, and where opinions go."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(face, parent)

    def show_board(self, board: CounterBoard) -> None:
        """As it stands."""
        clerk = tr("Clerk of this counter: {name}", name=board.clerk) if board.clerk else ""
        parts = (clerk, hours_said(board.hours), opinions_said(board.sms_line))
        self.say(" · ".join(part for part in parts if part))

    def paint(self, painter: QPainter) -> None:
        """One line."""
        face = self.face
        painter.fillRect(self.rect(), face.colour("firuzeh_1"))
        room = self.rect().adjusted(face.px(_SIDE), 0, -face.px(_SIDE), 0)
        face.write(painter, room, self.accessibleName(), 36, "medium", "ink")


class BoardWindow(Wall):
    """One counter's board."""

    def __init__(
        self,
        theme: Theme,
        door: Door,
        clock: Clock,
        counter: str,
        elapsed: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(theme, door, clock, elapsed)
        self.counter = counter
        self.board: CounterBoard | None = None
        self.setWindowTitle(counter_said(counter))
        self.head = Head(self.face, self)
        self.plate = Plate(self.face, self)
        self.services = Services(self.face, self)
        self.only = Only(self.face, self)
        self.only.say(tr("Services are given at this desk alone; no other unit need be visited."))
        self.foot = Foot(self.face, self)
        self.show_time()
        self.begin()

    def ask(self) -> None:
        """Reads the counter."""
        counter = self.counter
        self.door.look(
            lambda look: counter_board(look, counter),
            self.show_board,
            self._refused,
            topic="board",
        )

    def show_board(self, board: CounterBoard) -> None:
        """As it stands now."""
        if board != self.board:
            self.board = board
            self.head.show_office(board.office)
            self.plate.show_board(board)
            self.services.show_board(board)
            self.foot.show_board(board)
        self.answered()

    def _refused(self, refusal: Refusal) -> None:
        """A counter that the office has no more says so."""
        if refusal.code == "counter_unknown" and self.board is not None:
            none = {"label": "", "services": (), "everything": False, "resting": None}
            self.show_board(replace(self.board, removed=True, **none))
        else:
            self._fail()

    def show_time(self) -> None:
        """The clock of the hall."""
        self.head.show_now(local(self._clock.now()))
        self.head.show_old(updated_said(self.old) if self.old else "")

    def lay_out(self) -> None:
        """From the top: the office, the number, the services, the hours."""
        face, whole = self.face, self.rect()
        side = face.px(_SIDE)
        head = self.head.height_for(face)
        self.head.take(face, QRect(0, 0, whole.width(), head))
        foot = QRect(0, whole.height() - face.px(_FOOT), whole.width(), face.px(_FOOT))
        self.foot.take(face, foot)
        high = face.px(_ONLY if face.lying else _ONLY + 40)
        only = QRect(0, foot.top() - high, whole.width(), high)
        self.only.take(face, only)
        width = whole.width() - 2 * side
        plate = QRect(side, head, width, face.px(_PLATE))
        self.plate.take(face, plate)
        top = plate.bottom() + face.px(24)
        self.services.take(face, QRect(side, top, width, only.top() - top - face.px(20)))


def _high(face: Face, size: float, lines: tuple[str, ...]) -> int:
    return face.px(size * _PITCH) * len(lines) + face.px(size * _AFTER)


def _what_said(board: CounterBoard) -> str:
    """Who was called is served once they have come."""
    return tr("Serving now") if board.came else tr("Called now")


def _now_said(board: CounterBoard) -> str:
    """Whom it serves; that the office is closed, or that it rests; else that it is free."""
    if board.label:
        return f"{_what_said(board)} {label_said(board.label)}"
    if board.removed:
        return tr("This counter is closed")
    if board.closed:
        return closed_said(board.hours)
    if board.resting is not None:
        return resting_said(board.resting)
    return tr("Please wait for your number")
