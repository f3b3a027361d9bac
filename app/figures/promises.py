"""Promised against actual: of all requests due in a period, how many had their answer in time."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import itemgetter

from app.counted import Figures, Heard
from app.decoding import convert
from app.period import Period
from app.value import Value

GONE = frozenset({"withdrawn", "voided"})

_NUMBERS = ("kept", "late", "owed", "ahead", "gone", "late_days")

_alike = itemgetter(0, 1, 2)
_Tallies = defaultdict[str, Counter[str]]


class Kept(Value, frozen=True, kw_only=True):
    """Requests promised for days that are over or bring their answer: `kept` had it by the promised
    day, `late` after it, `owed` are past their day and still have none. `ahead` are promised for a
    day that is not over and wait; nobody can say of them yet. `late_days` counts the days by which
    the late ones were late. What was withdrawn or declared void is `gone` and not counted.
    """

    key: str = ""
    kept: int = 0
    late: int = 0
    owed: int = 0
    ahead: int = 0
    gone: int = 0
    late_days: int = 0

    @property
    def due(self) -> int:
        """Of how many it can be said."""
        return self.kept + self.late + self.owed

    @property
    def broken(self) -> int:
        """Promises that were not kept."""
        return self.late + self.owed

    @property
    def rate(self) -> float | None:
        """The share that was kept, None where nothing was due."""
        return self.kept / self.due if self.due else None

    @property
    def mean_late(self) -> float:
        """By how many days the late answers were late."""
        return self.late_days / self.late if self.late else 0.0


class PromiseFigures(Value, frozen=True, kw_only=True):
    """All of a period, by sub-service, and by the days for which it was promised."""

    whole: Kept
    services: tuple[Kept, ...]
    days: tuple[Kept, ...]


def count_promises(look: Figures, period: Period, today: date, heard: Heard) -> PromiseFigures:
    """Counts them, as it stands today."""
    days: _Tallies = defaultdict(Counter)
    services: _Tallies = defaultdict(Counter)
    rows = look.promises(period.first, period.last)
    for (promised, ready, state), alike in groupby(rows, _alike):
        if promised not in days:
            heard(date.fromisoformat(promised))
        kind = _kind(promised, ready, state, today.isoformat())
        late = _days_between(promised, ready) if ready and kind == "late" else 0
        for _, _, _, service, many in alike:
            for tally in (days[promised], services[service]):
                tally[kind] += many
                tally["late_days"] += many * late
    by_days = tuple(_kept(day, tally) for day, tally in days.items())
    by_services = tuple(_kept(service, services[service]) for service in sorted(services))
    return PromiseFigures(whole=_together(by_days), services=by_services, days=by_days)


def _kind(promised: str, ready: str | None, state: str, today: str) -> str:
    """Which of the numbers of `Kept` counts it."""
    if state in GONE:
        return "gone"
    if ready is None:
        return "owed" if promised < today else "ahead"
    return "late" if ready > promised else "kept"


def _days_between(promised: str, ready: str) -> int:
    return (date.fromisoformat(ready) - date.fromisoformat(promised)).days


def _together(days: Iterable[Kept]) -> Kept:
    every: Counter[str] = Counter()
    for day in days:
        every.update({name: getattr(day, name) for name in _NUMBERS})
    return _kept("", every)


def _kept(key: str, tally: Counter[str]) -> Kept:
    return convert({"key": key, **tally}, Kept)
