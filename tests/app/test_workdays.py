import math
from datetime import UTC, date, datetime, time, timedelta
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.persian import parse_date
from app.refusal import Refusal
from app.sub_service import TimeUnit
from app.workdays import WorkCalendar, due, promise
from tests.timing import quickest

DAY = timedelta(days=1)
SATURDAY = date(2026, 11, 21)
FRIDAY = date(2026, 11, 27)
WEEK = {day: (time(7), time(14)) for day in (5, 6, 0, 1, 2)} | {3: (time(7), time(13))}
USUAL = WorkCalendar(WEEK)
UNITS: tuple[TimeUnit, ...] = ("working_day", "working_hour", "calendar_day")


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute))


def refusal_of(
    amount: float, unit: TimeUnit, calendar: WorkCalendar = USUAL, received: date = SATURDAY
) -> str:
    with pytest.raises(Refusal) as refusal:
        due(at(received, 9), amount, unit, calendar)
    return refusal.value.code


# working days


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, at(SATURDAY, 14)),
        (1, at(SATURDAY + DAY, 14)),
        (5, at(SATURDAY + 5 * DAY, 13)),
        (6, at(SATURDAY + 7 * DAY, 14)),
        (0.5, at(SATURDAY + DAY, 14)),
        (1.2, at(SATURDAY + 2 * DAY, 14)),
    ],
)
def test_counting_starts_with_the_next_working_day(days: float, expected: datetime) -> None:
    for hour in (0, 9, 23):
        assert due(at(SATURDAY, hour), days, "working_day", USUAL) == expected


def test_received_on_a_closed_day_the_first_working_day_after_is_day_one() -> None:
    assert due(at(FRIDAY, 9), 1, "working_day", USUAL) == at(FRIDAY + DAY, 14)
    assert due(at(FRIDAY, 9), 2, "working_day", USUAL) == at(FRIDAY + 2 * DAY, 14)


def test_nothing_to_do_on_a_closed_day_is_due_on_the_first_working_day() -> None:
    assert due(at(FRIDAY, 9), 0, "working_day", USUAL) == at(FRIDAY + DAY, 14)


def test_one_day_over_nowruz_is_due_on_5_farvardin() -> None:
    nowruz = {parse_date(f"1406/01/0{day}") for day in (1, 2, 3, 4)} | {parse_date("1405/12/29")}
    calendar = WorkCalendar(WEEK, nowruz)
    received = at(parse_date("1405/12/27"), 10)
    assert due(received, 1, "working_day", calendar) == at(parse_date("1406/01/05"), 13)


# working hours


@pytest.mark.parametrize(
    ("received", "hours", "expected"),
    [
        (at(SATURDAY, 9), 2, at(SATURDAY, 11)),
        (at(SATURDAY, 9), 5, at(SATURDAY, 14)),
        (at(SATURDAY, 9), 5.5, at(SATURDAY + DAY, 7, 30)),
        (at(SATURDAY, 6), 1, at(SATURDAY, 8)),
        (at(SATURDAY, 14), 1, at(SATURDAY + DAY, 8)),
        (at(SATURDAY, 20), 7, at(SATURDAY + DAY, 14)),
        (at(FRIDAY, 9), 1, at(FRIDAY + DAY, 8)),
        (at(FRIDAY - DAY, 12), 2, at(FRIDAY + DAY, 8)),
        (at(SATURDAY, 9), 0, at(SATURDAY, 9)),
        (at(SATURDAY, 14), 0, at(SATURDAY, 14)),
        (at(SATURDAY, 15), 0, at(SATURDAY + DAY, 7)),
        (at(FRIDAY, 9), 0, at(FRIDAY + DAY, 7)),
    ],
)
def test_hours_run_inside_office_hours_only(
    received: datetime, hours: float, expected: datetime
) -> None:
    assert due(received, hours, "working_hour", USUAL) == expected


# calendar days


def test_calendar_days_are_plainly_added() -> None:
    assert due(at(SATURDAY, 9), 0, "calendar_day", USUAL) == at(SATURDAY, 14)
    assert due(at(SATURDAY, 9), 5, "calendar_day", USUAL) == at(FRIDAY - DAY, 13)


def test_calendar_days_ending_on_a_closed_day_take_the_next_closing_time() -> None:
    assert due(at(SATURDAY, 9), 6, "calendar_day", USUAL) == at(FRIDAY, 14)
    closed = WorkCalendar(WEEK, {SATURDAY + 4 * DAY})
    assert due(at(SATURDAY, 9), 4, "calendar_day", closed) == at(SATURDAY + 4 * DAY, 13)


