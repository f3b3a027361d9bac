"""The working week as people write it, and the months of a wall calendar: from Saturday on."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from itertools import groupby

import jdatetime

from app.letters import latin_digits, tidy
from app.persian import weekday_title
from app.refusal import Refusal
from app.workdays import Hours

WEEK = (5, 6, 0, 1, 2, 3, 4)
"""Saturday to Friday, by Python's numbers."""

_TIME = re.compile(r"([0-9]{1,2})(?:[:٫.]?([0-9]{2}))?")
_DAY = timedelta(days=1)


def parse_time(text: str) -> time:
    """The time of day in any digits: ۷:۳۰, 0730, 7.30, 7. Refuses `time_unreadable`."""
    found = _TIME.fullmatch(latin_digits(tidy(text)))
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else _unreadable(text)
    except ValueError:
        return _unreadable(text)


def hours_typed(typed: Mapping[int, tuple[str, str]]) -> dict[int, tuple[time, time]]:
    """The weekly hours out of what was typed for each weekday; a day without both is no working
    day. Refuses `time_unreadable`, `hours_day_half`, `hours_day_wrong`, and `hours_wrong` where no
    day is left.
    """
    hours = {day: span for day in WEEK if (span := _span(day, *typed.get(day, ("", ""))))}
    if not hours:
        raise Refusal("hours_wrong")
    return hours


def alike(hours: Hours) -> Iterator[tuple[Sequence[int], tuple[time, time] | None]]:
    """Neighbouring weekdays of the same hours together, from Saturday on; None: no working day."""
    for span, days in groupby(WEEK, key=hours.get):
        yield tuple(days), span


def month_of(day: date) -> tuple[int, int]:
    """The Jalali year and month in which a day falls."""
    jalali = jdatetime.date.fromgregorian(date=day)
    return jalali.year, jalali.month


def first_of(year: int, month: int) -> date:
    """The first day of a Jalali month; months before 1 and after 12 are of other years."""
    years, place = divmod(month - 1, 12)
    first: date = jdatetime.date(year + years, place + 1, 1).togregorian()
    return first


def days_of(year: int, month: int) -> tuple[date, ...]:
    """All days of a Jalali month."""
    first, beyond = first_of(year, month), first_of(year, month + 1)
    return tuple(first + n * _DAY for n in range((beyond - first).days))


def days_of_year(year: int) -> tuple[date, date]:
    """The first day of a Jalali year and the first one after it."""
    return first_of(year, 1), first_of(year + 1, 1)


def _span(day: int, opens: str, closes: str) -> tuple[time, time] | None:
    if not tidy(opens) and not tidy(closes):
        return None
    if not tidy(opens) or not tidy(closes):
        raise Refusal("hours_day_half", weekday=weekday_title(day))
    span = parse_time(opens), parse_time(closes)
    if span[0] >= span[1]:
        raise Refusal("hours_day_wrong", weekday=weekday_title(day))
    return span


def _unreadable(text: str) -> time:
    raise Refusal("time_unreadable", text=text)
