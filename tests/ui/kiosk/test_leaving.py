"""The way out of the kiosk: its PIN, and three tries of it."""

from functools import partial

from PySide6.QtCore import Qt

from app.settings import KIOSK_PIN
from tests.ui.keyboard import press
from tests.ui.kiosk.conftest import Opens
from tests.ui.kiosk.visitor import Visitor
from ui.kiosk.pages.choose import ChoosePage

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def with_pin(visitor: Visitor, pin: str) -> None:
    visitor.does(lambda work: work.set_setting(KIOSK_PIN, pin))
    visitor.window.attendant.refresh()
    visitor.waits(lambda: visitor.window.attendant.shown.pin == pin)


def asks_to_leave(visitor: Visitor) -> None:
    press(ord("Q"), HELD, code=16 + 8, widget=visitor.window)


def enters(visitor: Visitor, digits: str) -> None:
    for digit in digits:
        press(ord(digit), text=digit, widget=visitor.window)
    visitor.presses(Qt.Key.Key_Return)


def said(visitor: Visitor) -> str:
    panel = visitor.window.way_out.panel
    assert panel is not None
    return panel.said


def test_the_pin_lets_out_and_nothing_else_does(opens: Opens) -> None:
    visitor = opens()
    with_pin(visitor, "2468")
    asks_to_leave(visitor)
    assert visitor.window.way_out.panel is not None
    enters(visitor, "1357")
    assert visitor.window.isVisible()
    assert "۲ بار دیگر" in said(visitor)
    with visitor.qtbot.waitSignal(visitor.window.left):
        enters(visitor, "2468")
    assert not visitor.window.isVisible()


def test_digits_can_be_touched(opens: Opens) -> None:
    visitor = opens()
    with_pin(visitor, "2468")
    asks_to_leave(visitor)
    for digit in "۲۴۶۹":
        visitor.touches(digit)
    visitor.touches("پاک‌کردن رقم آخر")
    visitor.touches("۸")
    with visitor.qtbot.waitSignal(visitor.window.left):
        visitor.touches("خروج")


def test_after_three_wrong_tries_the_right_pin_has_to_wait(opens: Opens) -> None:
    visitor = opens()
    with_pin(visitor, "2468")
    asks_to_leave(visitor)
    for _ in range(3):
        enters(visitor, "0000")
    enters(visitor, "2468")
    assert visitor.window.isVisible()
    assert "ثانیه دیگر" in said(visitor)
    visitor.clock.seconds += 60
    asks_to_leave(visitor)
    with visitor.qtbot.waitSignal(visitor.window.left):
        enters(visitor, "2468")


def test_the_panel_goes_by_escape_by_its_button_and_by_itself(opens: Opens) -> None:
    visitor = opens()
    with_pin(visitor, "2468")
    visitor.touches("ثبت درخواست")
    ways = (
        partial(visitor.presses, Qt.Key.Key_Escape),
        partial(visitor.touches, "بازگشت به کیوسک"),
        partial(visitor.stays_away, 16),
    )
    for way in ways:
        asks_to_leave(visitor)
        way()
        assert visitor.window.way_out.panel is None
        visitor.page(ChoosePage)
    assert visitor.window.isVisible()


def test_without_a_pin_it_is_left_at_once(opens: Opens) -> None:
    visitor = opens()
    with visitor.qtbot.waitSignal(visitor.window.left):
        asks_to_leave(visitor)
