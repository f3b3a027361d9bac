"""From the counter to the supervisor's window and back, for who has both duties."""

from functools import partial
from typing import Final, Literal

from PySide6.QtCore import QObject, Signal

from app.ports import Look
from app.roles import WINDOWS, by_id
from ui.frame.door import Door
from ui.frame.window import FrameWindow
from ui.frame.words import tr

OTHER: Final = "Ctrl+F12"
"""The key that leads there, and back."""

Kind = Literal["counter", "supervisor"]


class Other(QObject):
    """Asks whether whoever works here may work there too; `wanted` gives the kind of window."""

    wanted = Signal(str)

    def __init__(self, window: FrameWindow, door: Door, kind: Kind) -> None:
        super().__init__(window)
        self._window, self._door, self._kind = window, door, kind

    def go(self) -> None:
        """There, or the reason why not."""
        read = partial(_why_not, kind=self._kind, clerk=self._door.clerk)
        self._door.look(read, self._answered, awaited=True)

    def _answered(self, why: str) -> None:
        if why == "counter":
            self._window.refuse(tr("The office has no counter yet; Ctrl+7 adds one."))
        elif why:
            self._window.refuse(tr("Your role has no work at that window."))
        else:
            self.wanted.emit(self._kind)


def _why_not(look: Look, kind: Kind, clerk: str) -> str:
    who = by_id(look.office, clerk)
    if who is None or who.role not in WINDOWS[kind]:
        return "role"
    return "counter" if kind == "counter" and not look.office.counters else ""
