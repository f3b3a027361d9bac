"""Somebody who sits at a window: presses keys, waits for what they bring, shows what is seen."""

from collections.abc import Callable, Sequence

from ui.counter.window import CounterWindow
from ui.start import Start
from ui.supervisor.window import SupervisorWindow
from ui.tour.stage import Stage

_ROUNDS = 4
"""How often the store's thread is asked to have done what stood before: a deed, what is read after
it, and what that asks for in turn.
"""


class Seated:
    """Presses keys and looks at what they bring."""

    def __init__(self, stage: Stage, started: Start) -> None:
        self.stage, self._started = stage, started

    @property
    def window(self) -> CounterWindow | SupervisorWindow:
        """The window as it is now: larger text makes another one."""
        window = self._started.window
        assert isinstance(window, CounterWindow | SupervisorWindow)
        return window

    def comes(self) -> None:
        """To the window, which may have stood behind another."""
        self.stage.front(self.window)
        self.settle()

    # -- keys ------------------------------------------------------------------------------------

    def press(self, *combos: str) -> None:
        """One after the other, each when the one before is done."""
        for combo in combos:
            self.wait(lambda: self.window.asking.read, "the question to be read")
            self.stage.hands.press(combo)
            self.settle()

    def type(self, *texts: str) -> None:
        """Each with its Enter; an empty one is passed over with Enter alone."""
        for text in texts:
            self.stage.hands.type(text)
            self.press("Enter")

    def wait(self, holds: Callable[[], object], what: str) -> None:
        """Until it holds."""
        self.stage.patience.until(holds, what)

    def settle(self) -> None:
        """Until everything that was asked of the store is shown."""
        window, back = self.window, list[bool]()
        for _ in range(_ROUNDS):
            back.clear()
            window.door.look(lambda _: True, back.append)
            self.wait(lambda: back, "the store")
        self.wait(lambda: not window.door.busy and self.rests(), "the deed")
        self.wait(lambda: window.asking.read, "the question to be read")
        self.stage.patience.breathe()

    def rests(self) -> bool:
        """Whether the window itself waits for nothing."""
        return True

    # -- pictures --------------------------------------------------------------------------------

    def picture(self, name: str) -> None:
        """What stands on the screen now."""
        self.settle()
        self.stage.take(self.window, name)

    def large_picture(
        self, name: str, *again: str, away: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """The same with large text too: the window is made anew and goes on where it stood; `away`
        is the key that leaves what asks, `again` are those that lead back to it, or `then` does.
        """
        self.picture(name)
        for large in (True, False):
            self.other_scale(away)
            self._leads_back(again, then)
            if large:
                self.settle()
                self.stage.album.take_large(self.window, name)

    def other_scale(self, away: str = "") -> None:
        """Larger text, or the usual one again."""
        before = self.window
        if away:
            self.press(away)
        self.stage.hands.press("Ctrl++")
        self.wait(lambda: self._started.window is not before, "the window made anew")
        self.comes()

    def _leads_back(self, again: Sequence[str], then: Callable[[], None] | None) -> None:
        self.press(*again)
        if then is not None:
            then()
