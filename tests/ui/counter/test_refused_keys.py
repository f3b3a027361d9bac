"""Keys that mean nothing now, values that nobody can read, and the help beside them."""

import pytest

from tests.ui.counter.clerk import NOBODY, Clerk
from ui.counter.keys import COUNTER_KEYS


def test_every_key_says_something_or_does_something_between_two_clients(clerk: Clerk) -> None:
    for combo in ("F3", "F4", "Shift+F4", "F6", "F7", "F8", "Shift+F8", "F11", "Shift+F11"):
        clerk.hit(combo)
        assert clerk.said, combo
        assert not clerk.question
    for combo in ("F12", "Shift+F12", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"):
        clerk.hit(combo)
        assert clerk.said, combo
    assert clerk.news() == []


@pytest.mark.parametrize("combo", ["Ctrl+2", "Ctrl+3"])
def test_a_key_to_the_sheet_of_what_is_registered_says_why_it_does_nothing(
    clerk: Clerk, combo: str
) -> None:
    clerk.calls()
    clerk.registers()
    clerk.hit(combo)
    assert "این درخواست ثبت شده است" in clerk.said


@pytest.mark.parametrize("state", ["free", "called", "registered"])
def test_no_key_of_the_help_falls_over_wherever_it_is_pressed(clerk: Clerk, state: str) -> None:
    clerk.gives()
    if state != "free":
        clerk.hit("F2")
    if state == "registered":
        clerk.registers()
    for key in COUNTER_KEYS:
        clerk.hit(key.combo, "Esc", "Esc")
    for key in COUNTER_KEYS:
        clerk.hit("F1", key.combo, "Esc", "Esc")
    clerk.waits(lambda: not clerk.window.held.holding)


def test_the_sheet_is_left_alone_while_it_is_out_of_sight(clerk: Clerk) -> None:
    clerk.calls()
    clerk.identifies()
    clerk.hit("F6", "F1")
    clerk.news()
    clerk.hit("F8", "F7", "Shift+F8")
    assert clerk.news() == []
    assert not clerk.choosing


def test_a_wrong_mobile_is_said_at_enter_and_f8_goes_back_to_it(clerk: Clerk) -> None:
    clerk.calls("16")
    clerk.identifies()
    mobile = clerk.window.desk.sheet.applicant.mobile
    mobile.setFocus()
    clerk.type("0912345")
    clerk.hit("Enter")
    assert "درست نیست" in clerk.said
    assert (mobile.state, clerk.focus) == ("wrong", mobile.line)
    clerk.hit("F6", "Ctrl+3", "F8")
    assert "درست نیست" in clerk.said
    assert clerk.focus is mobile.line
    assert not clerk.state.sheet.registered
    mobile.line.selectAll()
    clerk.type("09123456789")
    assert mobile.state != "wrong"
    clerk.hit("Enter")
    assert clerk.focus is not mobile.line
    clerk.hit("F8")
    assert clerk.state.sheet.registered, clerk.said


def test_a_wrong_code_of_the_representative_is_said_and_f8_goes_back_to_it(clerk: Clerk) -> None:
    clerk.calls("16")
    clerk.identifies()
    them = clerk.window.desk.sheet.applicant.representative
    them.choice.choice.setFocus()
    clerk.hit("Down", "Enter")
    assert clerk.focus is them.code.line
    clerk.type("0076229646")
    clerk.hit("Enter")
    assert "درست نیست" in clerk.said
    assert (them.code.state, clerk.focus) == ("wrong", them.code.line)
    them.name.setFocus()
    clerk.type("امیرحسین طباطبایی")
    clerk.hit("F6", "F8")
    assert "درست نیست" in clerk.said
    assert clerk.focus is them.code.line
    assert not clerk.state.sheet.registered


def test_f8_goes_back_to_the_own_field_that_nobody_can_read(clerk: Clerk) -> None:
    clerk.calls("8")
    clerk.identifies()
    clerk.window.desk.sheet.enter_details()
    clerk.type("آبادان")
    clerk.hit("Enter")
    field = clerk.focus
    clerk.type("دو")
    clerk.hit("F6", "Ctrl+2")
    register = next(act for act in clerk.window.desk.acts() if act.combo == "F8")
    assert not register.filled
    assert "درست نیست" in register.note
    clerk.hit("F8")
    assert "پذیرفته نیست" in clerk.said
    assert clerk.focus is field
    clerk.window.desk.sheet.details.remarks.setFocus()
    clerk.hit("Enter")
    assert clerk.focus is field


def test_what_was_typed_ahead_of_a_refusal_is_forgotten(clerk: Clerk) -> None:
    for combo in ("F2", *NOBODY[0], "Enter", "F6", "F8", "F12", "1"):
        clerk.press(combo)
    clerk.rest()
    assert "اکنون کسی در صف" in clerk.said
    assert clerk.news() == []


def test_a_number_that_nobody_can_read_is_said_at_enter_and_not_only_at_f8(clerk: Clerk) -> None:
    clerk.calls("8")
    clerk.identifies()
    clerk.window.desk.sheet.enter_details()
    clerk.type("آبادان")
    clerk.hit("Enter")
    field = clerk.focus
    clerk.type("دو")
    clerk.hit("Enter")
    asked = clerk.state.entry.sheet.fields[1].title if clerk.state.entry else ""
    assert clerk.said == f"«دو» برای «{asked}» پذیرفته نیست. آن را دوباره وارد کنید."
    assert clerk.focus is field


def test_the_key_of_high_contrast_stands_in_the_help_and_works_on_every_page(
    clerk: Clerk,
) -> None:
    wanted: list[str] = []
    clerk.window.contrast_wanted.connect(lambda: wanted.append(clerk.state.sheet.code))
    clerk.hit("F1")
    assert clerk.window.page is not None
    assert "Shift+F1: " in clerk.window.page.accessibleDescription()
    clerk.hit("Shift+F1", "Esc", "Ctrl+9", "Shift+F1")
    assert len(wanted) == 2


def test_help_shows_every_key_and_goes_back(clerk: Clerk) -> None:
    clerk.calls()
    clerk.hit("F1")
    assert clerk.window.page is not clerk.window.desk
    clerk.hit("Esc")
    assert clerk.window.page is clerk.window.desk


def test_sheets_of_information_open_and_close_beside_the_work(clerk: Clerk) -> None:
    clerk.calls("35")
    clerk.type("219")
    opened = []
    for combo in ("Ctrl+4", "Ctrl+4", "Ctrl+4", "Esc"):
        clerk.hit(combo)
        opened.append(clerk.window.desk.side.sheet_open)
    assert opened == [True, False, True, False]
    clerk.type("0")
    assert clerk.state.sheet.code
