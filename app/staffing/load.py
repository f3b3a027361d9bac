"""What the desk had to carry: who came in which hour, and how long serving took."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from app.counted import CALLED, CAME, FORGOTTEN, Figures, Heard
from app.value import Value

_MOST = 2000
"""Durations that are kept; more tell nothing new."""


class HourLoad(Value, frozen=True, kw_only=True):
    """`came` and `counters`, which were at work in that hour, are a day's means."""

    hour: int
    came: float
    counters: float = 0


class Load(Value, frozen=True, kw_only=True):
    """Of a period with `days` on which anybody came. `services` are seconds at the counter, from
    the call to the end, sorted and thinned out evenly.
    """

    days: int = 0
    hours: tuple[HourLoad, ...] = ()
    services: tuple[int, ...] = ()

    @property
    def mean_service(self) -> float:
        """Seconds."""
        return sum(self.services) / len(self.services) if self.services else 0.0


def count_load(look: Figures, days: Iterable[date], heard: Heard) -> Load:
    """Counts it. A visit keeps its counter from the call to the end; one to which nobody came keeps
    it for no time worth planning for, and one that nobody ended in time says nothing.
    """
    many, services = 0, list[int]()
    came: Counter[int] = Counter()
    worked: Counter[int] = Counter()
    for day in days:
        heard(day)
        rows = look.visits_of(day)
        many += bool(rows)
        came.update(row[3] for row in rows if row[4] & CAME)
        worked.update(hour for hour, _ in {(row[3], row[0]) for row in rows if row[4] & CALLED})
        measured = (row for row in rows if row[7] >= 0 and not row[4] & FORGOTTEN)
        services += [row[7] + max(row[6], 0) for row in measured]
    hours = tuple(
        HourLoad(hour=hour, came=came[hour] / many, counters=worked[hour] / many)
        for hour in sorted(came)
    )
    return Load(days=many, hours=hours, services=_thinned(services))


def _thinned(services: list[int]) -> tuple[int, ...]:
    """Quantiles at equal steps, so that the mean and the tails stay."""
    services.sort()
    count = len(services)
    if count <= _MOST:
        return tuple(services)
    return tuple(services[(2 * place + 1) * count // (2 * _MOST)] for place in range(_MOST))
