"""Typing as a Persian keyboard does; Qt's own tests know Latin letters only."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

X11 = 8
"""By how much an X11 keyboard counts its scan codes higher."""


def types(text: str, widget: QWidget | None = None) -> None:
    """Types each letter into what has the focus, or into this widget."""
    for letter in text:
        press(ord(letter.upper()), text=letter, widget=widget)


def press(
    key: int,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    code: int = 0,
    text: str = "",
    widget: QWidget | None = None,
) -> None:
    """One key, down and up; `code` is its place on the keyboard."""
    target = widget or focused()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, held, code, 0, 0, text))


def focused() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found
