"""Promised against actual: of all requests due in a period, how many had their answer in time."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from app.counted import Heard, PromiseRow
from app.value import Value

GONE = frozenset({"withdrawn", "voided"})


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


class _Tally:
    __slots__ = ("ahead", "gone", "kept", "late", "late_days", "owed")

    def __init__(self) -> None:
        self.kept = self.late = self.owed = self.ahead = self.gone = self.late_days = 0

    def add(self, row: PromiseRow, late: int | None, today: str) -> None:
        if row.state in GONE:
            self.gone += row.many
        elif late is None and row.promised < today:
            self.owed += row.many
        elif late is None:
            self.ahead += row.many
        elif late > 0:
            self.late += row.many
            self.late_days += late * row.many
        else:
            self.kept += row.many

    def told(self, key: str) -> Kept:
        return Kept(
            key=key,
            kept=self.kept,
            late=self.late,
            owed=self.owed,
            ahead=self.ahead,
            gone=self.gone,
            late_days=self.late_days,
        )


def count_promises(rows: Iterable[PromiseRow], today: date, heard: Heard) -> PromiseFigures:
    """Counts them, as it stands today; they come in the order of the promised days."""
    whole, here, day = _Tally(), today.isoformat(), ""
    services: defaultdict[str, _Tally] = defaultdict(_Tally)
    days: defaultdict[str, _Tally] = defaultdict(_Tally)
    for row in rows:
        if row.promised != day:
            day = row.promised
            heard(date.fromisoformat(day))
        late = _days(row.promised, row.ready) if row.ready else None
        for tally in (whole, services[row.service], days[day]):
            tally.add(row, late, here)
    return PromiseFigures(
        whole=whole.told(""),
        services=tuple(tally.told(key) for key, tally in services.items()),
        days=tuple(tally.told(key) for key, tally in days.items()),
    )


def _days(promised: str, ready: str) -> int:
    return (date.fromisoformat(ready) - date.fromisoformat(promised)).days
