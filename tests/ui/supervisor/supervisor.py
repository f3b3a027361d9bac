"""Somebody at the supervisor's window."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.person import Person
from tests.ui.shell import HandClock
from ui.cli.windows import House
from ui.frame.page import Page
from ui.look.theme import Theme
from ui.supervisor.window import SupervisorWindow


class Supervisor(Person):
    """Sits at the supervisor's window."""

    window: SupervisorWindow

    def __init__(
        self, qtbot: QtBot, theme: Theme, folder: Path, clock: HandClock, code: str
    ) -> None:
        super().__init__(qtbot, folder, clock, code)
        house = House(folder, clock)
        self.window = SupervisorWindow(theme, self.door, self.problems, house)
        self.show()
        self.rest()

    @property
    def page(self) -> Page:
        """The page on top."""
        assert self.window.page is not None
        return self.window.page

    def picture(self, name: str) -> None:
        """Keeps what is on the screen, to be looked at."""
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(name)
