"""Keys that a list does not know and its page does."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.letters import latin_digits

_NAMED = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_PageUp: "PgUp",
    Qt.Key.Key_PageDown: "PgDn",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ListKeys(QObject):
    """Hands the named keys of some controls to `press`, before the control sees them: digits on any
    keyboard, Space, Delete, PgUp, PgDn and the arrows.
    """

    def __init__(
        self, controls: Collection[QWidget], names: Collection[str], press: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._names, self._press = frozenset(names), press
        self.watch(controls)

    def watch(self, controls: Collection[QWidget]) -> None:
        """The keys of these too."""
        for control in controls:
            control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What was handed on goes no further."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        name = _NAMED.get(Qt.Key(event.key()), latin_digits(event.text()))
        taken = name in self._names and not event.modifiers() & _HELD
        if taken:
            self._press(name)
        return taken
