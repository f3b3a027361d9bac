"""How often something may be tried before one has to wait: for digits that others should not find
out.
"""

from collections.abc import Callable
from math import ceil

MOST, REST = 3, 60
"""Tries in a row, and the seconds to wait after the last of them."""


class Tries:
    """Of all who stand there: a wait is not over because somebody else steps up. What was right in
    between changes nothing, or who knows one thing could try out another for ever.
    """

    def __init__(self, elapsed: Callable[[], float]) -> None:
        self._elapsed = elapsed
        self._wrong, self._since = 0, 0.0

    @property
    def left(self) -> int:
        """How many there are before one has to wait."""
        return MOST - self._wrong

    @property
    def wait(self) -> int:
        """Seconds that are still to be waited; 0: it may be tried."""
        if self._wrong < MOST:
            return 0
        left = ceil(REST - (self._elapsed() - self._since))
        if left <= 0:
            self._wrong = 0
        return max(left, 0)

    def failed(self) -> None:
        """It was wrong; after a minute's rest the first of a new row."""
        now = self._elapsed()
        self._wrong = 1 if now - self._since >= REST else self._wrong + 1
        self._since = now
