"""The only way out of the kiosk: its PIN."""

from collections.abc import Callable
from hmac import compare_digest

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.refusal import Refusal
from ui.frame.problems import Problems
from ui.kiosk.face import Face
from ui.kiosk.parts.leaving import Leaving
from ui.kiosk.tries import Tries
from ui.look.parts.gone import let_go


class WayOut(QObject):
    """Asks for the PIN over the page of `window`."""

    opened = Signal()
    """The kiosk may be left."""

    def __init__(self, window: QWidget, problems: Problems, elapsed: Callable[[], float]) -> None:
        super().__init__(window)
        self._window, self._problems, self._tries = window, problems, Tries(elapsed)
        self._pin = ""
        self.panel: Leaving | None = None

    def ask(self, face: Face, pin: str) -> None:
        """Where no PIN is set nobody leaves: who stands before it must not get behind it."""
        if not pin:
            self._problems.tell(Refusal("leave_no_pin"))
            return
        self.shut()
        self._pin = pin
        self.panel = Leaving(face, self._window)
        self.panel.entered.connect(self._try)
        self.panel.given_up.connect(self.shut)
        self.panel.show()
        self.panel.raise_()

    def shut(self) -> None:
        """Nobody leaves now."""
        if self.panel is not None:
            let_go(self.panel)
            self.panel = None

    def _try(self, digits: str) -> None:
        if not self._tries.wait and compare_digest(digits, self._pin):
            self.shut()
            self.opened.emit()
            return
        if not self._tries.wait:
            self._tries.failed()
        wait = self._tries.wait
        refusal = Refusal("leave_wrong", n=self._tries.left)
        if wait:
            refusal = Refusal("leave_wait", seconds=wait)
        if self.panel is not None:
            self.panel.say(self._problems.sentence(refusal))
