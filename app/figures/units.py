"""Unit performance (R42): the steps of Table 1 as agreed, and as the units did them."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time

from msgspec.structs import replace

from app.counted import HAND_OVER, Figures, Heard, StepLine, StepRow, What, read_what
from app.event import EPOCH, MICROSECOND, micros, moment
from app.letters import search_key
from app.local import day_of, local
from app.period import Period
from app.unit_names import unit_names
from app.value import Value
from app.workdays import WorkCalendar

_SECOND = 1_000_000
_DAY = 86_400 * _SECOND
_EPOCH = EPOCH.toordinal()
_DUST = 1e-6


class UnitStep(Value, frozen=True, kw_only=True):
    """One step of one unit, or (`title` empty) all of a unit; or (`unit` empty) what the desk took
    to hand steps over, agreed for the day on which it could. `agreed` and the mean `taken` are in
    the same unit of time; of a whole unit, whose steps have several, they are 0 and None. None is
    `taken` also where nothing was done yet. `in_time` and `late` are done, `lying` are past their
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
    taken: float | None = None

    @property
    def judged(self) -> int:
        """Of how many it can be said."""
        return self.in_time + self.late + self.lying

    @property
    def rate(self) -> float | None:
        """The share that was done in the agreed time."""
        return self.in_time / self.judged if self.judged else None


class UnitFigures(Value, frozen=True, kw_only=True):
    """The units, the one that keeps its times least first, and each of their steps; last in both,
    the desk's handing over. All that any of them took of a request follows on one another.
    """

    units: tuple[UnitStep, ...]
    steps: tuple[UnitStep, ...]


class WorkClock:
    """Counts working days and hours between two moments, many times over."""

    def __init__(self, calendar: WorkCalendar, first: date, last: date) -> None:
        self._first, self._last = first.toordinal(), (last - first).days
        self._days, self._open = [0], list[tuple[int, int, int, int]]()
        self._offsets: dict[int, int] = {}
        self._known: dict[tuple[str, str], int] = {}
        worked = 0
        for number in range(self._first, last.toordinal() + 1):
            hours = calendar.hours_of(date.fromordinal(number))
            opens, closes = (_seconds(each) for each in hours or (time.min, time.min))
            before, worked = worked, worked + closes - opens
            self._open.append((before, opens, closes, worked))
            self._days.append(self._days[-1] + (hours is not None))

    def days(self, since: str, until: str) -> int:
        """Working days after the first day, up to the last one."""
        known = self._known.get((since, until))
        if known is None:
            begins, ends = (self._place(date.fromisoformat(d).toordinal()) for d in (since, until))
            known = self._known[since, until] = self._days[ends + 1] - self._days[begins + 1]
        return known

    def hours(self, since: int, until: int) -> float:
        """Working hours between two instants, in microseconds UTC."""
        return max(self._until(until) - self._until(since), 0) / 3600

    def _until(self, at: int) -> int:
        """Working seconds from the beginning to an instant."""
        utc_day = at // _DAY
        if utc_day not in self._offsets:
            self._offsets[utc_day] = _offset(utc_day) + (_EPOCH - self._first) * _DAY
        place, second = divmod(at + self._offsets[utc_day], _DAY)
        if place < 0:
            return 0
        before, opens, closes, worked = self._open[min(place, self._last)]
        second //= _SECOND
        if second <= opens:
            return before
        return worked if second >= closes else before + second - opens

    def _place(self, number: int) -> int:
        return min(max(number - self._first, 0), self._last)


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

    @property
    def mean(self) -> float | None:
        """How long it took."""
        done = self.in_time + self.late
        return self.taken / done if done else None

    def join(self, other: "_Tally") -> None:
        """Those of another one, too."""
        for slot in self.__slots__:
            setattr(self, slot, getattr(self, slot) + getattr(other, slot))

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
    look: Figures,
    period: Period,
    clock: WorkClock,
    at: datetime,
    heard: Heard,
    known: Iterable[str] = (),
) -> UnitFigures:
    """Counts the steps that were handed over on these days, as it stands at that instant, and where
    they reach to it those that lie from before. A unit that is `known` bears that name, in whatever
    spelling its steps name it.
    """
    count = _Count(clock, at)
    for day in period.each:
        heard(day)
        count.take(day.isoformat(), look.steps_of(day))
    if period.holds(day_of(at)):
        for (on, row), many in Counter(look.steps_left(period.first)).items():
            count.add(on, row, many)
    return _told(_as_one(count.tallies, known))