# calendars


def test_hours_change_on_their_day() -> None:
    winter = {day: (time(8), time(13)) for day in range(6)}
    ramadan = {day: (time(9), time(12)) for day in range(7)}
    calendar = WorkCalendar(WEEK, set(), ((FRIDAY, ramadan), (SATURDAY + 2 * DAY, winter)))
    assert calendar.hours_of(SATURDAY + DAY) == (time(7), time(14))
    assert calendar.hours_of(SATURDAY + 2 * DAY) == (time(8), time(13))
    assert calendar.hours_of(FRIDAY) == (time(9), time(12))
    assert due(at(SATURDAY + DAY, 13), 7, "working_hour", calendar) == at(SATURDAY + 3 * DAY, 9)


def test_a_closed_day_is_open_neither_way() -> None:
    calendar = WorkCalendar(WEEK, {SATURDAY + DAY})
    assert calendar.is_open(SATURDAY)
    assert not calendar.is_open(FRIDAY)
    assert not calendar.is_open(SATURDAY + DAY)
    assert calendar.hours_of(SATURDAY + DAY) is None
    assert calendar.next_open_day(SATURDAY) == SATURDAY + 2 * DAY


def test_a_calendar_is_not_changed_from_outside() -> None:
    hours, closed = dict(WEEK), {FRIDAY}
    calendar = WorkCalendar(hours, closed)
    hours.clear()
    closed.add(SATURDAY)
    assert calendar.is_open(SATURDAY)


def test_hours_that_end_before_they_begin_are_none() -> None:
    assert not WorkCalendar({5: (time(14), time(7))}).is_open(SATURDAY)


# promises


def test_steps_run_one_after_another() -> None:
    steps: list[tuple[float, TimeUnit]] = [
        (2, "working_hour"),
        (1, "working_day"),
        (1, "calendar_day"),
    ]
    assert promise(at(SATURDAY, 9), steps, USUAL) == at(SATURDAY + 2 * DAY, 14)
    assert promise(at(SATURDAY, 13), steps, USUAL) == at(SATURDAY + 3 * DAY, 14)


def test_half_days_of_neighbours_are_added_before_they_are_counted() -> None:
    halves: list[tuple[float, TimeUnit]] = [(0.5, "working_day")] * 4
    assert promise(at(SATURDAY, 9), halves, USUAL) == at(SATURDAY + 2 * DAY, 14)
    tenths: list[tuple[float, TimeUnit]] = [
        (0.1, "working_day"),
        (0.2, "working_day"),
        (0.7, "working_day"),
    ]
    assert promise(at(SATURDAY, 9), tenths, USUAL) == at(SATURDAY + DAY, 14)


def test_without_steps_the_promise_is_the_day_of_receipt() -> None:
    assert promise(at(SATURDAY, 9), [], USUAL) == at(SATURDAY, 14)


def test_a_negative_step_is_not_made_up_for_by_its_neighbour() -> None:
    with pytest.raises(Refusal) as refusal:
        promise(at(SATURDAY, 9), [(-1, "working_day"), (2, "working_day")], USUAL)
    assert refusal.value.code == "duration_wrong"


# refusals


@pytest.mark.parametrize(
    "amount", [-1, -0.001, math.nan, math.inf, -math.inf, 36_501, 10**12, 1e300]
)
@pytest.mark.parametrize("unit", UNITS)
def test_a_duration_that_cannot_be_counted_is_refused(amount: float, unit: TimeUnit) -> None:
    assert refusal_of(amount, unit) == "duration_wrong"


def test_a_moment_with_a_zone_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        due(datetime(2026, 11, 21, 9, tzinfo=UTC), 1, "working_day", USUAL)
    assert refusal.value.code == "moment_not_local"


def test_an_unknown_unit_is_refused() -> None:
    assert refusal_of(1, cast(TimeUnit, "month")) == "unit_unknown"


@pytest.mark.parametrize("unit", UNITS)
def test_a_calendar_without_working_days_promises_nothing(unit: TimeUnit) -> None:
    year = {SATURDAY + n * DAY for n in range(400)}
    assert refusal_of(1, unit, WorkCalendar({})) == "calendar_empty"
    assert refusal_of(1, unit, WorkCalendar(WEEK, year)) == "calendar_empty"
    assert refusal_of(0, unit, WorkCalendar({})) == "calendar_empty"


