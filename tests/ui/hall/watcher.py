"""Somebody who waits in the hall: reads the wall, hears the voice; and the counters that call."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.deeds import call, pause, ticket, visit
from app.folds.ticket import Ticket
from app.ids import new_id
from app.ports import Clock, Look, Work
from ui.bootstrap import open_desk
from ui.frame.door import Door
from ui.frame.problems import Problems
from ui.hall.board import BoardWindow
from ui.hall.part import Part
from ui.hall.window import HallWindow
from ui.look.theme import Theme
from ui.words import Words

T = TypeVar("T")


class Watch(Clock, Protocol):
    """The clock of the test."""

    seconds: float

    def elapsed(self) -> float: ...


class Watcher:
    """Looks at one wall."""

    def __init__(self, qtbot: QtBot, theme: Theme, clock: Watch, folder: Path) -> None:
        self.qtbot, self.theme, self.clock, self.folder = qtbot, theme, clock, folder
        self.desk = open_desk(folder, clock)
        self.doors: list[Door] = []
        self.windows: list[QWidget] = []
        self.clerk = ""

    def door(self) -> Door:
        """Another program of this folder."""
        door = Door(partial(open_desk, self.folder, self.clock))
        Problems(Words()).hear(door)
        self.doors.append(door)
        return door

    def hall(self, *, wide: int = 1920, high: int = 1080) -> HallWindow:
        """The display, on a screen of that size."""
        window = HallWindow(self.theme, self.door(), self.clock, self.clock.elapsed)
        self._show(window, wide, high)
        self.waits(lambda: window.hall is not None)
        return window

    def board(self, counter: str, *, wide: int = 1920, high: int = 1080) -> BoardWindow:
        """The board of a counter."""
        window = BoardWindow(self.theme, self.door(), self.clock, counter, self.clock.elapsed)
        self._show(window, wide, high)
        self.waits(lambda: window.board is not None)
        return window

    # -- what counters and kiosks do -------------------------------------------------------------

    def acts_as(self, clerk: str) -> None:
        """That clerk (an id) does what is done from now on."""
        self.clerk = clerk

    def does(self, deed: Callable[[Work], T]) -> T:
        """A deed of another program of the office."""
        with self.desk.journal.work(self.clerk) as work:
            return deed(work)

    def looks(self, read: Callable[[Look], T]) -> T:
        """What stands in the store."""
        with self.desk.journal.look() as look:
            return read(look)

    def comes(self, service: str = "35", *, priority: str = "") -> Ticket:
        """Somebody takes a number."""
        return self.does(lambda work: ticket.issue(work, service, priority=priority))

    def calls(self, counter: str) -> Ticket:
        """A counter calls the next one."""
        return self.does(lambda work: call.call_next(work, counter, call=new_id(self.clock.now())))

    def recalls(self, found: Ticket, counter: str) -> None:
        """Once more."""
        self.does(lambda work: call.recall(work, found.id, counter=counter))

    def serves(self, found: Ticket, counter: str) -> None:
        """The client has come."""
        self.does(lambda work: call.begin(work, found.id, counter=counter))

    def ends(self, found: Ticket, counter: str) -> None:
        """The client leaves."""
        self.does(lambda work: visit.finish(work, found.id, "guidance", counter=counter))

    def rests(self, counter: str) -> None:
        """Nobody is served there for a while."""
        self.does(lambda work: pause.pause_counter(work, counter, "نماز"))

    # -- eyes ------------------------------------------------------------------------------------

    def waits(self, until: Callable[[], bool]) -> None:
        """Until it has come so far."""
        self.qtbot.waitUntil(until)

    def reads(self, window: QWidget) -> Sequence[str]:
        """What every part says to a screen reader."""
        return [part.accessibleName() for part in window.findChildren(Part)]

    def leave(self) -> None:
        """Everything is shut."""
        for window in self.windows:
            window.hide()
            window.deleteLater()
        for door in self.doors:
            door.close()
        self.desk.close()

    def _show(self, window: QWidget, wide: int, high: int) -> None:
        self.windows.append(window)
        window.resize(wide, high)
        window.show()
