"""The window that all windows are: the pages in its frame, and what its keys mean."""

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.frame.keys import HELP, Key, combo_of, x11_keyboard
from ui.frame.paged import Paged
from ui.look.theme import Theme

_TWICE = 0.4
"""Seconds within which the same key again is the same press."""

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}
_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
}


class FrameWindow(Paged):
    """Takes every key first: what asks, then the page, then the window's own deeds.
    `touched`: somebody has pressed a key.
    """

    touched = Signal()

    def __init__(
        self,
        theme: Theme,
        keys: Sequence[Key],
        head: QWidget | None = None,
        rail: QWidget | None = None,
    ) -> None:
        super().__init__(theme, keys, head, rail)
        self._acts: dict[str, Callable[[], None]] = {HELP: self.help}
        self._pressed = ("", 0.0)
        self._watched: QWidget | None = None
        self.gate.turned.connect(self._place)
        self.key_bar.pressed.connect(self.press)
        self._x11 = x11_keyboard()
        self.ring.installEventFilter(self)  # a message never stands on what has the focus
        self.installEventFilter(self)  # where nothing has the focus, keys come here
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, application.focusWidget())

    # -- keys ------------------------------------------------------------------------------------

    def on(self, combo: str, act: Callable[[], None]) -> None:
        """What a key does wherever the page has nothing else for it."""
        self._acts[combo] = act

    def press(self, combo: str) -> bool:
        """Does what a key or its button means now; False where it means nothing."""
        self._unsay()
        over = self._over
        if over is not None and (combo != HELP or over is self.gate):
            taken = over.press(combo)
            if taken and over is self._over and over is not self.gate:
                self.refuse(over.first)
            return taken
        act = next((act for act in self._shown_acts() if act.combo == combo), None)
        if act is not None and act.why_not:
            self.refuse(act.why_not)
            return True
        if self.page is not None and self.page.press(combo):
            return True
        if combo in self._acts:
            self._acts[combo]()
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees keys before the control that has the focus, and where the focus goes."""
        if watched is self.ring and event.type() in _MOVES and not self.strip.isHidden():
            self._place()
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.touched.emit()
        combo = combo_of(event, x11=self._x11)
        fresh = watched is self._first() and not self.held.giving
        if fresh and (self._same_press(combo, event) or self._held_back(event)):
            return True
        if not _of_the_house(combo):
            if event.type() == QEvent.Type.KeyPress:
                self._other(watched, event)
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._taken(combo)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever has the focus in this window is watched, and nobody else: a filter on the whole
        application would cost every event of every control.
        """
        watched, self._watched = self._watched, None
        if watched is not None and isValid(watched):
            watched.removeEventFilter(self)
        if now is not None and now is not self and now.window() is self:
            self._watched = now
            now.installEventFilter(self)
            if not self.gate.isHidden() and not self.gate.isAncestorOf(now):
                self.gate.hold_focus(now)

    def _other(self, watched: QWidget, event: QKeyEvent) -> None:
        """A message stays until the next key. What a control leaves alone goes on to those around
        it, so that one press comes here more than once; only the first counts, or the press would
        take away what it brought.
        """
        if watched is self._first() and Qt.Key(event.key()) not in _MODIFIERS:
            self._unsay()

    def _same_press(self, combo: str, event: QKeyEvent) -> bool:
        """The same key again at once, or held down, is one press, at whatever time it is acted on.
        Letters come as often as they are typed; Enter may mean a deed.
        """
        if event.type() != QEvent.Type.KeyPress or Qt.Key(event.key()) in _MODIFIERS:
            return False
        if not _of_the_house(combo):
            self._pressed = ("", 0.0)
            return combo == "Enter" and event.isAutoRepeat()
        (before, at), now = self._pressed, monotonic()
        self._pressed = (combo, now)
        return combo == before and (event.isAutoRepeat() or now - at < _TWICE)

    def _taken(self, combo: str) -> bool:
        """Whether it means something to the house; what does not (copying, pasting) is left to the
        control in focus, as often as it comes.
        """
        taken = self.press(combo)
        if not taken:
            self._pressed = ("", 0.0)
        return taken


def _of_the_house(combo: str) -> bool:
    """Enter, Space and the like belong to the control in focus first."""
    return combo.startswith(("F", "Shift+F", "Ctrl+")) or combo == "Esc"
