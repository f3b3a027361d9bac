"""A counter of a PC that belongs to a centre: a clerk, and the link beside the window."""

from functools import partial

from PySide6.QtWidgets import QApplication

from app.folds.ticket import Ticket
from tests.ui.counter.clerk import Clerk
from ui.bootstrap import open_desk
from ui.frame.sync_link import SyncLink


class Seat:
    """The window stands on top while its clerk types."""

    def __init__(self, clerk: Clerk, *, linked: bool = True) -> None:
        self.clerk = clerk
        folder, number = clerk.desk.folder, clerk.state.number
        self.link = SyncLink(partial(open_desk, folder, clerk.clock), counter=number)
        self.link.changed.connect(clerk.window.synced)
        clerk.door.happened.connect(self.link.wake)
        clerk.window.arbitrate(self.link)
        if linked:
            self.link.start()

    def hit(self, *combos: str) -> None:
        """Presses keys in this window, each with what the store says to it."""
        self.turn_to()
        self.clerk.hit(*combos)

    def press(self, combo: str) -> None:
        """One key as another press, and nothing waited for."""
        self.turn_to()
        self.clerk.window._pressed = ("", 0.0)
        self.clerk.press(combo)

    def type(self, text: str) -> None:
        """Types, and confirms."""
        self.turn_to()
        self.clerk.type(text)
        self.clerk.hit("Enter")

    def turn_to(self) -> None:
        """To this window."""
        if QApplication.activeWindow() is not self.clerk.window:
            self.clerk.window.activateWindow()
            self.clerk.waits(self.clerk.window.isActiveWindow)

    def calls(self) -> Ticket:
        """F2, until somebody is called."""
        self.press("F2")
        self.clerk.waits(lambda: not self.clerk.free)
        self.clerk.rest()
        return self.clerk.visit

    def waits_for(self, standing: str) -> None:
        """Until the centre stands so, and all is sent where it can be."""
        self.clerk.waits(
            lambda: (
                self.clerk.state.sync.centre == standing
                and (standing == "away" or not self.clerk.state.sync.unsent)
            )
        )

    def close(self) -> None:
        """Goes home."""
        self.link.stop()
        self.clerk.close()
