"""Years whose holidays are missing are told of before dates are promised without them."""

from datetime import date, timedelta

from app.deeds.catalogue import define_sub_service
from app.deeds.office import announce_closures, confirm_year, lift_closure
from app.deeds.request import register
from app.showing.board import board
from app.showing.holidays import YearDue, year_to_list, years_due
from app.sub_service import Step, SubService
from tests.app.desk import Desk
from tests.app.opened import LAST_HOLIDAY, PLAIN, TODAY, opened, person

ESFAND = date(2027, 2, 20)
NEXT_LAST = date(2028, 3, 19)
"""29 Esfand 1406."""


def due(desk: Desk) -> tuple[YearDue, ...]:
    return desk.see(years_due)


def supervised() -> Desk:
    desk = opened()
    desk.clerk = desk.see(lambda look: look.office.clerk("20").clerk)
    return desk


def until(desk: Desk, day: date) -> None:
    desk.clock.move(days=(day - TODAY).days)


def test_the_next_year_is_told_of_from_a_month_before_until_it_is_confirmed() -> None:
    desk = supervised()
    until(desk, ESFAND - timedelta(days=1))
    assert due(desk) == ()
    desk.clock.move(days=1)
    assert due(desk) == (YearDue(year=1406, listed=False),)
    assert ("holidays", "1406") in desk.see(board).alarms
    desk.do(announce_closures, {NEXT_LAST: "ملی شدن صنعت نفت"})
    assert due(desk) == (YearDue(year=1406, listed=True),)
    desk.do(confirm_year, 1406)
    assert due(desk) == ()


def test_what_nobody_saw_to_before_the_new_year_is_still_told_of_in_it() -> None:
    desk = supervised()
    until(desk, date(2027, 4, 10))
    assert due(desk) == (YearDue(year=1406, listed=False),)


def test_a_promise_that_lands_in_a_year_without_holidays_tells_of_it_at_once() -> None:
    desk = supervised()
    desk.do(register, PLAIN, person())
    assert due(desk) == ()
    long = SubService(
        code="7", title="پروانه", steps=(Step(title="بررسی", unit="فنی", duration=150),)
    )
    desk.do(define_sub_service, long)
    desk.do(register, "7", person())
    assert due(desk) == (YearDue(year=1406, listed=False, promised=True),)
    desk.do(announce_closures, {NEXT_LAST: "ملی شدن صنعت نفت"})
    assert due(desk) == ()


def test_the_year_that_is_missing_is_offered() -> None:
    desk = supervised()

    def offered(seen: int) -> int:
        return desk.see(lambda look: year_to_list(look.office, TODAY, seen))

    assert [offered(seen) for seen in (1405, 1406, 1408)] == [1406, 1406, 1408]
    desk.do(confirm_year, 1406)
    assert offered(1405) == 1405
    desk.do(lift_closure, LAST_HOLIDAY)
    assert offered(1406) == 1405
