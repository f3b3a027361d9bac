"""Garbage is collected on the window's thread alone.

Python looks for it on whichever thread happens to allocate. A widget that is found on the store's
thread, while Qt deletes it here, ends the program.
"""

import gc
from time import monotonic

from PySide6.QtCore import QObject, QTimer

_PAUSE = 100
"""Milliseconds between two looks at whether it is time: the window stands while what all threads
have made since then is searched.
"""

_SELDOM = 120.0
"""Seconds between two searches of everything at least: each takes longer than a key may."""


class Garbage(QObject):
    """From now on, and until `stop`, it collects when Python itself would have done so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._alone = gc.isenabled()
        gc.disable()
        self._searched = monotonic()
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """The window stands: what there is now stays, and later searches need not look at it."""
        if not self._timer.isActive():
            gc.freeze()
            self._timer.start()

    def stop(self) -> None:
        """Leaves it to Python again; where another window of the process came before, to that."""
        self._timer.stop()
        if self._alone:
            gc.enable()

    def _look(self) -> None:
        """The oldest generation that has had enough, as Python counts."""
        counts, enough = gc.get_count(), gc.get_threshold()
        rested = monotonic() > self._searched + _SELDOM
        ages = (2, 1, 0) if rested else (1, 0)
        due = [age for age in ages if counts[age] > enough[age]]
        if due:
            gc.collect(due[0])
        if due[:1] == [2]:
            self._searched = monotonic()