@pytest.mark.parametrize("unit", UNITS)
def test_the_end_of_all_calendars_is_refused(unit: TimeUnit) -> None:
    assert refusal_of(36_000, unit, received=date(9999, 12, 28)) == "calendar_empty"


# rules, over calendars of every shape

SPANS = st.tuples(st.integers(0, 15), st.integers(1, 8)).map(lambda s: (time(s[0]), time(sum(s))))
WEEKS = st.dictionaries(st.integers(0, 6), SPANS, min_size=1, max_size=7)
NEAR = st.integers(-5, 40).map(lambda n: SATURDAY + n * DAY)
CALENDARS = st.builds(
    WorkCalendar, WEEKS, st.sets(NEAR, max_size=12), st.lists(st.tuples(NEAR, WEEKS), max_size=3)
)
MOMENTS = st.datetimes(at(SATURDAY, 0), at(SATURDAY + 14 * DAY, 0)).map(
    lambda moment: moment.replace(second=0, microsecond=0, fold=0)
)
AMOUNTS = st.one_of(st.integers(0, 25), st.floats(0, 25))


def days_by_looking(received: datetime, days: int, calendar: WorkCalendar) -> date:
    ahead = [received.date() + n * DAY for n in range(700)]
    if days == 0:
        return next(day for day in ahead if calendar.is_open(day))
    return [day for day in ahead[1:] if calendar.is_open(day)][days - 1]


def hours_by_minutes(received: datetime, minutes: int, calendar: WorkCalendar) -> datetime:
    moment, left = received, minutes
    while True:
        hours = calendar.hours_of(moment.date())
        if hours and left == 0 and hours[0] <= moment.time() <= hours[1]:
            return moment
        if hours and left and hours[0] <= moment.time() < hours[1]:
            left -= 1
        moment += timedelta(minutes=1)


@settings(max_examples=200)
@given(MOMENTS, AMOUNTS, CALENDARS)
def test_working_days_agree_with_looking_at_day_after_day(
    received: datetime, days: float, calendar: WorkCalendar
) -> None:
    day = days_by_looking(received, math.ceil(round(days, 9)), calendar)
    hours = calendar.hours_of(day)
    assert hours
    assert due(received, days, "working_day", calendar) == datetime.combine(day, hours[1])


@settings(max_examples=50, deadline=None)
@given(MOMENTS, st.integers(0, 900), CALENDARS)
def test_working_hours_agree_with_a_clock_that_ticks_minutes(
    received: datetime, minutes: int, calendar: WorkCalendar
) -> None:
    expected = hours_by_minutes(received, minutes, calendar)
    assert due(received, minutes / 60, "working_hour", calendar) == expected


@settings(max_examples=200)
@given(MOMENTS, MOMENTS, AMOUNTS, AMOUNTS, st.sampled_from(UNITS), CALENDARS)
def test_more_or_later_is_never_due_earlier(
    one: datetime, other: datetime, few: float, many: float, unit: TimeUnit, calendar: WorkCalendar
) -> None:
    first, last = sorted((one, other))
    less, more = sorted((few, many))
    assert due(first, less, unit, calendar) <= due(first, more, unit, calendar)
    assert due(first, less, unit, calendar) <= due(last, less, unit, calendar)


@settings(max_examples=200)
@given(MOMENTS, st.lists(st.tuples(AMOUNTS, st.sampled_from(UNITS[:2])), max_size=4), CALENDARS)
def test_work_is_never_due_on_a_closed_day_or_outside_office_hours(
    received: datetime, steps: list[tuple[float, TimeUnit]], calendar: WorkCalendar
) -> None:
    promised = promise(received, steps, calendar)
    hours = calendar.hours_of(promised.date())
    assert hours
    assert hours[0] <= promised.time() <= hours[1]
    assert promised.date() >= received.date()


@given(st.datetimes(), st.floats(), st.sampled_from(UNITS), CALENDARS)
def test_anything_is_due_or_refused(
    received: datetime, amount: float, unit: TimeUnit, calendar: WorkCalendar
) -> None:
    try:
        promised = due(received, amount, unit, calendar)
    except Refusal:
        return
    assert promised.tzinfo is None


def test_eight_years_ahead_are_counted_in_milliseconds() -> None:
    # 1.4 ms on a small machine
    assert quickest(lambda: due(at(SATURDAY, 9), 2_000, "working_day", USUAL), 0.02) < 0.02
