"""What hangs in the hall, and the eye that reads it."""

from collections.abc import Callable
from functools import partial

from app.ports import Clock
from ui.frame.door import Door
from ui.hall.board import BoardWindow
from ui.hall.part import Part
from ui.hall.said import counter_said, label_said
from ui.hall.wall import Wall
from ui.hall.window import HallWindow
from ui.look.theme import Theme
from ui.tour.stage import Stage

FULL_HD = 1920, 1080


class Hung:
    """A wall as large as a screen of 1080p, over a store of its own program."""

    def __init__(self, stage: Stage, make: Callable[[Theme, Door, Clock], Wall]) -> None:
        self._stage = stage
        self._door = Door(stage.house.open)
        self.window = make(Theme(), self._door, stage.clock)
        self.window.resize(*FULL_HD)
        self.window.show()

    @property
    def reads(self) -> str:
        """What stands there, part by part, as a screen reader says it."""
        parts = self.window.findChildren(Part)
        return "\n".join(part.accessibleName() for part in parts if part.isVisible())

    def shows(self, *said: str) -> None:
        """An eye waits until all of that can be read."""
        self._stage.patience.until(
            lambda: all(each in self.reads for each in said), f"{' · '.join(said)} on the wall"
        )

    def picture(self, name: str) -> None:
        """What is seen from below."""
        self._stage.take(self.window, name)

    def close(self) -> None:
        """It is taken down."""
        self.window.close()
        self.window.deleteLater()
        self._door.close()


def display(stage: Stage) -> Hung:
    """Of the whole hall."""
    return Hung(stage, HallWindow)


def board(stage: Stage, counter: str) -> Hung:
    """Above a counter."""
    return Hung(stage, partial(_board, counter))


def call_said(label: str, counter: str) -> str:
    """A call as the display shows it."""
    return f"{label_said(label)}، {counter_said(counter)}"


def _board(counter: str, theme: Theme, door: Door, clock: Clock) -> BoardWindow:
    return BoardWindow(theme, door, clock, counter)
