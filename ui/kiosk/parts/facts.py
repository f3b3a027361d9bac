"""What else to know before taking a number: fee, time, counters, people ahead, in one white box."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.value import Value
from ui.kiosk.face import Face
from ui.look.brush import box

_SIDE, _AIR = 40, 24


class Told(Value, frozen=True, kw_only=True):
    """One of them, in words."""

    icon: str
    name: str
    text: str


class Facts(QWidget):
    """In so many columns, filled from the right; in one, name and text stand on one line.
    `across`: about how wide it will be.
    """

    def __init__(self, face: Face, facts: Sequence[Told], across: int, columns: int = 2) -> None:
        super().__init__()
        self._across = across
        self.face, self._facts, self._columns = face, facts, columns
        self.setAccessibleName("؛ ".join(f"{fact.name}: {fact.text}" for fact in facts))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        high = sum(self._rows(self._across)) + self.face.px(48)
        return QSize(self.face.px(300), high)

    def minimumSizeHint(self) -> QSize:
        """Nothing of it is left out."""
        return self.sizeHint()

    def _rows(self, across: int) -> list[int]:
        """Each row as high as the longest of its facts."""
        face, columns = self.face, self._columns
        most = [len(self._lines(fact, across)) for fact in self._facts]
        rows = [max(most[at : at + columns]) for at in range(0, len(most), columns)]
        name = 0 if self._lying else face.pitch("small")
        return [name + lines * face.pitch("fact") + face.px(_AIR) for lines in rows]

    @property
    def _lying(self) -> bool:
        return self._columns == 1

    @property
    def _names(self) -> int:
        """How wide the names are, where the texts stand beside them."""
        if not self._lying:
            return 0
        wide = [self.face.width("small", fact.name) for fact in self._facts]
        return max(wide, default=0) + self.face.px(28)

    def _lines(self, fact: Told, across: int) -> tuple[str, ...]:
        spare = self.face.px(_SIDE + 48) + self._names
        return self.face.lines(fact.text, "fact", self._width(across) - spare)

    def _width(self, across: int) -> int:
        return (across - self.face.px(56)) // self._columns

    def paintEvent(self, _: QPaintEvent) -> None:
        """The box and what stands in it."""
        painter, face = QPainter(self), self.face
        colours = face.colour("surface"), face.colour("line")
        box(painter, self.rect(), face.px(20), *colours, thick=max(2, face.px(2)))
        width, top = self._width(self.width()), face.px(24)
        for row, high in enumerate(self._rows(self.width())):
            start = row * self._columns
            for column, fact in enumerate(self._facts[start : start + self._columns]):
                left = self.width() - face.px(28) - (column + 1) * width
                self._paint(painter, QRect(left, top, width, high), fact)
            top += high

    def _paint(self, painter: QPainter, room: QRect, fact: Told) -> None:
        face, side = self.face, self.face.px(_SIDE)
        spot = QRect(room.right() - side + 1, room.top() + (room.height() - side) // 2, side, side)
        face.icons.paint(painter, spot, fact.icon, "firuzeh_6")
        width, top = room.width() - face.px(_SIDE + 48), room.top() + face.px(_AIR // 2)
        left = room.left() + face.px(24)
        name = QRect(left, top, width, face.pitch("fact" if self._lying else "small"))
        face.write(painter, name, fact.name, "small", "ink_2")
        lines = self._lines(fact, self.width())
        start = top if self._lying else name.bottom() + 1
        text = QRect(left, start, width - self._names, len(lines) * face.pitch("fact"))
        face.write(painter, text, lines, "fact", "ink")
