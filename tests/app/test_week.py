"""The working week as it is typed, and the months of the wall."""

from datetime import date, time

import pytest

from app.persian import parse_date
from app.refusal import Refusal
from app.week import (
    WEEK,
    alike,
    days_of,
    days_of_year,
    first_of,
    hours_typed,
    month_of,
    parse_time,
)

USUAL = dict.fromkeys(WEEK[:5], ("۷:۳۰", "14:30"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("۰۷:۳۰", time(7, 30)),
        ("7:30", time(7, 30)),
        ("0730", time(7, 30)),
        (" ٧٫٣٠ ", time(7, 30)),
        ("8", time(8)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_is_read_in_any_digits(text: str, meant: time) -> None:
    assert parse_time(text) == meant


@pytest.mark.parametrize("text", ["", "صبح", "25:00", "7:60", "7:3", "07:30:00"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_time(text)
    assert (refused.value.code, refused.value.facts) == ("time_unreadable", {"text": text})


def test_a_week_is_read_day_by_day() -> None:
    hours = hours_typed({**USUAL, 3: ("7:30", "12")})
    assert hours[3] == (time(7, 30), time(12))
    assert set(hours) == {5, 6, 0, 1, 2, 3}


@pytest.mark.parametrize(
    ("day", "span", "code"),
    [
        (5, ("14:30", "7:30"), "hours_day_wrong"),
        (5, ("7:30", "7:30"), "hours_day_wrong"),
        (5, ("7:30", ""), "hours_day_half"),
        (5, ("", "14:30"), "hours_day_half"),
        (5, ("هفت", "14:30"), "time_unreadable"),
    ],
)
def test_hours_that_are_wrong_are_told_with_their_day(
    day: int, span: tuple[str, str], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        hours_typed({**USUAL, day: span})
    assert refused.value.code == code
    assert refused.value.facts.get("weekday", "شنبه") == "شنبه"


def test_a_week_without_a_working_day_is_none() -> None:
    with pytest.raises(Refusal) as refused:
        hours_typed({})
    assert refused.value.code == "hours_wrong"


def test_days_that_are_alike_are_told_together() -> None:
    usual, half = (time(7, 30), time(14, 30)), (time(7, 30), time(12))
    hours = {**dict.fromkeys(WEEK[:5], usual), 3: half}
    assert list(alike(hours)) == [(WEEK[:5], usual), ((3,), half), ((4,), None)]


def test_months_have_their_days_in_leap_years_too() -> None:
    assert month_of(parse_date("1405/08/30")) == (1405, 8)
    assert [len(days_of(1403, month)) for month in (1, 7, 12)] == [31, 30, 30]
    assert len(days_of(1404, 12)) == 29
    assert first_of(1405, 0) == parse_date("1404/12/01")
    assert first_of(1405, 14) == parse_date("1406/02/01")
    assert days_of_year(1405) == (date(2026, 3, 21), date(2027, 3, 21))
