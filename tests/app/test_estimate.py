"""A later estimate beside the promise, and never in its place."""

from datetime import date, datetime, time, timedelta

import pytest
from msgspec.structs import replace

from app.deeds.answer import Draft, prepare_answer
from app.deeds.estimate import estimate, estimated_later, moved, with_estimates
from app.deeds.office import announce_closures, lift_closure, set_hours
from app.deeds.request import register, withdraw
from app.deeds.step import find_deficiency, hand_over, take_back
from app.events.office import Rules
from app.folds.request import Request
from app.persian import parse_date
from app.showing.duties import duties, with_later
from app.showing.request import request_shown
from app.sub_service import Step
from app.workdays import WorkCalendar, promise
from tests.app.desk import Desk
from tests.app.opened import PERMIT, PLAIN, TODAY, TOMORROW, opened, person

WEEK = {day: (time(7, 30), time(14, 30)) for day in (5, 6, 0, 1, 2)}
HALF = {**WEEK, 3: (time(7, 30), time(12))}
"""Thursday is half open."""


def registered(desk: Desk, service: str = PERMIT, number: int = 1_234_567) -> Request:
    return desk.do(register, service, person(number))


def later(desk: Desk, found: Request) -> date | None:
    loaded = desk.request(found.id)
    return desk.see(estimated_later, loaded)


def at(text: str, hour: int = 9) -> datetime:
    return datetime.combine(parse_date(text), time(hour))


def expected(desk: Desk, found: Request, now: str, calendar: WorkCalendar) -> date:
    """By that calendar, of a request that was received at a moment of its own."""
    expected = estimate(found, at(now), calendar)
    assert expected is not None
    return expected.date()


def taken(desk: Desk, received: str, days: float) -> Request:
    """A request of one step, as if received on that day."""
    found = registered(desk, PLAIN)
    step = replace(found.steps[0], step=Step(title="بررسی", unit="دفتر فنی", duration=days))
    return replace(found, received=at(received), steps=(step,))


def test_while_nothing_changes_the_estimate_is_the_promise() -> None:
    desk = opened()
    found = registered(desk)
    assert desk.see(lambda look: estimate(found, found.received, look.office.calendar)) == (
        found.promised
    )
    assert later(desk, found) is None


def test_a_closure_moves_the_estimate_and_leaves_the_promise() -> None:
    desk = opened()
    found = registered(desk)
    promised = found.promised
    desk.do(announce_closures, {promised.date(): "برف"})
    assert later(desk, found) == promised.date() + timedelta(days=3)  # over Thursday and Friday
    assert desk.request(found.id).promised == promised
    desk.do(lift_closure, promised.date())
    assert later(desk, found) is None


def test_a_closure_behind_the_promise_moves_nothing() -> None:
    desk = opened()
    found = registered(desk)
    desk.do(announce_closures, {found.promised.date() + timedelta(days=3): "آلودگی هوا"})
    assert later(desk, found) is None


@pytest.mark.parametrize(
    ("received", "days", "closed", "due"),
    [
        # Nowruz: a Thursday, half open, and one day more is 5 Farvardin
        ("1404/12/28", 1, ("1404/12/29", *(f"1405/01/{n:02}" for n in range(1, 5))), "1405/01/05"),
        ("1404/12/27", 1, ("1404/12/28", "1404/12/29"), "1405/01/01"),
        # 1403 is a leap year: 30 Esfand is a day like others, and a closure on it counts
        ("1403/12/28", 2, (), "1403/12/30"),
        ("1403/12/28", 2, ("1403/12/30",), "1404/01/02"),
        # Thursday is open for half a day: it is a working day
        ("1405/09/03", 2, (), "1405/09/05"),
        ("1405/09/03", 2, ("1405/09/05",), "1405/09/07"),
    ],
)
def test_days_that_are_closed_are_not_counted(
    received: str, days: float, closed: tuple[str, ...], due: str
) -> None:
    desk = opened()
    found = taken(desk, received, days)
    calendar = WorkCalendar(HALF, {parse_date(day) for day in closed})
    assert expected(desk, found, received, calendar) == parse_date(due)
    steps = [(step.step.duration, step.step.unit_of_time) for step in found.steps]
    assert promise(found.received, steps, calendar).date() == parse_date(due)


def test_what_is_left_is_counted_from_the_step_that_was_done() -> None:
    desk = opened()
    found = registered(desk)  # two days and one
    desk.do(hand_over, found.tracking)
    desk.clock.move(days=1)
    desk.do(take_back, found.tracking)
    assert later(desk, found) is None
    desk.do(announce_closures, {TOMORROW + timedelta(days=1): "برف"})
    # the first step took one day of two: the closure of one day uses that up
    assert later(desk, found) is None


def test_a_step_past_its_time_ends_today_at_the_earliest() -> None:
    desk = opened()
    found = registered(desk)
    desk.clock.move(days=7)  # a Saturday again; both days of the first step are over
    today = TODAY + timedelta(days=7)
    assert later(desk, found) == today + timedelta(days=1)


def test_what_a_unit_said_of_a_missing_paper_is_not_undercut() -> None:
    desk = opened()
    found = registered(desk)
    told = datetime.combine(TODAY + timedelta(days=20), time(14, 30))
    desk.do(find_deficiency, found.tracking, ["عکس"], TODAY + timedelta(days=9), told)
    assert later(desk, found) == told.date()


def test_who_is_owed_nothing_more_has_no_estimate() -> None:
    desk = opened()
    answered, gone = registered(desk), registered(desk, number=2_345_678)
    draft = Draft(
        grounds="ماده ۱", content="شد", objection="ده روز", issuer_name="علوی", issuer_post="معاون"
    )
    desk.do(prepare_answer, answered.tracking, draft)
    desk.do(withdraw, gone.tracking, "منصرف شد")
    desk.do(announce_closures, {answered.promised.date(): "برف"})
    assert later(desk, answered) is None
    assert later(desk, gone) is None


def test_a_calendar_without_working_days_lets_nothing_be_expected() -> None:
    desk = opened()
    found = registered(desk)
    year = {TODAY + timedelta(days=n): "تعطیل" for n in range(800)}
    desk.do(announce_closures, year)
    assert later(desk, found) is None


def test_shorter_hours_from_a_day_on_move_what_is_counted_in_hours() -> None:
    desk = opened(Rules(usual_days=3))
    found = registered(desk, PLAIN)
    assert later(desk, found) is None
    desk.do(set_hours, TOMORROW, {2: (time(8), time(12))})  # Wednesdays only
    assert later(desk, found) == date(2026, 12, 9)
    assert desk.request(found.id).promised == found.promised


def test_lists_and_the_page_of_a_request_tell_it() -> None:
    desk = opened()
    found, other = registered(desk), registered(desk, PLAIN, 2_345_678)
    day = found.promised.date()
    assert desk.see(moved, day, 100) == ()
    desk.do(announce_closures, {day: "برف"})
    told = {line.tracking: line.estimated for line in desk.see(moved, day, 100)}
    assert told == {found.tracking: later(desk, found), other.tracking: later(desk, other)}
    assert desk.see(lambda look: with_estimates(look, ())) == ()
    lines = desk.see(lambda look: with_later(look, duties(look))).to_hand_over
    assert {line.tracking: line.estimated for line in lines} == told
    shown = request_shown(desk, found.tracking)
    assert (shown.estimated, shown.request.promised.date()) == (told[found.tracking], day)
