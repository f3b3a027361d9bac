"""A question keeps the focus until it is answered or taken back, then gives it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.frame.conftest import Listening
from tests.ui.keyboard import focused, types
from ui.frame.ask import Ask
from ui.frame.help import HelpPage
from ui.frame.window import FrameWindow
from ui.look.parts.key_button import KeyButton

SURE = Ask(question="مراجعه‌کننده آمده است. «حاضر نشد» ثبت شود؟")
REASON = Ask(question="دلیل فراخوان انتخابی", kind="text")
MINUTES = Ask(question="چند دقیقه نگه داشته شود؟", kind="number", given="15")
RESULT = Ask(
    question="نتیجه این مراجعه چه بود؟",
    kind="choice",
    choices=(("guided", "راهنمایی شد"), ("sent", "به واحد هدایت شد"), ("left", "منصرف شد")),
)


def tap(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


@pytest.fixture
def told() -> list[str]:
    return []


def test_enter_is_yes(window: FrameWindow, page: Listening, told: list[str]) -> None:
    window.ask(SURE, told.append)
    assert window.asking.isVisible()
    assert window.asking.accessibleName() == SURE.question
    tap(Qt.Key.Key_Return)
    assert told == [""]
    assert not window.asking.isVisible()
    assert page.first.hasFocus()


def test_esc_takes_it_back(window: FrameWindow, page: Listening, told: list[str]) -> None:
    window.ask(SURE, told.append)
    tap(Qt.Key.Key_Escape)
    assert told == []
    assert page.first.hasFocus()


def test_deeds_are_dead_while_it_stands(
    window: FrameWindow, page: Listening, told: list[str]
) -> None:
    window.ask(SURE, told.append)
    tap(Qt.Key.Key_F2, Qt.Key.Key_F7, Qt.Key.Key_F12)
    assert page.came == []
    assert window.asking.isVisible()


def test_help_takes_it_back(window: FrameWindow, page: Listening, told: list[str]) -> None:
    window.ask(SURE, told.append)
    tap(Qt.Key.Key_F1)
    assert isinstance(window.page, HelpPage)
    assert not window.asking.isVisible()
    assert told == []


def test_what_is_asked_for_in_words_must_not_be_empty(window: FrameWindow, told: list[str]) -> None:
    window.ask(REASON, told.append)
    types("  ")
    tap(Qt.Key.Key_Return)
    assert told == []
    types("سالمند ")
    tap(Qt.Key.Key_Return)
    assert told == ["سالمند"]


def test_words_may_be_pasted(window: FrameWindow, told: list[str]) -> None:
    QGuiApplication.clipboard().setText("با هماهنگی")
    window.ask(REASON, told.append)
    QTest.keyClick(focused(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    tap(Qt.Key.Key_Return)
    assert told == ["با هماهنگی"]


@pytest.mark.parametrize("typed", ["20", "۲۰", "٢٠", "2x0"])
def test_a_number_is_shown_in_persian_and_given_in_ascii(
    window: FrameWindow, told: list[str], typed: str
) -> None:
    window.ask(MINUTES, told.append)
    types(typed)
    assert focused().property("text") == "۲۰"
    tap(Qt.Key.Key_Return)
    assert told == ["20"]


def test_the_given_number_is_taken_by_enter(window: FrameWindow, told: list[str]) -> None:
    window.ask(MINUTES, told.append)
    tap(Qt.Key.Key_Return)
    assert told == ["15"]


@pytest.mark.parametrize("digit", ["2", "۲", "٢"])
def test_a_digit_chooses(window: FrameWindow, told: list[str], digit: str) -> None:
    window.ask(RESULT, told.append)
    types(digit)
    assert told == ["sent"]


def test_arrows_and_enter_choose(window: FrameWindow, told: list[str]) -> None:
    window.ask(RESULT, told.append)
    tap(Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert told == ["sent"]


def test_a_digit_without_a_choice_does_nothing(window: FrameWindow, told: list[str]) -> None:
    window.ask(RESULT, told.append)
    types("09")
    assert told == []
    assert window.asking.isVisible()


def test_a_click_chooses(window: FrameWindow, told: list[str]) -> None:
    window.ask(RESULT, told.append)
    QTest.mouseClick(focused(), Qt.MouseButton.LeftButton)
    assert told == ["guided"]


def test_tab_stays_in_the_question(window: FrameWindow, told: list[str]) -> None:
    window.ask(MINUTES, told.append)
    first = focused()
    for _ in range(3):
        tap(Qt.Key.Key_Tab)
        assert window.asking.isAncestorOf(focused())
    assert focused() is first


def test_an_answer_may_bring_the_next_question(
    window: FrameWindow, page: Listening, told: list[str]
) -> None:
    def then(reason: str) -> None:
        told.append(reason)
        window.ask(MINUTES, told.append)

    window.ask(REASON, then)
    types("مدرک")
    tap(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert told == ["مدرک", "15"]
    assert page.first.hasFocus()


@pytest.mark.parametrize("asked", [SURE, REASON, MINUTES, RESULT])
def test_all_of_it_is_seen(window: FrameWindow, told: list[str], asked: Ask) -> None:
    for width in (1366, 800):
        window.resize(width, 728)
        window.ask(asked, told.append)
        inside = window.asking.rect()
        for part in window.asking._parts:
            assert inside.contains(part.geometry()), (width, part)


def test_a_message_stands_on_top_of_the_question(window: FrameWindow, told: list[str]) -> None:
    window.ask(SURE, told.append)
    window.tell("چاپگر پاسخ نمی‌دهد.")
    assert window.strip.geometry().bottom() + 1 == window.asking.y()


def test_an_early_enter_is_answered(
    window: FrameWindow, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.frame.ask._UNREAD", 3600.0)
    for asked in (SURE, MINUTES):
        window.ask(asked, told.append)
        assert not enter_of(window).possible
        tap(Qt.Key.Key_Return)
        assert "یک لحظه" in window.strip.text
        assert window.strip.geometry().bottom() + 1 == window.asking.y()
    types("20")
    assert enter_of(window).possible
    assert told == []


def test_enter_is_drawn_as_possible_once_it_counts(
    qtbot: QtBot, window: FrameWindow, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.frame.ask._UNREAD", 0.05)
    window.ask(SURE, told.append)
    assert not enter_of(window).possible
    qtbot.waitUntil(lambda: enter_of(window).possible)
    tap(Qt.Key.Key_Return)
    assert told == [""]


def test_that_nothing_is_typed_yet_is_said(window: FrameWindow, told: list[str]) -> None:
    window.ask(REASON, told.append)
    assert not enter_of(window).possible
    tap(Qt.Key.Key_Return)
    assert "خالی" in window.strip.text
    types("س")
    assert enter_of(window).possible
    assert window.strip.text == ""


def test_the_bar_is_dead_while_it_stands_and_says_so(
    window: FrameWindow, page: Listening, told: list[str]
) -> None:
    window.ask(SURE, told.append)
    bar = [button for button in window.key_bar.buttons if button.possible or button.filled]
    assert bar == []
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F9):
        tap(key)
        assert "نخست به پرسش پاسخ دهید" in window.strip.text
    tap(Qt.Key.Key_Return)
    assert told == [""]
    f2, f7 = window.key_bar.button("F2"), window.key_bar.button("F7")
    assert f2 is not None
    assert f7 is not None
    assert f2.filled
    assert f7.possible


def enter_of(window: FrameWindow) -> KeyButton:
    """The key that answers."""
    buttons = window.asking.findChildren(KeyButton)
    return next(each for each in buttons if each.key == "Enter" and not each.isHidden())


def test_enter_agrees_to_nothing_that_nobody_can_have_read(
    window: FrameWindow, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.frame.ask._UNREAD", 3600.0)
    for asked in (SURE, MINUTES):
        window.ask(asked, told.append)
        tap(Qt.Key.Key_Return)
        assert window.asking.isVisible()
    window.ask(REASON, told.append)
    types("مدرک")
    tap(Qt.Key.Key_Return)
    assert told == ["مدرک"], "what was typed was meant"


def test_what_may_stay_empty_is_answered_by_enter_alone(
    window: FrameWindow, told: list[str]
) -> None:
    window.ask(REASON, told.append)
    tap(Qt.Key.Key_Return)
    assert told == []
    window.ask(Ask(question="در کدام اتاق؟", kind="text", optional=True), told.append)
    tap(Qt.Key.Key_Return)
    assert told == [""]
    assert not window.asking.isVisible()
