"""Unit performance (R42): the steps of Table 1 as agreed, and as the units did them."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time

from app.counted import DayStepRow, Figures, Heard, read_what
from app.event import EPOCH, MICROSECOND, micros, moment
from app.local import day_of, local
from app.value import Value
from app.workdays import WorkCalendar

_SECOND = 1_000_000
_DAY = 86_400 * _SECOND
_EPOCH = EPOCH.toordinal()
_DUST = 1e-6


class UnitStep(Value, frozen=True, kw_only=True):
    """One step of one unit, or (`title` empty) all of a unit. `agreed` and the mean `taken` are in
    the same unit of time, 0 for a whole unit. `in_time` and `late` are done, `lying` are past their
    time and still there, `open` are not; `gone` lost their request before they were done.
    """

    unit: str
    title: str = ""
    agreed: float = 0
    unit_of_time: str = ""
    in_time: int = 0
    late: int = 0
    lying: int = 0
    open: int = 0
    gone: int = 0
    taken: float = 0

    @property
    def judged(self) -> int:
        """Of how many it can be said."""
        return self.in_time + self.late + self.lying

    @property
    def rate(self) -> float | None:
        """The share that was done in the agreed time."""
        return self.in_time / self.judged if self.judged else None


class UnitFigures(Value, frozen=True, kw_only=True):
    """The units, the one that keeps its times least first, and each of their steps."""

    units: tuple[UnitStep, ...]
    steps: tuple[UnitStep, ...]


class WorkClock:
    """Counts working days and hours between two moments, many times over."""

    def __init__(self, calendar: WorkCalendar, first: date, last: date) -> None:
        self._first = first.toordinal()
        self._days, self._worked, self._open = [0], [0], list[tuple[int, int]]()
        self._offsets: dict[int, int] = {}
        for number in range(self._first, last.toordinal() + 1):
            hours = calendar.hours_of(date.fromordinal(number))
            opens, closes = (_seconds(each) for each in hours or (time.min, time.min))
            self._open.append((opens, closes))
            self._days.append(self._days[-1] + (hours is not None))
            self._worked.append(self._worked[-1] + closes - opens)

    def days(self, since: str, until: str) -> int:
        """Working days after the first day, up to the last one."""
        begins, ends = (self._place(date.fromisoformat(d).toordinal()) for d in (since, until))
        return self._days[ends + 1] - self._days[begins + 1]

    def hours(self, since: int, until: int) -> float:
        """Working hours between two instants, in microseconds UTC."""
        return max(self._until(until) - self._until(since), 0) / 3600

    def _until(self, at: int) -> int:
        """Working seconds from the beginning to an instant."""
        utc_day = at // _DAY
        if utc_day not in self._offsets:
            self._offsets[utc_day] = _offset(utc_day)
        days, second = divmod(at + self._offsets[utc_day], _DAY)
        number = days + _EPOCH
        if number < self._first:
            return 0
        place = self._place(number)
        opens, closes = self._open[place]
        return self._worked[place] + min(max(second // _SECOND, opens), closes) - opens

    def _place(self, number: int) -> int:
        return min(max(number - self._first, 0), len(self._open) - 1)


def _offset(utc_day: int) -> int:
    """By how much Tehran's clock is ahead on a day; summer time came and went at night."""
    noon = moment(utc_day * _DAY + _DAY // 2)
    ahead = local(noon) - noon.replace(tzinfo=None)
    return ahead // MICROSECOND


class _Tally:
    __slots__ = ("gone", "in_time", "late", "lying", "open", "taken")

    def __init__(self) -> None:
        self.in_time = self.late = self.lying = self.open = self.gone = 0
        self.taken = 0.0

    def add(self, count: int, agreed: float, taken: float, *, done: bool, over: int) -> None:
        late = taken > agreed + _DUST
        if done:
            self.late += count * late
            self.in_time += count * (not late)
            self.taken += taken * count
        elif over:
            self.gone += count
        else:
            self.lying += count * late
            self.open += count * (not late)


_Tallies = defaultdict[str, _Tally]
"""By what the step is."""


def count_steps(
    look: Figures, days: Iterable[date], clock: WorkClock, at: datetime, heard: Heard
) -> UnitFigures:
    """Counts the steps that were handed over on these days, as it stands at that instant."""
    tallies: _Tallies = defaultdict(_Tally)
    agreed: dict[str, float] = {}
    for day in days:
        heard(day)
        _add_days(tallies, look.day_steps_of(day), clock, (day, day_of(at)))
        for _, over, what, given, done in look.hour_steps_of(day):
            taken = clock.hours(given, done or micros(at))
            if what not in agreed:
                agreed[what] = read_what(what).agreed
            tallies[what].add(1, agreed[what], taken, done=done is not None, over=over)
    return _told(tallies)


def days_taken(clock: WorkClock, given: str, until: str, unit_of_time: str) -> int:
    """By how many days of that kind one day is after another."""
    if unit_of_time == "calendar_day":
        return (date.fromisoformat(until) - date.fromisoformat(given)).days
    return clock.days(given, until)


def _add_days(
    tallies: _Tallies, rows: Iterable[DayStepRow], clock: WorkClock, days: tuple[date, date]
) -> None:
    """Those that are alike are judged together."""
    given, today = (day.isoformat() for day in days)
    for (done_day, over, what), many in Counter(rows).items():
        step = read_what(what)
        taken = days_taken(clock, given, done_day or today, step.unit_of_time)
        agreed = math.ceil(step.agreed - _DUST)
        tallies[what].add(many, agreed, taken, done=done_day is not None, over=over)


def _told(tallies: _Tallies) -> UnitFigures:
    """The worst first."""
    whole: _Tallies = defaultdict(_Tally)
    for what, tally in tallies.items():
        both = whole[f"{read_what(what).unit}\t\t0\t"]
        for slot in ("in_time", "late", "lying", "open", "gone"):
            setattr(both, slot, getattr(both, slot) + getattr(tally, slot))
    return UnitFigures(units=_ordered(whole), steps=_ordered(tallies))


def _ordered(tallies: _Tallies) -> tuple[UnitStep, ...]:
    steps = [
        UnitStep(
            unit=read_what(what).unit,
            title=read_what(what).title,
            agreed=read_what(what).agreed,
            unit_of_time=read_what(what).unit_of_time,
            in_time=tally.in_time,
            late=tally.late,
            lying=tally.lying,
            open=tally.open,
            gone=tally.gone,
            taken=tally.taken / (tally.in_time + tally.late) if tally.in_time + tally.late else 0,
        )
        for what, tally in tallies.items()
    ]
    return tuple(sorted(steps, key=_worst_first))


def _worst_first(step: UnitStep) -> tuple[float, int, str, str]:
    return 2 if step.rate is None else step.rate, -step.judged, step.unit, step.title


def _seconds(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second
