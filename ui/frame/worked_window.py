"""What all windows have in common that somebody works at."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.frame.door import Door
from ui.frame.keys import Key
from ui.frame.problems import Problems
from ui.frame.window import FrameWindow
from ui.frame.window_words import data_held
from ui.look.theme import Theme

_SECOND = 1000


class WorkedWindow(FrameWindow):
    """Says what the door refuses, and what waits. `scale_wanted`: larger or usual text,
    `contrast_wanted`: high or usual contrast; who made the window makes it anew, or opens the kind
    that `other_wanted` gives in its place.
    """

    scale_wanted = Signal()
    contrast_wanted = Signal()
    other_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        keys: Sequence[Key],
        door: Door,
        problems: Problems,
        head: QWidget,
        rail: QWidget | None = None,
    ) -> None:
        super().__init__(theme, keys, head, rail)
        self.door = door
        self._slow, self._stood = False, ""
        problems.told.connect(self.refuse)
        door.slow.connect(self._say_slow)
        door.expecting.connect(self.hold_keys)
        self._seconds = QTimer(self, interval=_SECOND)
        self._seconds.timeout.connect(self.tick)

    def begin_to_tick(self) -> None:
        """The window is made: it shows what time it is, from now on."""
        self._seconds.start()
        self.tick()

    def tick(self) -> None:
        """Shows what time it is, and what depends on it; once a second by itself."""

    def waited_for(self) -> str:
        """What else is so for a while, and is waited for."""
        return ""

    def say_standing(self) -> None:
        """What is waited for stands on the screen as long as it is so."""
        said = data_held() if self._slow else self.waited_for()
        if said != self._stood:
            self._stood = said
            self.stand(said)

    def _say_slow(self, slow: bool) -> None:  # noqa: FBT001 - as the signal gives it
        self._slow = slow
        self.say_standing()
