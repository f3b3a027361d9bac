"""Keys are known by their place, so that the Persian layout may be on."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.frame.keys import combo_of

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PAD = Qt.KeyboardModifier.KeypadModifier
X11 = 8


def pressed(key: int, held: Qt.KeyboardModifier = NONE, code: int = 0, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, code, 0, 0, text)


@pytest.mark.parametrize("number", range(1, 13))
def test_function_keys(number: int) -> None:
    key = int(Qt.Key.Key_F1) + number - 1
    assert combo_of(pressed(key), x11=True) == f"F{number}"
    assert combo_of(pressed(key, SHIFT), x11=True) == f"Shift+F{number}"
    assert combo_of(pressed(key, CONTROL), x11=True) == f"Ctrl+F{number}"


@pytest.mark.parametrize("digits", ["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"])
def test_control_and_a_digit_of_any_kind(digits: str) -> None:
    for value, digit in enumerate(digits):
        event = pressed(ord(digit), CONTROL, text=digit)
        assert combo_of(event, x11=True) == f"Ctrl+{value}"
        assert combo_of(pressed(ord(digit), CONTROL | PAD), x11=True) == f"Ctrl+{value}"


@pytest.mark.parametrize(("x11", "more"), [(True, X11), (False, 0)])
def test_control_and_a_digits_key_whatever_it_types(x11: bool, more: int) -> None:  # noqa: FBT001
    for place, digit in enumerate("1234567890"):
        event = pressed(ord("÷"), CONTROL, code=2 + place + more)
        assert combo_of(event, x11=x11) == f"Ctrl+{digit}"


def test_control_and_the_key_of_p_where_it_types_a_persian_letter() -> None:
    assert combo_of(pressed(ord("ح"), CONTROL, code=25 + X11), x11=True) == "Ctrl+P"
    assert combo_of(pressed(ord("P"), CONTROL), x11=False) == "Ctrl+P"
    assert combo_of(pressed(ord("ض"), CONTROL | SHIFT, code=16), x11=False) == "Ctrl+Shift+Q"


@pytest.mark.parametrize(
    ("key", "combo"),
    [
        (Qt.Key.Key_Escape, "Esc"),
        (Qt.Key.Key_Return, "Enter"),
        (Qt.Key.Key_Enter, "Enter"),
        (Qt.Key.Key_Space, "Space"),
        (Qt.Key.Key_Delete, "Delete"),
        (Qt.Key.Key_Minus, "-"),
        (Qt.Key.Key_Down, "Down"),
    ],
)
def test_named_keys(key: Qt.Key, combo: str) -> None:
    assert combo_of(pressed(int(key)), x11=True) == combo
    assert combo_of(pressed(int(key), PAD), x11=True) == combo


def test_a_key_with_alt_is_another() -> None:
    assert combo_of(pressed(int(Qt.Key.Key_Down), ALT), x11=True) == "Alt+Down"
    assert combo_of(pressed(int(Qt.Key.Key_F4), ALT), x11=True) == "Alt+F4"


@pytest.mark.parametrize("letter", ["ش", "a", "۵", "7", "÷"])
def test_typing_is_no_combination(letter: str) -> None:
    event = pressed(ord(letter.upper()), code=5 + X11, text=letter)
    assert combo_of(event, x11=True) == ""
