"""The seed of the holidays."""

from datetime import date

from app.persian import parse_date
from app.week import days_of_year
from ui.closures import holidays_between, holidays_from


def test_a_jalali_year_has_its_holidays_and_marks_those_that_may_move() -> None:
    known = holidays_between(*days_of_year(1406))
    assert known[parse_date("1406/01/13")] == "روز طبیعت"
    assert known[parse_date("1406/11/22")] == "پیروزی انقلاب اسلامی"
    assert parse_date("1406/12/29") in known
    assert all(days_of_year(1406)[0] <= day < days_of_year(1406)[1] for day in known)
    assert any("تخمین" in title for title in known.values())


def test_of_years_whose_lunar_months_nobody_knows_there_are_none() -> None:
    assert holidays_between(*days_of_year(1425))
    assert holidays_between(*days_of_year(1426)) == {}
    assert holidays_between(*days_of_year(1500)) == {}


def test_from_a_day_on_they_reach_to_the_end_of_the_next_year() -> None:
    known = holidays_from(date(2026, 11, 21))
    assert min(known) >= date(2026, 11, 21)
    assert max(known).year == 2027