class _Count:
    def __init__(self, clock: WorkClock, at: datetime) -> None:
        self.tallies: _Tallies = defaultdict(_Tally)
        self._agreed: dict[str, tuple[float, str]] = {}
        self._clock, self._now, self._today = clock, micros(at), day_of(at).isoformat()

    def take(self, on: str, rows: Iterable[StepRow]) -> None:
        """The steps of a day, and that the desk handed them over on it."""
        handed = Counter[str | None]()
        for row, many in Counter(rows).items():
            self.add(on, row, many)
            _, _, text, since, *_ = row
            if text != HAND_OVER:
                handed[since] += many
        for since, many in handed.items():
            waited = self._clock.days(since, on) if since else 0
            self.tallies[HAND_OVER].add(many, 0, waited, done=True, over=0)

    def add(self, on: str, row: StepRow, many: int) -> None:
        """Steps of that day that are alike."""
        done_day, over, text, _, given, done = row
        if text not in self._agreed:
            what = read_what(text)
            self._agreed[text] = allowed(what), what.unit_of_time
        most, unit_of_time = self._agreed[text]
        if given is None:
            taken: float = days_taken(self._clock, on, done_day or self._today, unit_of_time)
        else:
            taken = self._clock.hours(given, done or self._now)
        self.tallies[text].add(many, most, taken, done=done_day is not None, over=over)


def allowed(what: What | StepLine) -> float:
    """What is agreed; of a part of a day the whole day."""
    by_hours = what.unit_of_time == "working_hour"
    return what.agreed if by_hours else math.ceil(what.agreed - _DUST)


class Taken(Value, frozen=True, kw_only=True):
    """How long a step took, and by how much that was too long, both as it is agreed."""

    time: float
    late: float


def taken_by(line: StepLine, clock: WorkClock, at: datetime) -> Taken:
    """By its unit, till now where it is not done."""
    if line.unit_of_time == "working_hour":
        time = clock.hours(line.given, line.done or micros(at))
    else:
        until = (line.done_day or day_of(at)).isoformat()
        time = days_taken(clock, line.day.isoformat(), until, line.unit_of_time)
    late = time - allowed(line)
    return Taken(time=time, late=late if late > _DUST else 0)


def taken_by_desk(line: StepLine, clock: WorkClock, at: datetime) -> Taken:
    """To hand it over, which is agreed for the same day."""
    until = line.day if line.unit else day_of(at)
    days = clock.days(line.since.isoformat(), until.isoformat())
    return Taken(time=days, late=days)


def counted(line: StepLine, *, by_desk: bool) -> bool:
    """Whether it stands in a figure: not what lost its request meanwhile."""
    ended = line.over and line.done is None
    return not (ended and (not by_desk or not line.unit))


def days_taken(clock: WorkClock, given: str, until: str, unit_of_time: str) -> int:
    """By how many days of that kind one day is after another."""
    if unit_of_time == "calendar_day":
        return (date.fromisoformat(until) - date.fromisoformat(given)).days
    return clock.days(given, until)


def _as_one(tallies: _Tallies, known: Iterable[str]) -> _Tallies:
    """What several spellings of a unit were counted under stands under one."""
    names = unit_names((*known, *sorted(read_what(what).unit for what in tallies)))
    joined: _Tallies = defaultdict(_Tally)
    for what, tally in tallies.items():
        unit, rest = what.split("\t", 1)
        joined[f"{names[search_key(unit)]}\t{rest}"].join(tally)
    return joined


def _told(tallies: _Tallies) -> UnitFigures:
    """The worst first."""
    whole: _Tallies = defaultdict(_Tally)
    for what, tally in tallies.items():
        whole[f"{read_what(what).unit}\t\t0\t"].join(tally)
    units = tuple(replace(unit, taken=None) for unit in _ordered(whole))
    return UnitFigures(units=units, steps=_ordered(tallies))


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
            taken=tally.mean,
        )
        for what, tally in tallies.items()
    ]
    return tuple(sorted(steps, key=_worst_first))


def _worst_first(step: UnitStep) -> tuple[bool, float, int, str, str]:
    late = 2 if step.rate is None else step.rate
    return not step.unit, late, -step.judged, step.unit, step.title


def _seconds(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second
