"""The way out of the kiosk: its PIN, and three tries of it."""

from functools import partial
from math import hypot

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.keyboard import press
from tests.ui.kiosk.conftest import Opens
from tests.ui.kiosk.visitor import Visitor
from ui.kiosk.pages.choose import ChoosePage
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.touch import Touch
from ui.kiosk.touches import HELD as HELD_FOR

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def asks_to_leave(visitor: Visitor) -> None:
    press(ord("Q"), HELD, code=16 + 8, widget=visitor.window)


def enters(visitor: Visitor, digits: str) -> None:
    for digit in digits:
        press(ord(digit), text=digit, widget=visitor.window)
    visitor.presses(Qt.Key.Key_Return)


def puts_finger(visitor: Visitor, spot: QPoint) -> QWidget:
    """What lies under it, and stays so."""
    touched = visitor.window.childAt(spot)
    assert isinstance(touched, QWidget)
    QTest.mousePress(touched, Qt.MouseButton.LeftButton, pos=touched.mapFrom(visitor.window, spot))
    return touched


def takes_finger(visitor: Visitor, touched: QWidget) -> None:
    """Away again, after a second."""
    visitor.clock.seconds += 1
    QTest.mouseRelease(touched, Qt.MouseButton.LeftButton)


def left_alone(visitor: Visitor) -> bool:
    """Whether nobody is asked for the PIN."""
    return visitor.window.way_out.panel is None


def said(visitor: Visitor) -> str:
    panel = visitor.window.way_out.panel
    assert panel is not None
    return panel.said


def test_the_pin_lets_out_and_nothing_else_does(opens: Opens) -> None:
    visitor = opens()
    visitor.needs_pin("2468")
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
    visitor.needs_pin("2468")
    asks_to_leave(visitor)
    for digit in "۲۴۶۹":
        visitor.touches(digit)
    visitor.touches("پاک‌کردن رقم آخر")
    visitor.touches("۸")
    with visitor.qtbot.waitSignal(visitor.window.left):
        visitor.touches("خروج")


def test_after_three_wrong_tries_the_right_pin_has_to_wait(opens: Opens) -> None:
    visitor = opens()
    visitor.needs_pin("2468")
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
    visitor.needs_pin("2468")
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


def test_without_a_pin_nobody_leaves_and_it_is_said_where_to_set_one(opens: Opens) -> None:
    visitor = opens()
    asks_to_leave(visitor)
    assert visitor.window.isVisible()
    assert visitor.window.way_out.panel is None
    assert "تنظیمات" in visitor.notice()


@pytest.mark.parametrize("wide", [False, True])
def test_a_finger_held_in_the_corner_of_the_emblem_asks_for_the_pin(
    opens: Opens, *, wide: bool
) -> None:
    visitor = opens(wide=wide)
    visitor.needs_pin("2468")
    window = visitor.window
    puts_finger(visitor, QPoint(window.width() - 20, 20))
    visitor.stays_away(HELD_FOR - 1)
    assert left_alone(visitor)
    visitor.stays_away(1)
    assert not left_alone(visitor)
    for digit in "۲۴۶۸":
        visitor.touches(digit)
    with visitor.qtbot.waitSignal(window.left):
        visitor.touches("خروج")


def test_a_touch_of_the_corner_and_a_finger_held_elsewhere_ask_for_nothing(opens: Opens) -> None:
    visitor = opens()
    visitor.needs_pin("2468")
    window = visitor.window
    corner = QPoint(window.width() - 20, 20)
    takes_finger(visitor, puts_finger(visitor, corner))
    visitor.stays_away(HELD_FOR)
    assert left_alone(visitor)
    for spot in (QPoint(20, 20), QPoint(20, window.height() - 20)):
        puts_finger(visitor, spot)
        visitor.stays_away(HELD_FOR)
        assert left_alone(visitor), spot


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1080, 1920)])
def test_what_is_touched_for_the_pin_is_as_large_as_a_finger_needs_and_not_larger(
    opens: Opens, size: tuple[int, int]
) -> None:
    visitor = opens(wide=size[0] > size[1])
    visitor.needs_pin("2468")
    window = visitor.window
    window.resize(*size)
    asks_to_leave(visitor)
    panel = window.way_out.panel
    assert panel is not None
    window.grab()
    before = panel.pad.height()
    enters(visitor, "1357")
    (line,) = panel.findChildren(Line)
    layout = panel.layout()
    assert layout is not None
    layout.activate()
    assert panel.pad.height() == before
    assert not line.geometry().intersects(panel.pad.geometry())
    millimetre = hypot(*size) / (22 * 25.4)
    for button in panel.findChildren(Touch):
        assert min(button.width(), button.height()) >= 20 * millimetre, button.text()
        assert button.height() <= 35 * millimetre, button.text()
        spot = button.rect().translated(button.mapTo(panel, QPoint()))
        assert panel.rect().contains(spot)
