"""What is registered is what stands on the screen, and nothing is thrown away unasked."""

import pytest

from tests.ui.counter.clerk import Clerk
from tests.ui.counter.conftest import Sits

OTHER = ("1234567891", "رضا محمدی")


def test_another_code_takes_the_former_names_away(clerk: Clerk) -> None:
    clerk.calls()
    clerk.registers()
    clerk.hit("F2")
    clerk.calls()
    clerk.identifies()
    assert clerk.state.sheet.from_file
    clerk.hit("Ctrl+2")
    clerk.type("1111111112")
    clerk.hit("Enter", "Ctrl+2")
    assert not clerk.state.identified
    clerk.type(OTHER[0])
    clerk.hit("Enter")
    assert (clerk.state.sheet.name, clerk.state.sheet.mobile) == ("", "")


def test_a_request_that_nobody_registered_is_not_dropped_unasked(clerk: Clerk) -> None:
    clerk.calls()
    clerk.identifies()
    clerk.hit("F6", "F12")
    assert "ثبت نشده" in clerk.question
    clerk.hit("Esc", "F8")
    assert clerk.state.sheet.registered


def begins_a_second_after_a_slip(clerk: Clerk) -> None:
    """A slip, then all papers after all, and a second request that is half done."""
    clerk.calls("16")
    clerk.identifies()
    clerk.hit("Ctrl+3", "Delete", "F7", "F6", "F8", "Shift+F8")
    clerk.type("27")
    clerk.hit("Enter", "F6")


@pytest.mark.parametrize("then", ["F2", "F12"])
def test_a_second_request_is_not_dropped_unasked_after_a_slip(clerk: Clerk, then: str) -> None:
    begins_a_second_after_a_slip(clerk)
    clerk.window.desk.sheet.enter_details()
    clerk.type("چالوس")
    marks = clerk.state.sheet.marks
    clerk.hit(then)
    assert "ثبت نشده" in clerk.question
    clerk.hit("Esc")
    assert clerk.state.sheet.marks == marks
    clerk.hit("F8")
    assert clerk.state.sheet.registered, clerk.said


def test_nobody_is_led_on_to_the_next_while_a_second_request_is_half_done(clerk: Clerk) -> None:
    begins_a_second_after_a_slip(clerk)
    assert clerk.filled == "F8"
    clerk.hit("Ctrl+3", "Delete")
    assert clerk.filled == "F7"
    clerk.hit("Delete")
    assert clerk.filled == "F6"


def test_who_goes_with_a_slip_in_hand_is_let_go_unasked(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.hit("F6", "Ctrl+3", "Delete", "F7")
    assert clerk.filled == "F2"
    clerk.hit("F12")
    assert not clerk.question
    assert clerk.ticket(given).state == "finished"


def test_what_is_ticked_after_the_slip_is_not_dropped_unasked(clerk: Clerk) -> None:
    clerk.calls()
    clerk.identifies()
    clerk.hit("F6", "Ctrl+3", "Delete", "F7", "Space", "F12")
    assert "ثبت نشده" in clerk.question


def test_a_representative_without_a_code_is_refused(clerk: Clerk) -> None:
    clerk.calls()
    clerk.identifies()
    clerk.window.counter.edit(representative_name=OTHER[1], proxy="وکالت ۱۲۳")
    clerk.hit("F6", "F8")
    assert not clerk.state.sheet.registered
    assert clerk.said


def test_a_held_client_finds_the_sheet_as_it_was_left(clerk: Clerk) -> None:
    first = clerk.calls()
    clerk.identifies()
    clerk.hit("F6", "F11", "Enter")
    clerk.calls()
    clerk.identifies(*OTHER)
    clerk.hit("F12", "Enter")
    if clerk.question:
        clerk.type("1")
        clerk.rest()
    assert clerk.free
    clerk.window.calling.choose(first.label)
    clerk.type("بازگشت")
    clerk.hit("Enter")
    assert clerk.visit.id == first.id
    assert clerk.state.identified
    assert clerk.state.sheet.marks


def test_a_second_window_of_the_counter_shows_what_the_first_registered(sits: Sits) -> None:
    one, two = sits(), sits()
    one.calls()
    one.identifies()
    two.waits(lambda: two.state.visit is not None)
    one.hit("F6", "F8")
    two.waits(lambda: bool(two.state.sheet.registered))
    assert two.state.sheet.registered == one.state.sheet.registered
