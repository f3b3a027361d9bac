"""Calling, and what becomes of who was called and did not come, by keys."""

import pytest
from PySide6.QtCore import QTimer

from tests.ui.counter.clerk import Clerk

LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
REASON = "سالمند و بیمار است"


# -- calling ---------------------------------------------------------------------------------------


def test_f2_calls_and_asks_for_the_code(clerk: Clerk) -> None:
    given = clerk.gives()
    clerk.hit("F2")
    assert clerk.news() == ["TicketIssued", "TicketCalled"]
    assert clerk.visit.label == given.label
    assert "منتظر حضور" in clerk.said
    assert clerk.focus is clerk.window.desk.sheet.applicant.code.line


def test_f2_with_nobody_waiting_says_so(clerk: Clerk) -> None:
    clerk.hit("F2")
    assert "اکنون کسی در صف" in clerk.said
    assert clerk.news() == []


def test_f2_does_not_leave_somebody_who_was_only_called(clerk: Clerk) -> None:
    first = clerk.calls()
    clerk.gives()
    clerk.hit("F2")
    assert "منتظر حضور" in clerk.said
    assert clerk.ticket(first).state == "called"


def test_shift_f2_calls_a_chosen_one_with_a_reason(clerk: Clerk) -> None:
    clerk.gives()
    second = clerk.gives("16")
    clerk.hit("Shift+F2")
    assert clerk.choosing
    clerk.type(second.label.split()[-1])
    clerk.hit("Enter")
    assert second.label.translate(LATIN)[-3:] in clerk.question.translate(LATIN)
    clerk.type(REASON)
    clerk.hit("Enter")
    assert clerk.visit.id == second.id
    assert clerk.visit.why is not None
    assert (clerk.visit.why.rule, clerk.visit.why.reason) == ("chosen", REASON)


def test_a_reason_is_needed_to_call_out_of_order(clerk: Clerk) -> None:
    clerk.gives()
    clerk.hit("Shift+F2", "Enter", "Enter")
    assert clerk.question
    clerk.hit("Esc")
    assert not clerk.question
    assert clerk.free


def test_why_this_one_is_told_in_a_sentence(clerk: Clerk) -> None:
    clerk.calls(priority="elderly")
    clerk.window.desk.queue.why_wanted.emit()
    clerk.rest()
    assert "۱۵" in clerk.said


def test_f3_calls_again(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("F3")
    assert clerk.news()[-1] == "TicketRecalled"
    assert clerk.visit.id == given.id
    assert "تکرار" in clerk.said


# -- nobody came -----------------------------------------------------------------------------------


def test_f4_marks_a_no_show_and_takes_it_back(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("F4")
    assert clerk.free
    assert "F4" in clerk.said
    assert clerk.ticket(given).state == "no_show"
    clerk.hit("F4")
    assert clerk.ticket(given).state == "waiting"
    assert clerk.news()[-2:] == ["NoShowMarked", "NoShowUndone"]


def test_after_ten_seconds_f4_takes_nothing_back(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("F4")
    undoing: QTimer = clerk.window.counter._undoing
    assert undoing.interval() == 10_000
    undoing.stop()
    undoing.timeout.emit()
    clerk.hit("F4")
    assert clerk.ticket(given).state == "no_show"
    assert "اکنون کسی در این باجه نیست" in clerk.said


def test_after_ten_seconds_the_screen_promises_f4_no_longer_and_names_the_way(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("F4")
    assert "F4" in clerk.said
    undoing: QTimer = clerk.window.counter._undoing
    undoing.stop()
    undoing.timeout.emit()
    assert "F4" not in clerk.said
    assert "Shift+F2" in clerk.said
    clerk.hit("Shift+F2", "Enter")
    assert clerk.visit.id == given.id


def test_the_search_brings_a_no_show_back(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("F4", "F9")
    clerk.type(given.label)
    clerk.hit("Enter")
    assert clerk.visit.id == given.id


def test_a_number_that_is_not_in_the_queue_is_told_so(clerk: Clerk) -> None:
    clerk.gives()
    clerk.hit("Shift+F2")
    clerk.type("999")
    assert not clerk.window.picking._list.rows
    assert "F9" in clerk.window.picking._list.empty


def test_a_client_back_from_hold_is_told_to_be_one(clerk: Clerk) -> None:
    clerk.calls()
    clerk.hit("F11", "Enter", "Shift+F2", "Enter")
    clerk.type(REASON)
    clerk.hit("Enter", "Shift+F6")
    assert "نگه‌داشته از ساعت" in clerk.said


def test_the_next_call_ends_the_taking_back(clerk: Clerk) -> None:
    first, second = clerk.gives(), clerk.gives()
    clerk.hit("F2", "F4", "F2")
    assert clerk.visit.id == second.id
    clerk.hit("F4")
    assert [clerk.ticket(each).state for each in (first, second)] == ["no_show", "no_show"]


def test_f4_asks_first_once_the_client_is_here(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.hit("F4")
    assert clerk.question
    clerk.hit("Esc")
    assert clerk.ticket(given).state == "serving"
    clerk.hit("F4")
    if not clerk.question:
        clerk.hit("F4")
    clerk.hit("Enter")
    assert clerk.ticket(given).state == "no_show"


@pytest.mark.parametrize("deed", ["F8", "F7", "Shift+F12"])
def test_who_was_served_in_this_visit_cannot_be_marked_absent(clerk: Clerk, deed: str) -> None:
    given = clerk.calls()
    clerk.identifies()
    if deed == "F8":
        clerk.hit("F6")
    if deed == "F7":
        clerk.hit("Ctrl+3", "Delete")
    clerk.hit(deed)
    if deed == "Shift+F12":
        for answer in ("آقای رضایی", "صدور مجوز", "", "نیاز به بازدید"):
            clerk.type(answer)
            clerk.hit("Enter")
    act = next(act for act in clerk.window.desk.acts() if act.combo == "F4")
    assert act.why_not
    clerk.hit("F4")
    assert "کاری ثبت شده است" in clerk.said
    assert not clerk.question
    assert clerk.ticket(given).state == "serving"
    assert "NoShowMarked" not in clerk.news()


def test_who_was_served_before_a_hold_and_does_not_come_again_ends_by_f12(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.registers()
    clerk.hit("F11", "Enter")
    clerk.window.calling.choose(given.label)
    clerk.type(REASON)
    clerk.hit("Enter", "F4")
    assert "کاری ثبت شده است" in clerk.said
    clerk.hit("F2")
    assert "F4" not in clerk.said
    assert "F12" in clerk.said
    clerk.hit("F12")
    assert (clerk.ticket(given).state, clerk.ticket(given).outcome) == ("finished", "request")
