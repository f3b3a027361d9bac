"""A pane: a part of the counter's window that shows a part of its state."""

from datetime import datetime

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.counter.state import CounterState
from ui.look.theme import Theme
from ui.look.tokens import Colour

_WIDTH = {"right": (290, 330), "left": (290, 250)}
_HEAD = (64, 76)


def right_width(theme: Theme) -> int:
    """Of the plate and the queue under it; at enlarged text the queue needs more."""
    return _WIDTH["right"][theme.large]


def left_width(theme: Theme) -> int:
    """Of the clerk's name and the column under it; at enlarged text it has tabs and needs less."""
    return _WIDTH["left"][theme.large]


def head_height(theme: Theme) -> int:
    """Of the head of the window."""
    return _HEAD[theme.large]


def side_margins(theme: Theme) -> tuple[int, int, int, int]:
    """Around what stands in the left column."""
    return (14, 9, 14, 9) if theme.large else (20, 9, 20, 9)


class Pane(QWidget):
    """Shows values and emits what the person wants; it never looks into the store.

    `show_state` may be called often and draws nothing anew while its part stays the same. An edged
    pane has a hairline at its right side.
    """

    def __init__(self, theme: Theme, ground: Colour = "ground", *, edged: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self._ground, self._edged = ground, edged

    def show_state(self, state: CounterState) -> None:
        """Shows its part of the state."""

    def tick(self, now: datetime) -> None:
        """A second has passed; `now` is aware."""

    def enter(self) -> None:
        """Puts the focus where the work in this pane begins; leaves it where there is none."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour(self._ground))
        if self._edged:
            edge = self.width() - 1
            painter.fillRect(edge, 0, 1, self.height(), self.theme.colour("line"))
        painter.end()
