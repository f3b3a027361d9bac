"""Parts of one thing as tabs that keys can go to."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.look.parts.digit_tabs import DigitTabs
from ui.look.theme import Theme

_STEPS = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}
_INTO = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}


class PartTabs(DigitTabs):
    """Arrows go along them, Enter and Down go into the part (`entered`)."""

    entered = Signal()
    ring_moved = Signal()
    ring_radius = 4

    def __init__(self, theme: Theme, names: Sequence[str]) -> None:
        super().__init__(theme, names)
        self._place, self._count = 0, len(names)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for place in range(len(names)):
            self.show_count(place, "")

    def choose(self, place: int) -> None:
        """Shows which part is seen."""
        super().choose(place)
        self._place = place
        self.ring_moved.emit()

    def ring_rect(self) -> QRect:
        """The tab of the part that is seen."""
        return self._tabs[self._place].geometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _INTO:
            self.entered.emit()
        elif key in _STEPS:
            self.chosen.emit((self._place + _STEPS[key]) % self._count)
        else:
            super().keyPressEvent(event)
