"""Periods of the Jalali calendar: the day, the month, the quarter, half a year, the year."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

import jdatetime

from app.persian import format_date, long_date, month_name, parse_date, persian_digits
from app.refusal import Refusal
from app.value import Value

Kind = Literal["day", "month", "quarter", "half", "year", "range"]
KINDS: tuple[Kind, ...] = ("day", "month", "quarter", "half", "year")

_MONTHS: dict[Kind, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_QUARTERS = ("بهار", "تابستان", "پاییز", "زمستان")
_HALVES = ("نیمه نخست", "نیمه دوم")


class Period(Value, frozen=True, kw_only=True):
    """Days from `first` to `last`, both counted."""

    kind: Kind
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has: Esfand has 30 of them in a leap year."""
        return (self.last - self.first).days + 1

    @property
    def name(self) -> str:
        """«شنبه ۳۰ آبان ۱۴۰۵», «آبان ۱۴۰۵», «پاییز ۱۴۰۵», «نیمه دوم ۱۴۰۵», «سال ۱۴۰۵»."""
        here = jdatetime.date.fromgregorian(date=self.first)
        year = persian_digits(str(here.year))
        match self.kind:
            case "day":
                return long_date(self.first)
            case "month":
                return f"{month_name(here.month)} {year}"
            case "quarter":
                return f"{_QUARTERS[here.month // 3]} {year}"
            case "half":
                return f"{_HALVES[here.month // 7]} {year}"
            case "year":
                return f"سال {year}"
            case _:
                return f"{format_date(self.first)} تا {format_date(self.last)}"

    @property
    def each(self) -> Iterator[date]:
        """Its days in their order."""
        return (self.first + timedelta(days=number) for number in range(self.days))

    def holds(self, day: date) -> bool:
        """Whether that day is one of them."""
        return self.first <= day <= self.last


def period_of(kind: Kind, day: date) -> Period:
    """The period of that kind in which a day lies; a range of one day is that day."""
    if kind not in _MONTHS:
        return Period(kind=kind, first=day, last=day)
    here, months = jdatetime.date.fromgregorian(date=day), _MONTHS[kind]
    month = (here.month - 1) // months * months + 1
    first = jdatetime.date(here.year, month, 1)
    turns = month + months > 12
    after = jdatetime.date(here.year + turns, 1 if turns else month + months, 1)
    last = after.togregorian() - timedelta(days=1)
    return Period(kind=kind, first=first.togregorian(), last=last)


def before(period: Period) -> Period:
    """The period of the same kind that ends where this one begins."""
    return _moved(period, period.first - timedelta(days=1), -period.days)


def after(period: Period) -> Period:
    """The period of the same kind that begins where this one ends."""
    return _moved(period, period.last + timedelta(days=1), period.days)


def period_between(first: str, last: str) -> Period:
    """Two Jalali dates as somebody typed them. Refuses as `parse_date` does, and `period_wrong`."""
    begins, ends = parse_date(first), parse_date(last)
    if ends < begins:
        raise Refusal("period_wrong", first=begins, last=ends)
    return Period(kind="range", first=begins, last=ends)


def _moved(period: Period, into: date, days: int) -> Period:
    if period.kind != "range":
        return period_of(period.kind, into)
    by = timedelta(days=days)
    return Period(kind="range", first=period.first + by, last=period.last + by)
