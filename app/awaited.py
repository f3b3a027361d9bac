"""What a wait is reckoned from, as the store gives it, and what became of waits that were told."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from app.value import Value

Range = tuple[int, int]
"""Minutes, from and to."""


class Forecast(Value, frozen=True, kw_only=True):
    """Seconds: half of all rounds were shorter than `middle`; four in five lay within `spread`."""

    middle: int
    spread: int


class Told(Value, frozen=True, kw_only=True):
    """What is told, in minutes, and the forecast on which it rests."""

    least: int
    most: int
    forecast: Forecast

    @property
    def range(self) -> Range:
        """As it is said."""
        return self.least, self.most


class Standing(NamedTuple):
    """One who waits and may be called."""

    ticket: str
    lane: str
    service: str


class AtCounter(NamedTuple):
    """One who is called to a counter or served there since that instant (microseconds UTC)."""

    counter: str
    service: str
    since: int


class Kept(NamedTuple):
    """A range that was told, in minutes; what it rested on, and how long the wait came to be, in
    seconds.
    """

    day: str
    service: str
    least: int
    most: int
    middle: int
    spread: int
    truth: int


class Awaited(Protocol):
    """The hall at this instant, and how truly it was foretold before."""

    def standing(self, at: datetime, most: int) -> Sequence[Standing]:
        """Who waits anywhere, in the order of calling; those whose hold is over too."""

    def at_counters(self) -> Sequence[AtCounter]:
        """Who is at any counter now."""

    def kept_waits(self, since: datetime, until: datetime, most: int) -> Sequence[Kept]:
        """What was told from `since` to before `until` to people whose first turn is over, the
        newest first.
        """
