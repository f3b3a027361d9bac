"""Dates, times, digits and money as people of the desk read and write them.

Sums in words stand in `app.money`.
"""

import re
from datetime import date, datetime, time

import jdatetime

from app.letters import (
    clean,
    latin_digits,
    persian_digits,
    persian_figures,
    search_key,
    spelled,
    tidy,
    unspaced,
)
from app.local import local
from app.refusal import Refusal

__all__ = [
    "clean",
    "format_date",
    "format_moment",
    "format_time",
    "jalali_year",
    "latin_date",
    "latin_digits",
    "long_date",
    "money",
    "month_name",
    "parse_date",
    "persian_digits",
    "persian_figures",
    "search_key",
    "spelled",
    "tidy",
    "weekday_name",
    "weekday_title",
]

_WEEKDAYS = ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")
_MONTHS = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
_BARE = re.compile(r"^([0-9]{4})([0-9]{2})([0-9]{2})$")
_DATE = re.compile(r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})")
_YEARS = range(1200, 1600)


def parse_date(text: str) -> date:
    """The day that a Jalali date names, in any digits: 1405/08/30, ۱۴۰۵-۸-۳۰, 1405.8.30, 14050830.

    A day or month that the calendar lacks, or a year outside 1200-1599 (most likely a Gregorian
    one), is `date_impossible(text, year)`; what is no date at all, `date_unreadable(text)`.
    """
    found = _DATE.fullmatch(_BARE.sub(r"\1/\2/\3", latin_digits(unspaced(text))))
    if not found:
        raise Refusal("date_unreadable", text=text)
    year, month, day = (int(found[part]) for part in (1, 3, 4))
    if year not in _YEARS:
        raise Refusal("date_impossible", text=text, year=year)
    try:
        day_found: date = jdatetime.date(year, month, day).togregorian()
    except ValueError:
        raise Refusal("date_impossible", text=text, year=year) from None
    return day_found


def latin_date(day: date) -> str:
    """1405/08/30: for file names, codes and machines."""
    return "{:04}/{:02}/{:02}".format(*_jalali(day))


def format_date(day: date) -> str:
    """۱۴۰۵/۰۸/۳۰."""
    return persian_digits(latin_date(day))


def long_date(day: date) -> str:
    """شنبه ۳۰ آبان ۱۴۰۵."""
    year, month, number = _jalali(day)
    return persian_digits(f"{weekday_name(day)} {number} {_MONTHS[month - 1]} {year}")


def weekday_name(day: date) -> str:
    """The Persian name of the day of the week."""
    return weekday_title(day.weekday())


def weekday_title(weekday: int) -> str:
    """The Persian name of a weekday by Python's number: 0 is Monday."""
    return _WEEKDAYS[weekday]


def month_name(month: int) -> str:
    """The Persian name of a month of the Jalali year, counted from 1."""
    return _MONTHS[month - 1]


def jalali_year(day: date) -> int:
    """The year by which numbers and budgets are counted; it turns on 1 Farvardin."""
    return _jalali(day)[0]


def parse_time(text: str) -> time:
    """«۰۹:۲۰» or «9», in any digits. Refuses `hour_wrong(text)`."""
    hour, _, minute = latin_digits(text).strip().partition(":")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise Refusal("hour_wrong", text=text) from None


def format_time(at: time | datetime) -> str:
    """۱۰:۴۵. An aware moment is shown by Tehran's clock."""
    if isinstance(at, datetime):
        at = _shown(at)
    return persian_digits(at.strftime("%H:%M"))


def format_moment(at: datetime) -> str:
    """۱۴۰۵/۰۸/۳۰ ۱۰:۴۵. An aware moment is shown by Tehran's clock."""
    shown = _shown(at)
    return f"{format_date(shown.date())} {format_time(shown)}"


def money(amount: int) -> str:
    """۵۰۰٬۰۰۰ ریال, from whole rials. Less than nothing is `money_negative(amount)`."""
    if amount < 0:
        raise Refusal("money_negative", amount=amount)
    return persian_digits(f"{amount:,}").replace(",", "٬") + " ریال"


def _shown(at: datetime) -> datetime:
    return at if at.tzinfo is None else local(at)


def _jalali(day: date) -> tuple[int, int, int]:
    """Year, month and day; refuses `date_impossible` before and after what the calendar counts."""
    try:
        jalali = jdatetime.date.fromgregorian(year=day.year, month=day.month, day=day.day)
    except ValueError:
        raise Refusal("date_impossible", text=day.isoformat(), year=day.year) from None
    return jalali.year, jalali.month, jalali.day
