"""A clock for a short play: it runs faster than the hall's, and is moved from act to act."""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

_FASTER = 40
"""A second of the play is this many seconds of its day, so that visits last as visits do."""

Tell = Callable[[datetime, int], None]


class QuickClock:
    """Never goes back."""

    def __init__(self, at: datetime, faster: int = _FASTER) -> None:
        self._at, self._since, self._faster = at, monotonic(), faster

    def now(self) -> datetime:
        """The played instant."""
        return self._at + timedelta(seconds=(monotonic() - self._since) * self._faster)

    def move(self, to: datetime) -> None:
        """It is that instant now, unless it is later already."""
        self._at, self._since = max(to, self.now()), monotonic()


class SharedClock(QuickClock):
    """Whoever hears it goes by it too, from then on."""

    def __init__(self, at: datetime, faster: int) -> None:
        super().__init__(at, faster)
        self._tell: Tell | None = None

    def heard_by(self, tell: Tell) -> None:
        """`tell` hears what the time is, now and whenever it is moved, and how fast it goes."""
        self._tell = tell
        tell(self.now(), self._faster)

    def move(self, to: datetime) -> None:
        """As any clock of a play."""
        super().move(to)
        if self._tell is not None:
            self._tell(self.now(), self._faster)
