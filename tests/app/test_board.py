"""The board: what goes wrong is said, by the office's own limits."""

from app.deeds.call import begin, call_next
from app.deeds.clerk import disable_clerk
from app.deeds.day import close_day
from app.deeds.looking import the_entry
from app.deeds.office import admit_clerk
from app.deeds.pause import pause_counter, resume_counter
from app.deeds.ticket import issue
from app.deeds.visit import finish, transfer
from app.events.office import Rules
from app.order import service_lane
from app.showing.board import Board, board
from tests.app.desk import Desk
from tests.app.opened import PERMIT, PLAIN, TODAY, opened


def at(desk: Desk, **moved: float) -> Board:
    desk.clock.move(**moved)
    return desk.see(board)


def test_a_calm_desk_has_no_alarm() -> None:
    desk = opened()
    assert not desk.see(board).alarms
    desk.do(issue, PERMIT)
    assert not at(desk, minutes=19).alarms


def test_a_long_wait_and_a_long_line_are_told() -> None:
    desk = opened(Rules(alarm_crowd=2))
    for _ in range(2):
        desk.do(issue, PLAIN)
    assert not desk.see(board).alarms
    desk.do(issue, PLAIN)
    (line,) = desk.see(board).lines
    assert (line.alarm, line.count) == ("crowd", 3)
    assert at(desk, minutes=20).lines[0].alarm == "wait"


def test_who_was_called_and_does_not_come_is_told_until_they_are_there() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    assert at(desk, minutes=2).counters[0].alarm == ""
    assert at(desk, minutes=1).counters[0].alarm == "called"
    desk.do(begin, given.id)
    assert desk.see(board).counters[0].alarm == ""


def test_a_counter_that_works_today_and_lets_people_wait_is_told() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    desk.do(finish, desk.do(call_next, "1").id, "service")
    assert at(desk, minutes=30).counters[0].alarm == ""  # nobody waits
    desk.do(issue, PLAIN)
    assert at(desk, minutes=4).counters[0].alarm == ""
    one, two = at(desk, minutes=1).counters
    assert (one.alarm, two.alarm) == ("idle", "")  # counter 2 has nobody, and does not serve it


def test_a_counter_that_rests_or_has_closed_its_day_is_not_idle() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    desk.do(finish, desk.do(call_next, "1").id, "service")
    desk.do(issue, PLAIN)
    assert at(desk, minutes=30).counters[0].alarm == "idle"
    desk.do(pause_counter, "1", "نماز")
    first = desk.see(board).counters[0]
    assert (first.state, first.alarm) == ("paused", "")
    desk.do(resume_counter, "1")
    desk.do(close_day, TODAY, "1")
    shown = at(desk, minutes=30).counters[0]
    assert (shown.state, shown.alarm, shown.since) == ("closed", "", None)


def test_an_office_may_want_no_alarm() -> None:
    desk = opened(Rules(alarm_wait=0, alarm_crowd=0, alarm_called=0, alarm_idle=0))
    for _ in range(12):
        desk.do(issue, PLAIN)
    desk.do(finish, desk.do(call_next, "1").id, "service")
    desk.do(call_next, "1")
    assert not at(desk, hours=5).alarms


def test_lines_of_counters_and_the_numbers_that_were_given_are_told() -> None:
    desk = opened()
    desk.do(transfer, desk.do(issue, PERMIT).id, counter="2")
    shown = desk.see(board)
    (line,) = shown.lines
    assert (line.of, line.title, line.code) == ("counter", "2", "")
    (series,) = shown.series
    assert (series.here, series.count, series.last) == (True, 1, desk.clock.at)
    assert shown.printers == ()


def test_a_line_that_nobody_here_would_call_is_told_at_once() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    desk.do(issue, PLAIN)
    permit, plain = (desk.see(the_entry, code).id for code in (PERMIT, PLAIN))
    for code in ("11", "12"):
        desk.do(admit_clerk, code, "کارمند", "clerk", (permit,))
    alarms = {line.lane: line.alarm for line in desk.see(board).lines}
    assert alarms == {service_lane(permit): "", service_lane(plain): "nobody"}


def test_a_clerk_who_no_longer_acts_leaves_nobody_waiting_for_them() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    desk.do(transfer, given.id, clerk="12")
    desk.do(disable_clerk, "12", "مرخصی")
    assert desk.ticket(given.id).lane == service_lane(given.service)
    assert desk.do(call_next, "1").id == given.id
