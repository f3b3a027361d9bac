"""What the hall shows, from the journal alone."""

import pytest

from app.deeds.answer import Draft, prepare_answer
from app.deeds.call import begin, call_next, no_show, recall, undo_no_show
from app.deeds.office import open_counter, set_rules
from app.deeds.pause import pause_counter
from app.deeds.request import register
from app.deeds.ticket import issue, issue_for_answer, issue_guidance
from app.deeds.visit import finish, hold, return_to_queue, transfer
from app.events.office import Rules
from app.ports import Look
from app.refusal import Refusal
from app.showing.hall import Group, Resting, counter_board, hall, keep_spoken
from app.showing.queue import counter_queue
from tests.app.desk import Desk
from tests.app.opened import PERMIT, PLAIN, opened, person, service_id

DRAFT = Draft(
    grounds="ماده ۲", content="موافقت شد.", objection="ده روز", issuer_name="ا", issuer_post="ب"
)


def shown(desk: Desk) -> list[tuple[str, str]]:
    return [(call.label, call.counter) for call in desk.see(hall).shown]


def waiting(desk: Desk, group: Group) -> int:
    return desk.see(hall).waiting[group]


def test_before_the_first_call_nobody_is_shown() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    assert shown(desk) == []
    assert desk.see(hall).office == "فرمانداری چالوس"


def test_the_last_four_calls_stand_with_their_counters() -> None:
    desk = opened()
    for number in range(1, 6):
        desk.do(issue, PERMIT)
        desk.do(finish, desk.do(call_next, str(number % 2 + 1)).id, "guidance")
    assert shown(desk) == [
        ("الف ۰۰۵", "2"),
        ("الف ۰۰۴", "1"),
        ("الف ۰۰۳", "2"),
        ("الف ۰۰۲", "1"),
    ]


def test_a_recall_stands_first_again_and_once() -> None:
    desk = opened()
    first, _ = desk.do(issue, PERMIT), desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.do(call_next, "2")
    before = desk.see(hall).calls[1]
    desk.do(recall, first.id)
    calls = desk.see(hall).calls
    assert [call.label for call in calls] == ["الف ۰۰۱", "الف ۰۰۲"]
    assert calls[0].again
    assert calls[0].key != before.key


def test_who_is_called_elsewhere_stands_there_alone() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.do(return_to_queue, given.id)
    desk.do(call_next, "2")
    assert shown(desk) == [("الف ۰۰۱", "2")]
    assert [(call.counter, call.waits) for call in desk.see(hall).calls] == [
        ("2", True),
        ("1", False),
    ]


def test_whoever_has_come_is_no_longer_awaited() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    assert desk.see(hall).calls[0].waits
    desk.do(begin, given.id)
    assert not desk.see(hall).calls[0].waits


def test_a_no_show_that_is_undone_and_called_again_stands_first() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.do(no_show, given.id)
    desk.do(issue, PERMIT)
    desk.do(call_next, "2")
    desk.do(undo_no_show, given.id)
    desk.do(call_next, "1")
    assert shown(desk) == [("الف ۰۰۱", "1"), ("الف ۰۰۲", "2")]


def test_a_clock_that_is_set_back_changes_nothing_of_the_order() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    desk.clock.move(minutes=1)
    desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.clock.move(hours=-1)
    desk.do(call_next, "2")
    assert shown(desk) == [("الف ۰۰۲", "2"), ("الف ۰۰۱", "1")]


def test_midnight_takes_no_call_off_the_wall_and_the_morning_does() -> None:
    desk = opened()
    desk.clock.move(hours=15)  # a quarter to midnight or so
    desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.clock.move(hours=2)
    assert shown(desk) == [("الف ۰۰۱", "1")]
    desk.clock.move(hours=12)
    assert shown(desk) == []


def test_who_waits_is_counted_by_what_they_came_for() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    desk.clock.move(minutes=1)
    desk.do(issue, PLAIN)
    desk.do(issue_guidance)
    assert (waiting(desk, "requests"), waiting(desk, "guidance")) == (2, 1)
    desk.do(call_next, "1")
    assert waiting(desk, "requests") == 1
    desk.clock.move(hours=24)
    assert waiting(desk, "requests") == 0, "the night has ended their wait"


def test_who_is_sent_on_to_a_sub_service_waits_with_a_request() -> None:
    desk = opened()
    asked = desk.do(issue_guidance)
    desk.do(call_next, "1")
    desk.do(transfer, asked.id, counter="2")
    assert (waiting(desk, "guidance"), waiting(desk, "requests")) == (1, 0)
    desk.do(transfer, asked.id, service=PERMIT)
    assert (waiting(desk, "guidance"), waiting(desk, "requests")) == (0, 1)
    (row,) = desk.see(counter_queue, "1", "").rows
    assert row.mark == ""


