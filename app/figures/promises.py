"""Promised against actual: of all requests due in a period, how many had their answer in time."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

import msgspec

from app.counted import Figures, Heard, PromiseRow
from app.period import Period
from app.value import Value

GONE = frozenset({"withdrawn", "voided"})

_NUMBERS = ("kept", "late", "owed", "ahead", "gone", "late_days")


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
    first, last = period.first, period.last
    days = _counted(look.promises_by_days(first, last), today, heard)
    services = _counted(look.promises_by_services(first, last, today), today, lambda _: None)
    return PromiseFigures(whole=_together(days), services=services, days=days)


def _counted(rows: Iterable[PromiseRow], today: date, heard: Heard) -> tuple[Kept, ...]:
    """By what they are of."""
    tallies: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.key not in tallies:
            heard(date.fromisoformat(row.promised))
        tally, kind = tallies[row.key], _kind(row, today.isoformat())
        tally[kind] += row.many
        if kind == "late":
            tally["late_days"] += row.late_days
    return tuple(_kept(key, tally) for key, tally in tallies.items())


def _kind(row: PromiseRow, today: str) -> str:
    """Which of the numbers of `Kept` counts it."""
    if row.state in GONE:
        return "gone"
    if row.ready is None:
        return "owed" if row.promised < today else "ahead"
    return "late" if row.ready > row.promised else "kept"


def _together(days: Iterable[Kept]) -> Kept:
    every: Counter[str] = Counter()
    for day in days:
        every.update({name: getattr(day, name) for name in _NUMBERS})
    return _kept("", every)


def _kept(key: str, tally: Counter[str]) -> Kept:
    return msgspec.convert({"key": key, **tally}, Kept)
