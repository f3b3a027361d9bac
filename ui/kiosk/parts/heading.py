"""What is asked on a page, as large as there is room for it."""

from itertools import product
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.kiosk.face import Face, Role

_SIZES: dict[bool, tuple[tuple[Role, int], ...]] = {
    False: (("title", 2), ("title_long", 4), ("list", 9)),
    True: (("title", 4), ("title_long", 6), ("list", 9), ("body", 9), ("small", 9)),
}
"""The most lines of a title in each size, upright and wide."""
_SMALL: tuple[Role, ...] = ("body", "small")


class Heading(NamedTuple):
    """A title in lines, and what stands above it in small."""

    face: Face
    small: Role
    over: tuple[str, ...]
    role: Role
    title: tuple[str, ...]

    @property
    def lift(self) -> int:
        """How high the small lines are."""
        return len(self.over) * self.face.pitch(self.small)

    @property
    def height(self) -> int:
        """Of all of it."""
        return self.lift + len(self.title) * self.face.pitch(self.role)

    def paint(self, painter: QPainter, spot: QRect) -> None:
        """From the top of `spot`, whatever its height."""
        over = QRect(spot.left(), spot.top(), spot.width(), self.lift)
        self.face.write(painter, over, self.over, self.small, "on_dark_soft")
        title = QRect(spot.left(), over.top() + self.lift, spot.width(), self.height - self.lift)
        self.face.write(painter, title, self.title, self.role, "on_dark")


def question(face: Face, over: str, title: str, width: int) -> Heading:
    """Of the first page of an upright screen."""
    lines = face.balanced(title, "question", width)
    return Heading(face, "welcome", face.lines(over, "welcome", width), "question", lines)


def heading(face: Face, over: str, title: str, width: int, high: int | None = None) -> Heading:
    """The largest that is short enough and, where the height is known, fits into it, what stands
    above it smaller before the title is; else the smallest.
    """
    for (role, most), small in product(_SIZES[face.wide], _SMALL):
        above = face.balanced(over, small, width) if over else ()
        made = Heading(face, small, above, role, face.balanced(title, role, width))
        if len(made.title) <= most and (high is None or made.height <= high):
            break
    return made
