"""Figures are what somebody would count by hand."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from app.deeds.answer import Draft, prepare_answer
from app.deeds.call import begin, call_next, no_show, undo_no_show
from app.deeds.clerk import disable_clerk
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.office import close_counter
from app.deeds.pause import pause_counter, resume_counter
from app.deeds.request import register, withdraw
from app.deeds.step import hand_over, take_back
from app.deeds.ticket import issue
from app.deeds.visit import finish, hold, return_to_queue, transfer
from app.event import micros
from app.figure_table import shown
from app.figures.breaks import Breaks
from app.figures.promises import Kept, PromiseFigures, count_promises
from app.figures.report import unit_figures, work_clock
from app.figures.spread import Spread, spread
from app.figures.units import UnitFigures, WorkClock
from app.figures.visits import VisitFigures, count_visits
from app.local import instant
from app.period import Kind, after, before, period_between, period_of
from app.refusal import Refusal
from app.staffing.load import count_load
from app.workdays import WorkCalendar, due
from tests.app.desk import Desk
from tests.app.opened import HOLIDAY, ID_CARD, PERMIT, PLAIN, STEPS, TODAY, WEEK, opened, person

ANSWER = Draft(grounds="ماده", content="متن", objection="ده روز", issuer_name="ا", issuer_post="ب")
AUTUMN = period_of("quarter", TODAY)


def nobody(_: object) -> None:
    """Nobody watches."""


# periods


@pytest.mark.parametrize(
    ("kind", "name", "first", "last", "days"),
    [
        ("day", "شنبه ۳۰ آبان ۱۴۰۵", "1405/08/30", "1405/08/30", 1),
        ("month", "آبان ۱۴۰۵", "1405/08/01", "1405/08/30", 30),
        ("quarter", "پاییز ۱۴۰۵", "1405/07/01", "1405/09/30", 90),
        ("half", "نیمه دوم ۱۴۰۵", "1405/07/01", "1405/12/29", 179),
        ("year", "سال ۱۴۰۵", "1405/01/01", "1405/12/29", 365),
    ],
)
def test_a_period_is_one_of_the_jalali_calendar(
    kind: Kind, name: str, first: str, last: str, days: int
) -> None:
    found, range_ = period_of(kind, TODAY), period_between(first, last)
    assert (found.name, found.days) == (name, days)
    assert (found.first, found.last) == (range_.first, range_.last)
    assert list(found.each)[-1] == found.last
    assert after(before(found)) == found


def test_a_leap_year_has_a_thirtieth_of_esfand() -> None:
    esfand = period_of("month", period_between("1403/12/30", "1403/12/30").first)
    assert (esfand.days, esfand.name) == (30, "اسفند ۱۴۰۳")
    assert period_of("year", esfand.last).days == 366
    assert after(esfand).name == "فروردین ۱۴۰۴"
    with pytest.raises(Refusal, match="date_impossible"):
        period_between("1404/12/01", "1404/12/30")


def test_a_range_ends_after_it_begins() -> None:
    with pytest.raises(Refusal, match="period_wrong"):
        period_between("1405/08/30", "1405/08/29")
    assert after(period_between("1405/08/01", "1405/08/10")) == period_between(
        "1405/08/11", "1405/08/20"
    )


# durations


def test_a_spread_says_mean_median_and_what_nine_of_ten_do_not_exceed() -> None:
    assert spread(Counter([7])) == Spread(count=1, mean=7, median=7, most=7, total=7)
    told = spread(Counter(range(1, 101)))
    assert (told.count, told.mean, told.median, told.most) == (100, 50.5, 50.5, 90)
    assert spread(Counter([60, 120, 600])).median == 120
    assert spread(Counter([60, 120, 600, 900])).median == 360


def test_where_nothing_was_measured_a_spread_says_nothing() -> None:
    told = spread(Counter())
    assert (told.count, told.mean, told.median, told.most) == (0, None, None, None)


@pytest.mark.parametrize(
    ("cell", "kind", "said"),
    [
        (90, "minutes", "۱٫۵"),
        (0.875, "share", "\u2066۸۷٫۵\u2069٪"),
        (1, "share", "\u2066۱۰۰\u2069٪"),
        (12_345, "count", "۱۲٬۳۴۵"),
        (2.0, "amount", "۲"),
        (None, "count", "—"),
        (TODAY, "date", "۱۴۰۵/۰۸/۳۰"),
        ("مرحله 2", "text", "مرحله ۲"),
    ],
)
def test_a_cell_is_said_in_persian(cell: object, kind: str, said: str) -> None:
    assert shown(cell, kind) == said  # type: ignore[arg-type]


# visits


def visits(desk: Desk) -> VisitFigures:
    with desk.look() as look:
        return count_visits(look, period_of("day", TODAY), nobody)


def test_waiting_walking_up_and_serving_are_counted_apart() -> None:
    desk = opened()
    ticket = desk.do(issue, PLAIN)
    desk.clock.move(minutes=8)
    desk.do(call_next, "1")
    desk.clock.move(seconds=40)
    desk.do(begin, ticket.id)
    desk.clock.move(minutes=5)
    desk.do(finish, ticket.id, "guidance")
    whole = visits(desk).whole
    assert (whole.came, whole.no_shows, whole.left) == (1, 0, 0)
    assert (whole.wait.mean, whole.walk.mean, whole.serve.mean) == (480, 40, 300)
    for by in ("service", "clerk", "counter", "hour"):
        assert [group.came for group in visits(desk).groups(by)] == [1]
    assert [group.key for group in visits(desk).groups("clerk")] == [desk.clerk]
    assert [group.key for group in visits(desk).groups("hour")] == ["8"]


def test_who_is_sent_back_comes_once_and_waits_once() -> None:
    desk = opened()
    ticket = desk.do(issue, PLAIN)
    desk.clock.move(minutes=2)
    desk.do(call_next, "1")
    desk.do(return_to_queue, ticket.id)
    desk.clock.move(minutes=6)
    desk.do(call_next, "1")
    desk.do(begin, ticket.id)
    desk.do(finish, ticket.id, "guidance")
    whole = visits(desk).whole
    assert (whole.came, whole.wait.count, whole.wait.total) == (1, 1, 8 * 60)


def test_a_hold_is_no_wait_until_it_is_over() -> None:
    desk = opened()
    ticket = desk.do(issue, PLAIN)
    desk.do(call_next, "1")
    desk.do(hold, ticket.id, 10)
    desk.clock.move(minutes=13)
    desk.do(call_next, "1")
    desk.do(begin, ticket.id)
    desk.do(finish, ticket.id, "guidance")
    assert visits(desk).whole.wait.total == 3 * 60


def to_the_second(desk: Desk, entity: str) -> None:
    desk.do(transfer, entity, counter="2")


def while_it_rests(desk: Desk, entity: str) -> None:
    to_the_second(desk, entity)
    desk.clock.move(minutes=20)
    desk.do(pause_counter, "2", "نماز")


def as_it_is_closed(desk: Desk, entity: str) -> None:
    to_the_second(desk, entity)
    desk.clock.move(minutes=20)
    desk.do(close_counter, "2")


def as_their_clerk_leaves(desk: Desk, entity: str) -> None:
    desk.do(transfer, entity, clerk="12")
    desk.clock.move(minutes=20)
    desk.do(disable_clerk, "12", "بازنشسته شد")


@pytest.mark.parametrize(
    ("moved", "counter"),
    [
        (to_the_second, "2"),
        (while_it_rests, "1"),
        (as_it_is_closed, "1"),
        (as_their_clerk_leaves, "1"),
    ],
)
def test_who_is_moved_while_they_wait_has_waited_since_they_came(
    moved: Callable[[Desk, str], None], counter: str
) -> None:
    desk = opened()
    ticket = desk.do(issue, PERMIT)
    came = desk.clock.at
    desk.clock.move(minutes=70)
    moved(desk, ticket.id)
    desk.clock.move(minutes=10)
    waited = desk.clock.at - came
    assert desk.do(call_next, counter).id == ticket.id
    desk.do(begin, ticket.id)
    desk.do(finish, ticket.id, "guidance")
    assert visits(desk).whole.wait.total == waited.total_seconds()
    assert [group.key for group in visits(desk).groups("hour")] == ["8"], "when they came"


def test_who_is_moved_after_a_hold_waits_on_since_its_end() -> None:
    desk = opened()
    ticket = desk.do(issue, PERMIT)
    desk.clock.move(minutes=10)
    desk.do(call_next, "2")
    desk.do(hold, ticket.id, 5)
    desk.clock.move(minutes=25)
    desk.do(pause_counter, "2", "نماز")
    desk.clock.move(minutes=10)
    desk.do(call_next, "1")
    desk.do(begin, ticket.id)
    desk.do(finish, ticket.id, "guidance")
    assert visits(desk).whole.wait.total == (10 + 20 + 10) * 60


def test_a_hold_that_is_cut_short_is_no_wait_until_then() -> None:
    desk = opened()
    ticket = desk.do(issue, PERMIT)
    desk.do(call_next, "2")
    desk.do(hold, ticket.id, 30)
    desk.clock.move(minutes=5)
    desk.do(return_to_queue, ticket.id)
    desk.clock.move(minutes=10)
    desk.do(call_next, "1")
    desk.do(begin, ticket.id)
    desk.do(finish, ticket.id, "guidance")
    assert visits(desk).whole.wait.total == 10 * 60


def test_a_wait_ends_with_the_first_arrival_at_a_counter() -> None:
    desk = opened()
    ticket = desk.do(issue, PLAIN)
    desk.clock.move(minutes=5)
    desk.do(call_next, "1")
    desk.do(no_show, ticket.id)
    desk.clock.move(minutes=30)
    desk.do(undo_no_show, ticket.id)
    desk.clock.move(minutes=2)
    desk.do(call_next, "1")
    desk.do(begin, ticket.id)
    desk.clock.move(minutes=4)
    desk.do(hold, ticket.id, 10)
    desk.clock.move(minutes=25)
    desk.do(call_next, "1")
    desk.do(begin, ticket.id)
    desk.clock.move(minutes=6)
    desk.do(finish, ticket.id, "guidance")
    for group in (visits(desk).whole, *visits(desk).groups("counter")):
        assert (group.came, group.no_shows) == (1, 0)
        assert (group.wait.count, group.wait.total) == (1, 7 * 60)
        assert (group.serve.count, group.serve.total) == (1, 10 * 60)


def test_who_does_not_come_has_not_waited() -> None:
    desk = opened()
    ticket = desk.do(issue, PLAIN)
    desk.clock.move(minutes=5)
    desk.do(call_next, "1")
    desk.do(no_show, ticket.id)
    whole = visits(desk).whole
    assert (whole.came, whole.no_shows, whole.wait) == (1, 1, Spread())


def test_a_visit_that_nobody_ended_in_time_is_left_out_of_the_means_and_told() -> None:
    desk = opened()
    for minutes in (5, 9 * 60):
        ticket = desk.do(issue, PLAIN)
        desk.do(call_next, "1")
        desk.do(begin, ticket.id)
        desk.clock.move(minutes=minutes)
        desk.do(finish, ticket.id, "guidance")
    whole = visits(desk).whole
    assert (whole.came, whole.forgotten, whole.wait.count) == (2, 1, 2)
    assert (whole.serve.count, whole.serve.mean, whole.walk.count) == (1, 300, 1)
    with desk.look() as look:
        assert count_load(look, [TODAY], nobody).services == (300,)


def test_a_break_is_not_idle() -> None:
    desk = opened()
    for number in range(2):
        ticket = desk.do(issue, PLAIN)
        desk.do(call_next, "1")
        desk.do(begin, ticket.id)
        desk.do(finish, ticket.id, "guidance")
        desk.clock.move(minutes=5)
        if not number:
            desk.do(pause_counter, "1", "نماز")
            desk.do(pause_counter, "1", "نماز و ناهار")
            desk.clock.move(minutes=20)
            desk.do(resume_counter, "1")
            desk.clock.move(minutes=2)
    told = visits(desk)
    for group in (told.whole, *told.groups("counter"), *told.groups("clerk")):
        assert (group.idle, group.rest) == (7 * 60, 20 * 60)
    assert told.groups("service")[0].idle == 0


def served(desk: Desk, counter: str, minutes: int) -> None:
    """Somebody comes, and is served at once."""
    ticket = desk.do(issue, PERMIT)
    desk.do(call_next, counter)
    desk.do(begin, ticket.id)
    desk.clock.move(minutes=minutes)
    desk.do(finish, ticket.id, "guidance")


def test_who_serves_at_another_counter_meanwhile_is_not_idle_but_the_counter_is() -> None:
    desk = opened()
    for counter, minutes in (("1", 10), ("2", 60), ("1", 5)):
        served(desk, counter, minutes)
    told = visits(desk)
    assert [group.idle for group in told.groups("clerk")] == [0]
    assert {group.key: group.idle for group in told.groups("counter")} == {"1": 3600, "2": 0}
    assert told.whole.idle == 3600


def test_between_two_counters_a_clerk_is_idle_once_and_rests_as_long_as_either_does() -> None:
    desk = opened()
    for counter in ("1", "2"):
        served(desk, counter, 10)
        desk.clock.move(minutes=10)
    served(desk, "1", 10)
    desk.do(pause_counter, "1", "نماز")
    desk.clock.move(minutes=20)
    desk.do(resume_counter, "1")
    desk.clock.move(minutes=5)
    served(desk, "2", 10)
    (clerk,) = visits(desk).groups("clerk")
    assert (clerk.idle, clerk.rest) == (25 * 60, 20 * 60)


def test_breaks_of_two_counters_at_once_are_one_rest() -> None:
    marks = [("1", 2, True), ("2", 4, True), ("1", 8, False), ("2", 12, False)]
    assert Breaks(marks).within(0, 20, "1", "2") == 10


@pytest.mark.parametrize(
    ("marks", "rest"),
    [
        ([], 0),
        ([("1", 10, True)], 10),
        ([("1", 12, False)], 12),
        ([("2", 0, True)], 0),
        ([("1", 2, True), ("1", 4, False), ("1", 18, True), ("1", 30, False)], 4),
    ],
)
def test_a_break_counts_as_far_as_it_lies_in_the_gap(
    marks: list[tuple[str, int, bool]], rest: int
) -> None:
    assert Breaks(marks).within(0, 20, "1") == rest


def test_who_came_after_all_is_no_no_show() -> None:
    desk = opened()
    ticket = desk.do(issue, PLAIN)
    desk.do(call_next, "1")
    desk.do(no_show, ticket.id)
    assert visits(desk).whole.no_shows == 1
    desk.do(undo_no_show, ticket.id)
    assert visits(desk).whole.no_shows == 0


def test_a_day_without_anybody_has_nothing_to_tell() -> None:
    told = visits(opened())
    assert (told.days, told.whole.came, told.groups("service")) == (0, 0, ())
    assert told.whole.wait == Spread()


# promises


def promised(desk: Desk) -> PromiseFigures:
    with desk.look() as look:
        today = (look.at + timedelta(hours=3.5)).date()
        return count_promises(look, AUTUMN, today, nobody)


def test_a_promise_is_kept_late_owed_or_still_ahead() -> None:
    desk = opened()
    kept, late, _, gone = (
        desk.do(register, PERMIT, person(number), counter="1") for number in (1, 2, 3, 4)
    )
    desk.do(withdraw, gone.tracking, "منصرف شد")
    assert promised(desk).whole == Kept(ahead=3, gone=1)
    desk.do(prepare_answer, kept.tracking, ANSWER)
    days = (kept.promised.date() - TODAY).days
    desk.clock.move(days=days)
    assert promised(desk).whole == Kept(kept=1, ahead=2, gone=1)
    desk.clock.move(days=2)
    desk.do(prepare_answer, late.tracking, ANSWER)
    whole = promised(desk).whole
    assert whole == Kept(kept=1, late=1, owed=1, gone=1, late_days=2)
    assert (whole.due, whole.broken, whole.mean_late) == (3, 2, 2.0)
    assert whole.rate == pytest.approx(1 / 3)
    assert promised(desk).services[0].due == 3


def test_where_nothing_is_due_there_is_no_rate() -> None:
    assert promised(opened()).whole.rate is None


# units


def units(desk: Desk) -> UnitFigures:
    return desk.see(unit_figures, AUTUMN, nobody)


def test_the_latest_unit_stands_first() -> None:
    desk = opened()
    for number in (1, 2):
        made = desk.do(register, PERMIT, person(number), counter="1")
        desk.do(hand_over, made.tracking)
        desk.clock.move(days=number * 2 - 1)
        desk.do(take_back, made.tracking)
        desk.do(hand_over, made.tracking)
    desk.clock.move(days=14)
    technical, governor = STEPS[0].unit, STEPS[1].unit
    told = {unit.unit: unit for unit in units(desk).units}
    assert (told[technical].in_time, told[technical].late) == (2, 0)
    assert (told[governor].judged, told[governor].lying) == (2, 2)
    assert [unit.unit for unit in units(desk).units] == [governor, technical, ""]
    assert units(desk).steps[0].title == STEPS[1].title


def test_what_the_desk_takes_to_hand_over_is_a_row_of_its_own_and_the_parts_are_the_whole() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person(1), counter="1")
    waits = desk.do(register, PERMIT, person(2), counter="1")
    gone = desk.do(register, PERMIT, person(3), counter="1")
    desk.do(withdraw, gone.tracking, "منصرف شد")
    since = TODAY.isoformat()
    for days in (3, 2):
        desk.clock.move(days=days)
        desk.do(hand_over, made.tracking)
        desk.clock.move(days=4)
        desk.do(take_back, made.tracking)
    told = {unit.unit: unit for unit in units(desk).steps if unit.judged}
    by_desk = told.pop("")
    assert (by_desk.late, by_desk.lying, by_desk.in_time, by_desk.gone) == (2, 1, 0, 1)
    clock = desk.see(work_clock, AUTUMN)
    whole = clock.days(since, (TODAY + timedelta(days=13)).isoformat())
    assert (by_desk.taken or 0) * 2 + sum(step.taken or 0 for step in told.values()) == whole
    desk.do(hand_over, waits.tracking)
    assert (units(desk).steps[-1].late, units(desk).steps[-1].lying) == (3, 0)


def test_what_nobody_returned_has_taken_nothing_that_could_be_told() -> None:
    desk = opened()
    for number in (1, 2):
        made = desk.do(register, PERMIT, person(number), counter="1")
        desk.do(hand_over, made.tracking)
    desk.clock.move(days=30)
    step = units(desk).steps[0]
    assert (step.unit, step.lying, step.taken) == (STEPS[0].unit, 2, None)
    assert [unit.taken for unit in units(desk).units] == [None, None]


def test_working_time_is_counted_as_promises_are() -> None:
    calendar = WorkCalendar(WEEK, {HOLIDAY})
    clock = WorkClock(calendar, TODAY, TODAY + timedelta(days=60))
    for day in range(12):
        given = datetime.combine(TODAY + timedelta(days=day), datetime.min.time().replace(hour=9))
        for amount in (1, 2, 5):
            until = due(given, amount, "working_day", calendar).date()
            taken = clock.days(given.date().isoformat(), until.isoformat())
            assert taken == amount
        for hours in (0.5, 3, 7, 12.25):
            until_at = due(given, hours, "working_hour", calendar)
            taken_hours = clock.hours(micros(instant(given)), micros(instant(until_at)))
            assert taken_hours == pytest.approx(hours)


def test_a_clock_knows_nothing_before_its_beginning() -> None:
    clock = WorkClock(WorkCalendar(WEEK, {HOLIDAY}), TODAY, TODAY + timedelta(days=9))
    assert clock.days((TODAY - timedelta(days=9)).isoformat(), TODAY.isoformat()) == 0


# papers


def test_a_paper_that_lacked_is_counted() -> None:
    desk = opened()
    ticket = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.do(begin, ticket.id)
    missing = desk.do(missing_documents, PERMIT, [ID_CARD])
    desk.do(announce_deficiency, ticket.id, missing)
    with desk.look() as look:
        rows = look.missed_rows(TODAY, TODAY)
        assert look.missed_rows(date(2020, 1, 1), date(2020, 1, 2)) == []
    assert [(row.title, row.times) for row in rows] == [(ID_CARD, 1)]
