"""A request ends without an answer, and what its page says once it is over."""

from collections.abc import Sequence
from functools import partial

import pytest
from PySide6.QtCore import Qt

from tests.ui.counter.pages import Counter, Open
from tests.ui.keyboard import press
from tests.ui.shell import PERSON, Shell

Key = Qt.Key


def test_f11_records_a_withdrawal_and_nothing_is_possible_after_it(
    opened: Open, counter: Counter
) -> None:
    press(Key.Key_F11)
    after = opened.shows_after(partial(counter.answers, "منصرف شد"))
    assert (after.state, after.ended_reason) == ("withdrawn", "منصرف شد")
    press(Key.Key_F6)
    counter.says("انصراف داده است")


def end(office: Shell, tracking: str, how: str) -> None:
    """A request is over."""
    if how == "delivered":
        for _ in office.done("step", tracking, "--list")["steps"]:
            office.done("step", tracking, "--done")
        office.answer(tracking)
        office.done("deliver", tracking)
    else:
        deed = "withdraw" if how == "withdrawn" else "void"
        office.done(deed, tracking, "--reason", "دوباره‌کاری")


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("delivered", ("۱۴۰۵/۰۸/۳۰", PERSON["name"], "تحویل شده است", "درخواست تازه")),
        ("withdrawn", ("۱۴۰۵/۰۸/۳۰", "انصراف داده است", "درخواست تازه")),
        ("voided", ("۱۴۰۵/۰۸/۳۰", "ابطال شده است", "درخواست تازه")),
    ],
)
def test_keys_of_a_request_that_is_over_say_how_it_ended_and_what_to_do_instead(
    office: Shell, counter: Counter, how: str, words: Sequence[str]
) -> None:
    tracking = office.register()
    end(office, tracking, how)
    opened = Open(counter, tracking)
    known = len(opened.facts())
    mended = () if how == "delivered" else ("F4",)
    for combo in ("F11", "F12", "F3", "F6", "F7", "Ctrl+6", *mended):
        button = counter.window.key_bar.button(combo)
        assert button is not None
        assert not button.possible
        counter.window.press(combo)
        for word in words:
            assert word in counter.window.strip.text, combo
            assert word in button.accessibleDescription(), combo
        assert not counter.window.asking.isVisible()
        assert not counter.window.picking.isVisible()
    assert len(opened.facts()) == known


def test_a_request_that_was_delivered_while_the_reason_was_asked_is_not_withdrawn(
    opened: Open, office: Shell, counter: Counter
) -> None:
    press(Key.Key_F11)
    counter.asked()
    end(office, opened.tracking, "delivered")
    counter.answers("منصرف شد")
    counter.says("تحویل شده است")
    assert counter.request(opened.tracking).state == "delivered"


def test_a_request_without_a_step_left_says_that_its_answer_comes_next(
    office: Shell, counter: Counter
) -> None:
    tracking = office.register()
    for _ in office.done("step", tracking, "--list")["steps"]:
        office.done("step", tracking, "--done")
    Open(counter, tracking)
    press(Key.Key_F6)
    counter.says("پاسخ را با Ctrl+6 تنظیم کنید")
    office.answer(tracking)
    Open(counter, tracking)
    counter.window.press("F6")
    counter.says("پاسخ آماده است")


def test_f12_asks_twice_before_a_request_is_void(opened: Open, counter: Counter) -> None:
    press(Key.Key_F12)
    counter.answers("ثبت اشتباه")
    counter.asked()
    press(Key.Key_Escape)
    assert counter.request(opened.tracking).open
    press(Key.Key_Down)
    press(Key.Key_F12)
    counter.answers("ثبت اشتباه")
    counter.asked()
    after = opened.shows_after(lambda: press(Key.Key_Return))
    assert (after.state, after.ended_reason) == ("voided", "ثبت اشتباه")
