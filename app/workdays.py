"""Working days and office hours, and the dates that are promised by them (Table 3, footnote 4).

Every moment here is a naive local time of the office.
"""

import math
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from operator import itemgetter
from typing import cast

from app.refusal import Refusal
from app.sub_service import TimeUnit

Hours = Mapping[int, tuple[time, time]]
"""Opening and closing by weekday, 0 = Monday. A weekday that is missing is no working day."""

_DAY = timedelta(days=1)
_MOST = 36_500
"""Of any unit: longer than a career, yet short enough that counting stays instant."""
_HORIZON = 366
"""Days to search for the next open one: an office closed for longer promises nothing."""


class WorkCalendar:
    """When the office is open. It does not change; a new calendar is another object.

    `hours` hold from the beginning, each entry of `later` from its date on, in place of all hours
    before; `closed` are the single days without service. Hours that end before they begin are
    none.
    """

    __slots__ = ("_closed", "_since", "_weeks")

    def __init__(
        self,
        hours: Hours,
        closed: Collection[date] = frozenset(),
        later: Sequence[tuple[date, Hours]] = (),
    ) -> None:
        changes = sorted(later, key=itemgetter(0))
        self._since = [since for since, _ in changes]
        self._weeks = [_sound(week) for week in (hours, *(week for _, week in changes))]
        self._closed = frozenset(closed)

    def hours_of(self, day: date) -> tuple[time, time] | None:
        """Opening and closing of that day, or None when it is no working day."""
        if day in self._closed:
            return None
        return self._weeks[bisect_right(self._since, day)].get(day.weekday())

    def is_open(self, day: date) -> bool:
        """Whether that day is a working day."""
        return self.hours_of(day) is not None

    def next_open_day(self, day: date) -> date:
        """The first working day after that day.

        When a year holds none, or the calendar's end is reached: `calendar_empty(after)`.
        """
        ahead = day
        for _ in range(min(_HORIZON, date.max.toordinal() - day.toordinal())):
            ahead += _DAY
            if self.hours_of(ahead) is not None:
                return ahead
        raise Refusal("calendar_empty", after=day)


def due(received: datetime, amount: float, unit: TimeUnit, calendar: WorkCalendar) -> datetime:
    """When something received then, and taking `amount` of `unit`, is due.

    Days: the day of receipt is day 0 and the N-th counted day is due, at closing; a part of a day
    is a whole one. Working days are counted from the next working day on; zero of them are due
    the same day, or, if that is closed, the first working day after. Calendar days are plainly
    added; where that leads to a closed day, the time is the closing time of the next working day.
    Hours run inside office hours only; a sum that ends exactly at closing is due at closing.

    Never earlier for a larger amount or a later receipt. Refuses `moment_not_local`,
    `unit_unknown(unit)`, `duration_wrong(amount)` (negative, endless, not a number, or above
    36,500) and `calendar_empty(after)`.
    """
    if received.tzinfo is not None:
        raise Refusal("moment_not_local", moment=received)
    if not 0 <= amount <= _MOST:
        raise Refusal("duration_wrong", amount=amount)
    match unit:
        case "working_day":
            return _closing(_working_days(received.date(), _whole(amount), calendar), calendar)
        case "calendar_day":
            return _closing(_calendar_days(received.date(), _whole(amount)), calendar)
        case "working_hour":
            return _working_hours(received, timedelta(hours=amount), calendar)
        case _:
            raise Refusal("unit_unknown", unit=unit)


def promise(
    received: datetime, steps: Sequence[tuple[float, TimeUnit]], calendar: WorkCalendar
) -> datetime:
    """The promised date: `due` after all steps, each starting when the one before is due.

    Neighbours of the same unit are added first, so that two half days are one day. Without steps
    the promise is the day of receipt. Refuses as `due` does.
    """
    at = received
    for unit, run in groupby(steps or [(0, "working_day")], key=itemgetter(1)):
        at = due(at, _sum([amount for amount, _ in run]), cast(TimeUnit, unit), calendar)
    return at


def _sound(hours: Hours) -> dict[int, tuple[time, time]]:
    return {
        weekday: (opens, closes) for weekday, (opens, closes) in hours.items() if opens < closes
    }


def _sum(amounts: Sequence[float]) -> float:
    for amount in amounts:
        if not 0 <= amount <= _MOST:
            raise Refusal("duration_wrong", amount=amount)
    return math.fsum(amounts)


def _whole(days: float) -> int:
    """Rounded up, but not for the dust of binary fractions (0.1 + 0.2 + 0.7 days are one day)."""
    return math.ceil(round(days, 9))


def _working_days(start: date, days: int, calendar: WorkCalendar) -> date:
    if days == 0 and not calendar.is_open(start):
        days = 1
    for _ in range(days):
        start = calendar.next_open_day(start)
    return start


def _calendar_days(start: date, days: int) -> date:
    if start.toordinal() + days > date.max.toordinal():
        raise Refusal("calendar_empty", after=start)
    return start + days * _DAY


def _closing(day: date, calendar: WorkCalendar) -> datetime:
    if hours := calendar.hours_of(day):
        return datetime.combine(day, hours[1])
    return datetime.combine(day, _closing(calendar.next_open_day(day), calendar).time())


def _working_hours(received: datetime, left: timedelta, calendar: WorkCalendar) -> datetime:
    day = received.date()
    while True:
        if hours := calendar.hours_of(day):
            start = max(received, datetime.combine(day, hours[0]))
            closing = datetime.combine(day, hours[1])
            if left <= closing - start:
                return start + left
            left -= max(closing - start, timedelta(0))
        day = calendar.next_open_day(day)