def test_who_collects_and_is_sent_on_waits_with_a_request_until_they_are_back() -> None:
    desk = opened()
    made = desk.do(register, PLAIN, person())
    desk.do(prepare_answer, made.tracking, DRAFT)
    given = desk.do(issue_for_answer, made.tracking)
    assert (waiting(desk, "answers"), waiting(desk, "requests")) == (1, 0)
    desk.do(call_next, "1")
    desk.do(transfer, given.id, service=PERMIT, returns=True)
    assert (waiting(desk, "answers"), waiting(desk, "requests")) == (0, 1)
    desk.do(call_next, "2")
    desk.do(begin, given.id)
    desk.do(finish, given.id)
    assert (waiting(desk, "answers"), waiting(desk, "requests")) == (1, 0)


def test_who_was_sent_on_waits_with_a_request_after_the_night_as_well() -> None:
    desk = opened()
    desk.do(set_rules, Rules(night="keep"))
    asked = desk.do(issue_guidance)
    desk.do(transfer, asked.id, service=PERMIT)
    desk.clock.move(days=1)
    desk.do(issue, PERMIT)
    assert (waiting(desk, "guidance"), waiting(desk, "requests")) == (0, 2)


def test_the_next_ones_stand_there_where_the_office_wants_them() -> None:
    desk = opened()
    for _ in range(3):
        desk.do(issue, PERMIT)
    assert desk.see(hall).next == ()
    desk.do(set_rules, Rules(hall_next=2))
    assert desk.see(hall).next == ("الف ۰۰۱", "الف ۰۰۲")


def test_a_counter_that_rests_names_those_that_serve_the_same() -> None:
    desk = opened()
    desk.do(open_counter, "3")
    desk.do(pause_counter, "1", "نماز")
    assert desk.see(hall).resting == (Resting(counter="1", others=("3",)),)
    desk.do(pause_counter, "2", "نماز")
    assert desk.see(hall).resting[1] == Resting(counter="2", others=("3",))
    desk.do(pause_counter, "3", "نماز")
    assert desk.see(hall).resting[2] == Resting(counter="3", others=())


def test_neither_names_nor_codes_nor_services_are_in_it() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    said = repr(desk.see(hall))
    for secret in ("مجوز", service_id(PERMIT), *desk.see(_clerks)):
        assert secret not in said


def _clerks(look: Look) -> list[str]:
    return [clerk.name for clerk in look.office.clerks.values()]


def test_what_was_said_is_kept_for_the_next_program() -> None:
    desk = opened()
    for key in range(20):
        desk.do(keep_spoken, str(key))
    assert desk.see(hall).voice.spoken == tuple(map(str, range(12, 20)))


# -- boards --------------------------------------------------------------------------------------


def test_a_board_says_what_its_counter_serves_and_whom() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    found = desk.see(lambda look: counter_board(look, "2"))
    assert (found.services, found.everything, found.label) == (("صدور مجوز",), False, "")
    desk.do(call_next, "2")
    assert desk.see(lambda look: counter_board(look, "2")).label == given.label
    assert desk.see(lambda look: counter_board(look, "1")).everything


def test_a_board_names_its_clerk_only_where_the_office_wishes() -> None:
    desk = opened()
    desk.clerk = desk.see(lambda look: next(iter(look.office.clerks.values())).clerk)
    desk.do(issue, PERMIT)
    desk.do(call_next, "2")
    assert desk.see(lambda look: counter_board(look, "2")).clerk == ""
    desk.clerk = ""
    desk.do(set_rules, Rules(board_clerk="yes"))
    assert desk.see(lambda look: counter_board(look, "2")).clerk


def test_a_board_rests_when_its_last_client_has_gone() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    desk.do(call_next, "2")
    desk.do(pause_counter, "2", "ناهار")
    assert desk.see(lambda look: counter_board(look, "2")).resting is None
    desk.do(finish, given.id, "guidance")
    assert desk.see(lambda look: counter_board(look, "2")).resting == Resting(
        counter="2", others=("1",)
    )


def test_a_counter_that_is_not_there_has_no_board() -> None:
    with pytest.raises(Refusal, match="counter_unknown"):
        opened().see(lambda look: counter_board(look, "9"))


def test_who_need_not_come_any_more_leaves_the_wall_at_once() -> None:
    desk = opened()
    for _ in range(3):
        desk.do(issue, PERMIT)
    first, second = desk.do(call_next, "1"), desk.do(call_next, "2")
    desk.do(no_show, second.id)
    assert shown(desk) == [("الف ۰۰۱", "1")]
    third = desk.do(call_next, "2")
    desk.do(hold, third.id, 5)
    assert shown(desk) == [("الف ۰۰۱", "1")]
    desk.do(begin, first.id)
    desk.do(finish, first.id, "guidance")
    assert shown(desk) == [("الف ۰۰۱", "1")], "who was served came"


def test_a_board_says_that_it_serves_once_the_client_has_come() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    called = desk.do(call_next, "1")
    assert not desk.see(counter_board, "1").came
    desk.do(begin, called.id)
    assert desk.see(counter_board, "1").came
