from datetime import datetime

from app.deeds.answer import deliver, prepare_answer
from app.deeds.catalogue import define_sub_service
from app.deeds.looking import the_entry
from app.deeds.request import register, void
from app.deeds.step import hand_over, take_back
from app.showing import duties as showing
from app.showing.duties import Duties, duties, line_of
from app.showing.promise import promised, working_days_until
from app.sub_service import RequiredDocument, Step, SubService
from tests.app.desk import Desk
from tests.app.opened import PERMIT, PLAIN, STAMP, TODAY, opened, person
from tests.app.test_deeds_request import DRAFT


def counts(shown: Duties) -> tuple[int, ...]:
    return (
        shown.to_hand_over_count,
        shown.in_units_count,
        shown.results_back_count,
        shown.ready_count,
    )


def lists(shown: Duties) -> tuple[int, ...]:
    return tuple(map(len, (shown.to_hand_over, shown.in_units, shown.results_back, shown.ready)))


def test_an_office_without_requests_owes_nothing() -> None:
    assert opened().see(duties) == Duties()


def test_a_request_waits_for_one_thing_at_a_time() -> None:
    desk = opened()
    tracking = desk.do(register, PERMIT, person()).tracking
    seen = [counts(desk.see(duties))]
    for deed in (hand_over, take_back, hand_over, take_back):
        desk.do(deed, tracking)
        seen.append(counts(desk.see(duties)))
    desk.do(prepare_answer, tracking, DRAFT)
    seen.append(counts(desk.see(duties)))
    desk.do(deliver, tracking)
    seen.append(counts(desk.see(duties)))
    waits = ["hand_over", "unit", "hand_over", "unit", "answer", "delivery", ""]
    order = ["hand_over", "unit", "answer", "delivery"]
    assert seen == [tuple(int(each == wait) for each in order) for wait in waits]


def test_what_is_given_at_the_desk_waits_for_its_answer_at_once() -> None:
    desk = opened()
    desk.do(register, STAMP, person())
    shown = desk.see(duties)
    assert counts(shown) == lists(shown) == (0, 0, 1, 0)
    assert (shown.results_back[0].step, shown.results_back[0].unit) == ("", "")


def test_late_is_what_was_promised_for_a_day_that_is_over() -> None:
    desk = opened()
    desk.do(register, STAMP, person())
    desk.do(register, PERMIT, person())
    for hours in (0, 8):
        desk.clock.move(hours=hours)
        shown = desk.see(duties)
        assert (shown.late_count, shown.today_count) == (0, 1)
        assert [line.code for line in shown.today] == [STAMP]
    desk.clock.move(days=1)
    shown = desk.see(duties)
    assert (shown.late_count, shown.today_count) == (1, 0)
    assert [line.code for line in shown.late] == [STAMP]
    assert shown.late[0].promised == TODAY


def test_an_answer_that_is_ready_is_neither_due_nor_late() -> None:
    desk = opened()
    tracking = desk.do(register, STAMP, person()).tracking
    desk.do(prepare_answer, tracking, DRAFT)
    for days in (0, 1):
        desk.clock.move(days=days)
        shown = desk.see(duties)
        assert (shown.late_count, shown.today_count, shown.ready_count) == (0, 0, 1)
        assert (shown.late, shown.today) == ((), ())


def test_the_earliest_promise_comes_first_and_a_counter_sees_its_own() -> None:
    desk = opened()
    desk.do(register, PLAIN, person(), counter="1")
    desk.do(register, PERMIT, person(), counter="2")
    assert [line.code for line in desk.see(duties).to_hand_over] == [PERMIT, PLAIN]
    assert [line.code for line in desk.see(duties, "1").to_hand_over] == [PLAIN]
    assert desk.see(duties, "2").to_hand_over_count == 1


def test_a_list_ends_after_a_hundred_and_the_count_does_not() -> None:
    desk = opened()
    for number in range(showing.SHOWN + 2):
        desk.do(register, PLAIN, person(number + 1_000_000))
    shown = desk.see(duties)
    assert (len(shown.to_hand_over), shown.to_hand_over_count) == (showing.SHOWN, showing.SHOWN + 2)


def test_what_is_void_is_owed_no_more() -> None:
    desk = opened()
    desk.do(void, desk.do(register, PLAIN, person()).tracking, "تکراری")
    assert desk.see(duties) == Duties()


def test_a_line_of_a_delivered_request_says_so() -> None:
    desk = opened()
    tracking = desk.do(register, PERMIT, person()).tracking
    desk.do(prepare_answer, tracking, DRAFT)
    line = line_of(desk.do(deliver, tracking))
    assert (line.tracking, line.state, line.received) == (tracking, "delivered", TODAY)


def entry_promised(desk: Desk, code: str) -> datetime:
    with desk.look() as look:
        return promised(look, the_entry(look, code))


def test_the_date_that_is_shown_is_the_date_that_is_promised() -> None:
    desk = opened()
    hours = Step(title="الف", unit="ب", duration=3, unit_of_time="working_hour")
    desk.do(define_sub_service, SubService(code="41", title="ساعتی", steps=(hours,)))
    papers = (RequiredDocument(title="سند", obligatory=False),)
    desk.do(define_sub_service, SubService(code="42", title="بی‌مرحله", documents=papers))
    for code in (PERMIT, PLAIN, STAMP, "41", "42"):
        before = entry_promised(desk, code)
        assert desk.do(register, code, person()).promised == before


def test_working_days_are_counted_to_the_promise_and_closed_days_left_out() -> None:
    desk = opened()
    due = entry_promised(desk, PERMIT)
    assert desk.see(working_days_until, due) == 3
    assert desk.see(working_days_until, entry_promised(desk, STAMP)) == 0
