"""A supervisor at the supervisor's window: chapters by their keys, questions answered."""

from typing import TypeVar

from ui.frame.page import Page
from ui.supervisor.window import SupervisorWindow
from ui.tour.seated import Seated

P = TypeVar("P", bound=Page)


class Supervisor(Seated):
    """Presses keys and looks at what they bring."""

    @property
    def window(self) -> SupervisorWindow:
        """The window as it is now: larger text makes another one."""
        window = self._started.window
        assert isinstance(window, SupervisorWindow)
        return window

    def opens(self, key: str, kind: type[P]) -> P:
        """The page that a key leads to."""
        self.press(key)
        return self.sees(kind)

    def sees(self, kind: type[P]) -> P:
        """The page on top, as soon as it is of that kind."""
        self.wait(lambda: isinstance(self.window.page, kind), f"the page {kind.__name__}")
        page = self.window.page
        assert isinstance(page, kind)
        self.settle()
        return page

    def answers(self, text: str) -> None:
        """Types over what a question gives, and agrees."""
        self.wait(lambda: not self.window.asking.isHidden(), "a question")
        self.type(text)

    def agrees(self) -> None:
        """Enter to a question that was read."""
        self.wait(lambda: not self.window.asking.isHidden(), "a question")
        self.press("Enter")

    def picks(self, text: str) -> None:
        """The first row of a list that is narrowed by typing."""
        self.wait(lambda: not self.window.picking.isHidden(), "a list")
        self.type(text)
