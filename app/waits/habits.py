"""How this office serves: how long a sub-service takes, and how soon the next one is called."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from app.counted import CALLED, LONGEST, Figures, VisitRow
from app.value import Value

ENOUGH = 20
"""So many turns must be known before anything is told."""
OWN = 8
"""So many of a sub-service before it is known by itself; until then it takes as long as others."""

_PLENTY, _BACK = 400, 14
"""Days are read backwards until there are so many turns, but no more than so many days."""
_BREAK = 30 * 60
"""Seconds; a gap that was longer was no gap between two clients."""
_DOUBT = 15
"""So many turns of today weigh as much as all that is known of the days before."""
_SECOND = 1_000_000


class Habits(Value, frozen=True, kw_only=True):
    """Seconds, the shortest first. `services`: from the call to the end, by sub-service; `every`:
    of all of them. `gaps`: from an end to the next call while somebody waited. `pace`: how much
    longer than usual today's turns take. `ends` says when each counter that was at work today ended
    its last turn, `since` when the first of them called (microseconds UTC, 0: nobody yet); `usual`
    are those that were at work on the day before.
    """

    services: Mapping[str, tuple[float, ...]] = {}
    every: tuple[float, ...] = ()
    gaps: tuple[float, ...] = ()
    pace: float = 1.0
    ends: Mapping[str, int] = {}
    since: int = 0
    usual: frozenset[str] = frozenset()

    @property
    def enough(self) -> bool:
        """Whether anything can be told."""
        return len(self.every) >= ENOUGH

    def lasting(self, service: str) -> tuple[float, ...]:
        """How long that sub-service took, each time."""
        own = self.services.get(service, ())
        return own if len(own) >= OWN else self.every


def count_habits(look: Figures, today: date) -> Habits:
    """From the newest days."""
    of_today = _called(look, today)
    before: list[VisitRow] = []
    usual: frozenset[str] = frozenset()
    gaps = _gaps(of_today)
    for back in range(1, _BACK + 1):
        rows = _called(look, today - timedelta(days=back))
        usual = usual or frozenset(row[0] for row in rows)
        gaps += _gaps(rows)
        before += rows
        if len(before) >= _PLENTY:
            break
    services, every = _lasting([*of_today, *before])
    return Habits(
        services=services,
        every=every,
        gaps=tuple(sorted(gaps)),
        pace=_pace(of_today, services, every),
        ends=_ends(of_today),
        since=min((row[8] for row in of_today), default=0),
        usual=usual,
    )


def _called(look: Figures, day: date) -> list[VisitRow]:
    return [row for row in look.visits_of(day) if row[4] & CALLED]


def _seconds(row: VisitRow) -> float:
    return max(row[9] - row[8], 0) / _SECOND


def _lasting(rows: Sequence[VisitRow]) -> tuple[dict[str, tuple[float, ...]], tuple[float, ...]]:
    found: defaultdict[str, list[float]] = defaultdict(list)
    for row in rows:
        if (took := _seconds(row)) <= LONGEST:
            found[row[2]].append(took)
    services = {service: tuple(sorted(each)) for service, each in found.items()}
    return services, tuple(sorted(took for each in services.values() for took in each))


def _gaps(rows: Sequence[VisitRow]) -> list[float]:
    """Only where whoever was called next had been there before the counter was free: a clerk whom
    nobody awaits is not slow.
    """
    gaps: list[float] = []
    for row, after in pairwise(rows):
        gap = (after[8] - row[9]) / _SECOND
        if row[0] == after[0] and 0 <= gap <= _BREAK and after[5] >= gap:
            gaps.append(gap)
    return gaps


def _pace(
    rows: Sequence[VisitRow],
    services: Mapping[str, tuple[float, ...]],
    every: tuple[float, ...],
) -> float:
    """Today's turns beside what they would usually take."""
    means = {service: sum(each) / len(each) for service, each in services.items()}
    told = [(_seconds(row), means.get(row[2], 0)) for row in rows if _seconds(row) <= LONGEST]
    doubt = _DOUBT * sum(every) / len(every) if every else 0
    usual = sum(mean for _, mean in told) + doubt
    return (sum(took for took, _ in told) + doubt) / usual if usual else 1.0


def _ends(rows: Sequence[VisitRow]) -> dict[str, int]:
    ends: dict[str, int] = {}
    for row in rows:
        ends[row[0]] = max(ends.get(row[0], 0), row[9])
    return ends
