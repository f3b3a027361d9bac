"""How often something may be tried before one has to wait: for digits that others should not find
out.
"""

from collections.abc import Callable
from math import ceil

MOST, REST = 3, 60
"""Tries in a row, and the seconds to wait after the last of them."""


class Tries:
    """Of whoever stands there: a wait is not over because somebody else steps up."""

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
        """It was wrong."""
        self._wrong, self._since = self._wrong + 1, self._elapsed()

    def succeeded(self) -> None:
        """It was right."""
        self._wrong = 0
