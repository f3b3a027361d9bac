"""Hands: real events of keys and fingers, to whatever has the focus."""

from time import monotonic

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.refusal import Refusal
from ui.tour.patience import Patience

_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
_KEYS = {
    **{f"F{n}": getattr(Qt.Key, f"Key_F{n}") for n in range(1, 13)},
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Space": Qt.Key.Key_Space,
    "Delete": Qt.Key.Key_Delete,
    "Down": Qt.Key.Key_Down,
    "Up": Qt.Key.Key_Up,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "PgUp": Qt.Key.Key_PageUp,
    "PgDn": Qt.Key.Key_PageDown,
    "Tab": Qt.Key.Key_Tab,
    "Backtab": Qt.Key.Key_Backtab,
    "Backspace": Qt.Key.Key_Backspace,
}
_TEXTS = {"Enter": "\r", "Space": " ", "Tab": "\t", "Backspace": "\b", "Delete": "\x7f"}
_APART = 0.45
"""Seconds after which the same key again is another press, for the windows as for a person."""


class Hands:
    """Presses and types as a clerk does, touches as a visitor does."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._last, self._at = "", 0.0

    def press(self, combo: str) -> None:
        """One key, down and up, with what is held: «Shift+F8», «Ctrl++»."""
        if combo == self._last and _of_the_house(combo):
            self._patience.until(lambda: monotonic() - self._at > _APART, f"{combo} again")
        *held, name = combo.replace("++", "+plus").split("+")
        name = "+" if name == "plus" else name
        modifiers = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifiers |= _HELD[each]
        key = _KEYS.get(name, Qt.Key(ord(name[0])))
        text = "" if held else _TEXTS.get(name, "" if name in _KEYS else name)
        self._send(int(key), modifiers, text)
        self._last, self._at = combo, monotonic()

    def type(self, text: str) -> None:
        """Letter by letter."""
        for letter in text:
            self._send(ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
        self._last = ""

    def touch(self, target: QWidget) -> None:
        """A finger in the middle of it."""
        spot = QPointF(target.rect().center())
        everywhere = QPointF(target.mapToGlobal(spot))
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        held = Qt.KeyboardModifier.NoModifier
        for kind, buttons in (
            (QEvent.Type.MouseButtonPress, left),
            (QEvent.Type.MouseButtonRelease, none),
        ):
            event = QMouseEvent(kind, spot, everywhere, left, buttons, held)
            QApplication.sendEvent(target, event)

    def _send(self, key: int, held: Qt.KeyboardModifier, text: str) -> None:
        if _focused() is None:
            raise Refusal("tour_stopped", step=self._patience.step, what="no focus")
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if target := _focused():  # the press may have taken the window away
                QApplication.sendEvent(target, QKeyEvent(kind, key, held, text))


def _focused() -> QWidget | None:
    focused: QWidget | None = QApplication.focusWidget()
    return focused or QApplication.activeWindow()


def _of_the_house(combo: str) -> bool:
    """Of those that a window takes only once when they are pressed twice by mistake."""
    return combo.startswith(("F", "Shift+F", "Ctrl+")) or combo == "Esc"
