"""A closed day's sheet stands as it was signed; what came later stands on its supplement."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from app.deeds.day import close_day
from app.deeds.looking import day_id
from app.deeds.request import correct, void, withdraw
from app.deeds.step import hand_over, take_back
from app.events.day import DayClosed
from app.filling.log import log_paper
from app.folds.day import FOLD
from app.local import local
from app.papers import LogPaper, LogTotals
from app.showing.day import day_shown
from tests.app.desk import OFFICE, Desk
from tests.app.opened import PERMIT, TODAY, TOMORROW, opened
from tests.app.test_deeds_day import figures, gives, guides, parts, registers

Deed = Callable[[Desk, str], object]

LATER: dict[str, Deed] = {
    "a correction": lambda desk, one: desk.do(correct, one, "تلفن", remarks="فوری"),
    "a withdrawal": lambda desk, one: desk.do(withdraw, one, "انصراف"),
    "a voiding": lambda desk, one: desk.do(void, one, "اشتباه"),
    "a handing over": lambda desk, one: desk.do(hand_over, one),
    "an answer": lambda desk, one: gives(desk, one, "1"),
    "another request": lambda desk, _: registers(desk, 9, "1"),
    "a visit": lambda desk, _: guides(desk, "1"),
}


def sheets(desk: Desk) -> list[LogPaper]:
    """Of the desk and of its counters."""
    return [desk.see(log_paper, TODAY, counter) for counter in ("", "1", "2")]


def told(desk: Desk, counter: str = "") -> list[tuple[str, str, datetime, str]]:
    """What the supplement says of rows that were signed."""
    paper = desk.see(log_paper, TODAY, counter, supplement=True)
    return [(one.row.tracking, one.what, one.at, one.reason) for one in paper.changed]


@pytest.mark.parametrize("days", [0, 1])
@pytest.mark.parametrize("later", LATER)
def test_a_closed_sheet_says_for_ever_what_it_said(later: str, days: int) -> None:
    desk = opened()
    one = registers(desk, 1, "1", PERMIT)
    gives(desk, registers(desk, 2, "2"), "1")
    desk.do(close_day, TODAY)
    signed = sheets(desk)
    desk.clock.move(days=days, minutes=30)
    LATER[later](desk, one)
    assert sheets(desk) == signed


def test_a_counter_that_closed_alone_keeps_its_rows_too() -> None:
    desk = opened()
    one = registers(desk, 1, "1")
    desk.do(close_day, TODAY, "1")
    signed = desk.see(log_paper, TODAY, "1")
    desk.do(void, one, "اشتباه")
    assert desk.see(log_paper, TODAY, "1") == signed
    assert [row.mark for row in desk.see(log_paper, TODAY).received] == ["voided"], "still open"


def test_what_became_of_a_signed_row_stands_on_the_supplement_with_its_time_and_reason() -> None:
    desk = opened()
    one, two = registers(desk, 1, "1"), registers(desk, 2, "2")
    desk.do(close_day, TODAY)
    desk.clock.move(days=3)
    desk.do(correct, one, "تلفن", remarks="فوری")
    at = local(desk.clock.at)
    desk.clock.move(hours=1)
    desk.do(void, one, "اشتباه")
    desk.do(withdraw, two, "انصراف")
    of_one = [
        (one, "corrected", at, "تلفن"),
        (one, "voided", at + timedelta(hours=1), "اشتباه"),
    ]
    of_two = [(two, "withdrawn", at + timedelta(hours=1), "انصراف")]
    assert told(desk) == of_one + of_two
    assert (told(desk, "1"), told(desk, "2")) == (of_one, of_two)
    assert desk.see(day_shown, TODAY).late == 3


def test_what_the_signed_row_said_already_is_no_change() -> None:
    desk = opened()
    one = registers(desk, 1, "1")
    desk.do(correct, one, "تلفن", remarks="فوری")
    desk.do(void, registers(desk, 2, "1"), "اشتباه")
    desk.do(close_day, TODAY)
    assert (told(desk), desk.see(day_shown, TODAY).late) == ([], 0)
    desk.clock.move(minutes=5)
    desk.do(correct, one, "نام", remarks="خیلی فوری")
    assert [(what, why) for _, what, _, why in told(desk)] == [("corrected", "نام")]


def test_steps_of_the_day_after_its_closing_are_on_the_supplement_and_of_later_days_not() -> None:
    desk = opened()
    one, two = registers(desk, 1, "1", PERMIT), registers(desk, 2, "1", PERMIT)
    desk.do(close_day, TODAY)
    desk.clock.move(minutes=20)
    desk.do(hand_over, one)
    assert told(desk) == [(one, "first_step", local(desk.clock.at), "")]
    (changed,) = desk.see(log_paper, TODAY, supplement=True).changed
    assert changed.row.first_step == TODAY
    desk.clock.move(days=1)
    desk.do(take_back, one)
    desk.do(hand_over, two)
    assert [what for _, what, _, _ in told(desk)] == ["first_step"]


def test_an_answer_of_a_later_day_stands_in_the_log_of_that_day_alone() -> None:
    desk = opened()
    one = registers(desk, 1, "1")
    desk.do(close_day, TODAY)
    desk.clock.move(days=1)
    gives(desk, one, "1")
    late = desk.see(log_paper, TODAY, supplement=True)
    assert (parts(late), late.changed) == (([], []), ())
    assert parts(desk.see(log_paper, TOMORROW)) == ([], [one])
    assert [row.delivered for row in desk.see(log_paper, TODAY).received] == [None]


def test_what_another_pc_did_before_the_closing_and_sent_after_it_is_on_the_supplement() -> None:
    desk = opened()
    one = registers(desk, 1, "1")
    known = tuple(desk.see(lambda look: look.day_log(TODAY)))
    desk.do(correct, one, "تلفن", remarks="فوری")
    at = local(desk.clock.at)
    desk.clock.move(minutes=10)
    closes(desk, lines=known)
    assert [row.mark for row in desk.see(log_paper, TODAY).received] == [""]
    assert told(desk) == [(one, "corrected", at, "تلفن")]


def closes(desk: Desk, **said: object) -> None:
    """A closing that says what its PC knew, or what an older program did."""
    ids = tuple(request.id for request in desk.requests())
    closed = DayClosed(
        day=TODAY, counter="", received=ids, answered=(), totals=LogTotals(requests=1), head="ab"
    )
    with desk.work() as work:
        work.append(FOLD, day_id(OFFICE, TODAY), replace(closed, **said))


def test_a_closing_that_only_named_its_requests_leaves_out_what_came_later() -> None:
    desk = opened()
    one = registers(desk, 1, "1", PERMIT)
    two = registers(desk, 2, "2")
    closes(desk, totals=LogTotals(requests=2, overdue=4))
    before = sheets(desk)
    desk.clock.move(minutes=30)
    gives(desk, two, "2")
    desk.clock.move(days=1)
    desk.do(hand_over, one)
    desk.do(void, one, "اشتباه")
    assert sheets(desk) == before
    assert [paper.totals.overdue for paper in before] == [4, None, None]
    assert [figures(paper) for paper in before] == [(2, 0), (1, 0), (1, 0)]
    assert [what for _, what, _, _ in told(desk)] == ["voided"]
    assert parts(desk.see(log_paper, TODAY, "2", supplement=True)) == ([], [two])
