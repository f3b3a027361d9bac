"""Keys that are typed while a deed is being done wait for what it brings to the screen: a clerk who
types ahead loses nothing, and the first digits of a code do not land in the page before.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_MOST = 100
"""Keys; whoever types more while nothing happens leans on the keyboard."""

_PRESS, _RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
_ALONE = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr}
"""Of what is held down for the sake of another key nobody speaks."""


class HeldKeys:
    """Holds copies of key events, and gives them back in their order, to whoever is `first` to get
    a key then.
    """

    def __init__(self, first: Callable[[], QWidget]) -> None:
        self._first = first
        self._held: list[QKeyEvent] = []
        self.holding = False
        self.giving = False

    def take(self, event: QKeyEvent) -> bool:
        """Whether the key is held back, so that nobody else gets it now."""
        if not self.holding or self.giving:
            return False
        if event.type() == _RELEASE or (event.type() == _PRESS and self.count < _MOST):
            self._held.append(event.clone())
        return True

    @property
    def count(self) -> int:
        """How many presses wait."""
        return sum(_is_pressed(event) for event in self._held)

    def hold(self) -> None:
        """From now on keys wait."""
        self.holding = True

    def release(self) -> None:
        """Gives back what was held, as far as no further deed begins meanwhile."""
        self.holding = False
        while self._held and not self.holding:
            event = self._held.pop(0)
            self.giving = True
            QCoreApplication.sendEvent(self._first(), event)
            self.giving = False

    def forget(self) -> None:
        """What was typed in the belief that all goes well means nothing any more."""
        self._held.clear()


def _is_pressed(event: QKeyEvent) -> bool:
    return event.type() == _PRESS and Qt.Key(event.key()) not in _ALONE
