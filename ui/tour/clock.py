"""A clock for a short play: it runs faster than the hall's, and is moved from act to act."""

from datetime import datetime, timedelta
from time import monotonic

_FASTER = 40.0
"""A second of the play is this many seconds of its day, so that visits last as visits do."""


class QuickClock:
    """Never goes back."""

    def __init__(self, at: datetime) -> None:
        self._at, self._since = at, monotonic()

    def now(self) -> datetime:
        """The played instant."""
        return self._at + timedelta(seconds=(monotonic() - self._since) * _FASTER)

    def move(self, to: datetime) -> None:
        """It is that instant now, unless it is later already."""
        self._at, self._since = max(to, self.now()), monotonic()
