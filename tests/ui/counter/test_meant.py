"""What is registered is what stands on the screen, and nothing is thrown away unasked."""

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
