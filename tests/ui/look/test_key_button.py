"""A key of the key bar: what it says, and that it always takes its press."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import press
from tests.ui.look.conftest import Show
from ui.look.parts.key_button import KeyButton
from ui.look.theme import Theme

KEY = Qt.Key


def test_it_is_pressed_by_mouse_enter_and_space(plain: Theme, show: Show, qtbot: QtBot) -> None:
    button = KeyButton(plain, "F7")
    button.show_state("برگ اعلام نقص", filled=True)
    show(button)
    presses: list[str] = []
    button.clicked.connect(lambda: presses.append(button.key))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for key in (KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space):
        press(key, widget=button)
    assert presses == ["F7"] * 4


def test_what_is_not_possible_is_not_disabled_and_says_why(
    plain: Theme, show: Show, qtbot: QtBot
) -> None:
    button = KeyButton(plain, "F8")
    button.show_state("ثبت و چاپ رسید", filled=True, why_not="۲ مدرک مانده است")
    show(button)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (button.isEnabled(), button.possible, button.filled) == (True, False, False)
    assert button.accessibleName() == "ثبت و چاپ رسید (F8)"
    assert button.accessibleDescription() == "۲ مدرک مانده است"


def test_the_reason_makes_no_room_beside_a_name_of_two_lines(plain: Theme) -> None:
    button = KeyButton(plain, "Shift+F8")
    button.show_state("درخواست بعدی\nهمین متقاضی")
    before = button.sizeHint()
    button.show_state("درخواست بعدی\nهمین متقاضی", why_not="درخواست پیشین هنوز ثبت نشده است")
    assert button.sizeHint() == before
    assert button.accessibleDescription()


def test_the_same_state_again_is_no_news(plain: Theme, qtbot: QtBot) -> None:
    button = KeyButton(plain, "F2")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.fits_changed):
        button.show_state("نفر بعد")
    with qtbot.assertNotEmitted(button.fits_changed):
        button.show_state("نفر بعد")


def test_at_150_percent_the_cap_stands_above_the_name(theme: Theme) -> None:
    button = KeyButton(theme, "F3")
    button.show_state("تکرار فراخوان")
    beside = theme.width("key", "تکرار فراخوان") + theme.px(22)
    assert (button.sizeHint().width() < beside) is theme.large
