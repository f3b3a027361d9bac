"""The window takes each press once, says why a key is dead, and keeps what it says."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.frame.conftest import KEYS, Listening
from tests.ui.keyboard import press
from ui.frame import window as window_module
from ui.frame.help import HelpPage
from ui.frame.page import Act, Page
from ui.frame.window import FrameWindow
from ui.look.theme import Theme

PERSIAN_FOUR = 0x06F4


def hold(widget: QWidget, key: Qt.Key) -> None:
    """One more press that a held key makes by itself."""
    event = QKeyEvent(
        QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, 0, 0, 0, "", autorep=True
    )
    QApplication.sendEvent(widget, event)


def test_a_key_reaches_the_page_before_the_field_in_focus(
    window: FrameWindow, page: Listening
) -> None:
    QTest.keyClick(page.first, Qt.Key.Key_F7)
    press(PERSIAN_FOUR, Qt.KeyboardModifier.ControlModifier)
    assert page.came == ["F7", "Ctrl+4"]
    assert page.first.text() == ""


def test_a_double_press_acts_once(
    window: FrameWindow, page: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr(window_module, "monotonic", lambda: now)
    QTest.keyClick(page.first, Qt.Key.Key_F2)
    now += 0.3
    QTest.keyClick(page.first, Qt.Key.Key_F2)
    assert page.came == ["F2"]
    now += 1
    QTest.keyClick(page.first, Qt.Key.Key_F2)
    assert page.came == ["F2", "F2"]


def test_another_key_between_two_presses_makes_them_two(
    window: FrameWindow, page: Listening
) -> None:
    QTest.keyClick(page.first, Qt.Key.Key_F2)
    QTest.keyClicks(page.first, "1")
    QTest.keyClick(page.first, Qt.Key.Key_F2)
    assert page.came == ["F2", "F2"]


def test_a_held_key_acts_once(window: FrameWindow, page: Listening) -> None:
    QTest.keyPress(page.first, Qt.Key.Key_F2)
    for _ in range(20):
        hold(page.first, Qt.Key.Key_F2)
    assert page.came == ["F2"]


def test_what_means_nothing_to_the_house_is_the_fields_as_often_as_it_comes(
    window: FrameWindow, page: Listening
) -> None:
    QTest.keyClicks(page.first, "ab")
    page.first.selectAll()
    QTest.keyClick(page.first, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    page.first.end(False)
    for _ in range(2):
        QTest.keyClick(page.first, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.first.text() == "ababab"


def test_a_key_that_is_not_possible_says_why(window: FrameWindow, page: Listening) -> None:
    QTest.keyClick(page.first, Qt.Key.Key_F8)
    assert window.strip.text == "۲ مدرک مانده است"
    assert window.strip.isVisible()
    assert page.came == []


def test_its_button_says_why_too(window: FrameWindow, page: Listening) -> None:
    button = window.key_bar.button("F8")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.strip.text == "۲ مدرک مانده است"
    assert page.first.hasFocus(), "the mouse takes no focus away"


@pytest.mark.parametrize("key", [Qt.Key.Key_F7, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_a_message_stays_until_the_next_key(
    window: FrameWindow, page: Listening, key: Qt.Key
) -> None:
    window.tell("ثبت شد.")
    QTest.keyClick(page.first, Qt.Key.Key_Shift)
    assert window.strip.isVisible()
    QTest.keyClick(page.first, key)
    assert not window.strip.isVisible()


def test_a_message_that_enter_brought_outlives_that_press(
    window: FrameWindow, page: Listening
) -> None:
    page.first.returnPressed.connect(lambda: window.refuse("کد ملی درست نیست."))
    QTest.keyClick(page.first, Qt.Key.Key_Return)
    assert window.strip.text == "کد ملی درست نیست."


def test_what_is_so_for_a_while_is_said_for_as_long(window: FrameWindow, page: Listening) -> None:
    window.stand("برنامه دیگری اطلاعات را در دست دارد.")
    QTest.keyClick(page.first, Qt.Key.Key_F7)
    QTest.keyClicks(page.first, "abc")
    assert "برنامه دیگری" in window.strip.text
    QTest.keyClick(page.first, Qt.Key.Key_F8)
    assert window.strip.text == "۲ مدرک مانده است"
    QTest.keyClick(page.first, Qt.Key.Key_Down)
    assert "برنامه دیگری" in window.strip.text
    window.stand("")
    assert not window.strip.isVisible()


def test_what_was_said_meanwhile_outlives_it(window: FrameWindow) -> None:
    window.stand("برنامه دیگری اطلاعات را در دست دارد.")
    window.tell("ثبت شد.")
    window.stand("")
    assert window.strip.text == "ثبت شد."


def test_a_refusal_that_nobody_has_answered_yet_comes_before_it(
    window: FrameWindow, page: Listening
) -> None:
    for over in (True, False):
        window.refuse("کد ملی درست نیست.")
        window.stand("برنامه دیگری اطلاعات را در دست دارد.")
        assert window.strip.text == "کد ملی درست نیست."
        if over:
            window.stand("")
            assert window.strip.text == "کد ملی درست نیست."
        QTest.keyClick(page.first, Qt.Key.Key_Down)
        assert bool(window.strip.text) != over
    assert "برنامه دیگری" in window.strip.text


def test_it_takes_the_place_of_a_sentence_that_asks_for_nothing(window: FrameWindow) -> None:
    window.tell("ثبت شد.")
    window.stand("ساعت این رایانه عقب است.")
    assert window.strip.text == "ساعت این رایانه عقب است."


def test_keys_that_wait_are_counted(window: FrameWindow, page: Listening) -> None:
    window.stand("برنامه دیگری اطلاعات را در دست دارد.")
    window.hold_keys(True)
    QTest.keyClicks(page.first, "ab")
    QTest.keyClick(page.first, Qt.Key.Key_F7)
    assert "۳ کلید" in window.strip.text
    assert (page.first.text(), page.came) == ("", [])
    window.hold_keys(False)
    assert (page.first.text(), page.came) == ("ab", ["F7"])
    assert "کلید" not in window.strip.text
    assert "برنامه دیگری" in window.strip.text


def test_a_hundred_keys_wait_and_not_half_as_many(window: FrameWindow, page: Listening) -> None:
    window.hold_keys(True)
    QTest.keyClicks(page.first, "a" * 90)
    window.hold_keys(False)
    assert page.first.text() == "a" * 90


def test_a_message_covers_nothing_where_the_work_is(
    qtbot: QtBot, window: FrameWindow, page: Listening
) -> None:
    high = page.height()
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertStretch(1, 1)
    column.activate()
    page.second.setFocus()
    window.tell("ثبت شد.")
    assert window.strip.geometry().bottom() + 1 == window.key_bar.y()
    assert page.height() == high - window.strip.height()
    assert not window.ring.geometry().intersects(window.strip.geometry())
    QTest.keyClick(page.second, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.height() == high)


def test_a_message_that_covers_no_focus_moves_nothing(window: FrameWindow, page: Listening) -> None:
    high = page.height()
    window.tell("ثبت شد.")
    assert page.height() == high


def test_a_message_stands_right_on_top_of_the_keys(window: FrameWindow) -> None:
    window.tell("ثبت شد.")
    assert window.strip.geometry().bottom() + 1 == window.key_bar.y()
    assert window.strip.width() == window.width()


def test_what_the_page_leaves_the_window_does(window: FrameWindow, page: Listening) -> None:
    done: list[str] = []
    window.on("F9", lambda: done.append("F9"))
    QTest.keyClick(page.first, Qt.Key.Key_F9)
    assert done == ["F9"]
    assert not window.press("F12"), "which nobody knows"


def test_pages_are_left_one_by_one_with_esc(
    window: FrameWindow, page: Listening, theme: Theme
) -> None:
    second, third = Page(theme), Page(theme)
    window.go(second)
    window.go(third)
    for expected in (second, page, page):
        window.press("Esc")
        assert window.page is expected
    assert page.first.hasFocus()


def test_home_is_the_lowest_page(window: FrameWindow, page: Listening, theme: Theme) -> None:
    window.go(Page(theme))
    window.go(Page(theme))
    window.home()
    assert window.page is page


def test_help_tells_every_key_and_goes_back(window: FrameWindow, page: Listening) -> None:
    QTest.keyClick(page.first, Qt.Key.Key_F1)
    shown = window.page
    assert isinstance(shown, HelpPage)
    assert all(key.combo in shown.accessibleDescription() for key in KEYS)
    assert "راهنمای این صفحه" in shown.accessibleDescription()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert window.page is window.pages.widget(0)
    window.help()
    assert window.page is shown, "it is made once"


def test_help_tells_the_keys_of_the_page_that_is_shown(window: FrameWindow, theme: Theme) -> None:
    class Beside(Page):
        shuts = frozenset(("F8", "F7"))

        def acts(self) -> tuple[Act, ...]:
            return (
                Act(combo="Delete", name="یک", does="دو"),
                Act(combo="F8", name="سه\nچهار", why_not="پنج"),
            )

    other = Beside(theme)
    window.go(other)
    window.help()
    assert window.page is not None
    told = window.page.accessibleDescription()
    assert told.startswith("Delete: دو، F8: اکنون ممکن نیست: پنج، ")
    assert "F7:" not in told
    assert "F2:" in told
    window.help()
    window.press("Esc")
    assert window.page is other
    window.help()
    window.go(Beside(theme))
    window.help()
    window.press("Esc")
    assert isinstance(window.page, Beside)
    assert window.page is not other


def test_keys_keep_their_buttons_and_places(window: FrameWindow, page: Listening) -> None:
    before = {c: window.key_bar.button(c) for c in ("F2", "F7", "F8")}
    places = {c: button.geometry() for c, button in before.items() if button}
    page.shown = tuple(
        Act(combo=act.combo, name=act.name, filled=act.combo == "F8") for act in page.shown
    )
    page.acts_changed.emit()
    for combo, button in before.items():
        assert window.key_bar.button(combo) is button
        assert button is not None
        assert button.geometry() == places[combo]


def test_keys_stand_from_right_to_left_with_the_last_group_at_the_left_end(
    window: FrameWindow,
) -> None:
    bar = window.key_bar
    f2, f7, f8 = (bar.button(combo) for combo in ("F2", "F7", "F8"))
    assert f2 is not None
    assert f7 is not None
    assert f8 is not None
    assert f2.geometry().right() + 1 == bar.width() - 12
    assert f7.geometry().right() < f2.geometry().left()
    assert f8.geometry().left() == 12
    assert bar.height() == 57


def test_a_key_tells_screen_readers_name_key_and_why_not(window: FrameWindow) -> None:
    f2, f8 = window.key_bar.button("F2"), window.key_bar.button("F8")
    assert f2 is not None
    assert f8 is not None
    assert f2.accessibleName() == "نفر بعد (F2)"
    assert f8.accessibleName() == "ثبت و چاپ رسید (F8)، اکنون ممکن نیست: ۲ مدرک مانده است"


def test_too_many_keys_share_the_row(window: FrameWindow, page: Listening) -> None:
    page.shown = tuple(Act(combo=f"F{n}", name="نام بسیار بلند یک کلید") for n in range(2, 13))
    window.resize(800, 600)
    window.show_keys()
    places = [b.geometry() for n in range(2, 13) if (b := window.key_bar.button(f"F{n}"))]
    assert len(places) == 11
    assert min(place.left() for place in places) >= 12
    assert all(a.left() > b.right() for a, b in pairwise(places))


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_window_holds_at_150_percent(qtbot: QtBot, theme: Theme, scale: float) -> None:
    large = Theme(scale=scale)
    shown = FrameWindow(large, KEYS)
    qtbot.addWidget(shown)
    shown.resize(1366, 728)
    shown.go(Listening(large))
    shown.show()
    button = shown.key_bar.button("F8")
    assert button is not None
    assert button.height() >= button.sizeHint().height()
    assert button.width() >= button.sizeHint().width()
