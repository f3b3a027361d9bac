"""Keys by their place on the keyboard, so that they hold whatever layout is on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from app.letters import latin_digits
from app.value import Value

_NAMED = {
    **{getattr(Qt.Key, f"Key_F{n}"): f"F{n}" for n in range(1, 13)},
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Minus: "-",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Plus: "+",
    Qt.Key.Key_Equal: "+",
}

_DIGITS = "1234567890"
_LETTERS = {16: "Q", 25: "P"}
"""Scan codes of the PC keyboard: 2 to 11 are the digits above the letters."""

_X11_SHIFT = 8
"""X11 counts scan codes eight higher than the keyboard does."""


HELP = "F1"
"""Tells what the keys do, whatever else stands on the screen."""

EDITING = frozenset((*(f"Ctrl+{letter}" for letter in "ACVXYZ"), "Ctrl+Shift+2"))
"""What a field does with its own text, whatever else stands on the screen; the last one types the
half-space on Windows.
"""


class Key(Value, frozen=True, kw_only=True):
    """One line of a window's table of keys. `name` stands on its button, `does` in the help; both
    are English sources. The table makes the buttons, the help and the dispatch.
    """

    combo: str
    name: str
    does: str


def x11_keyboard() -> bool:
    """Whether keys come from an X11 or Wayland keyboard here."""
    return QGuiApplication.platformName() in ("xcb", "wayland", "offscreen")


def combo_of(event: QKeyEvent, *, x11: bool) -> str:
    """The combination as the tables name it («Shift+F8», «Ctrl+4»); empty for ordinary typing.

    `x11`: scan codes come from an X11 or Wayland keyboard.
    """
    held = event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    name = _NAMED.get(Qt.Key(event.key()), "")
    if control and not name:
        name = _by_place(event, x11=x11)
    if not name:
        return ""
    shifts = name[0] == "F" or (control and name.isalnum())  # «+» itself may need the shift key
    parts = (
        "Ctrl" if control else "",
        "Alt" if held & Qt.KeyboardModifier.AltModifier else "",
        "Shift" if held & Qt.KeyboardModifier.ShiftModifier and shifts else "",
        name,
    )
    return "+".join(part for part in parts if part)


def _by_place(event: QKeyEvent, *, x11: bool) -> str:
    """Digit or letter: by the symbol where it is Latin or a digit of any kind, else by the place of
    the key, which the Persian layout leaves alone.
    """
    symbol = latin_digits(chr(event.key())) if 0 < event.key() < 0x110000 else ""
    if symbol.isascii() and symbol.isalnum():
        return symbol.upper()
    place = event.nativeScanCode() - (_X11_SHIFT if x11 else 0)
    if 2 <= place <= 11:
        return _DIGITS[place - 2]
    return _LETTERS.get(place, "")
