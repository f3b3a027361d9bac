"""What a touch or a key means to the kiosk, before the control that it is for sees it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPointerEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.frame.keys import combo_of
from ui.frame.public_window import LEAVE, PublicWindow
from ui.kiosk.parts.leaving import Leaving
from ui.kiosk.presence import Presence
from ui.kiosk.way_out import WayOut

TURNING = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
)
"""Who presses one of these goes through the page by keys."""
HELD = 5
"""Seconds for which the corner of the office's emblem is held down to leave without a keyboard."""
_CORNER = 1 / 8
"""Of the window's smaller side."""
_DOWN = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_UP = (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
_TOUCHES = (*_DOWN, QEvent.Type.KeyPress)


class Touches(QObject):
    """Each one says that somebody is there. `by_keys`: they go through the page by keys."""

    touched = Signal()
    """A finger, somewhere."""

    back = Signal()
    leave_wanted = Signal()

    def __init__(
        self,
        window: PublicWindow,
        presence: Presence,
        way_out: WayOut,
        elapsed: Callable[[], float],
    ) -> None:
        super().__init__(window)
        self._elapsed = elapsed
        self._held_since: float | None = None
        self._window, self._presence, self._way_out = window, presence, way_out
        self.by_keys = False
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch that only says that somebody is still there does nothing else."""
        kind = event.type()  # asked once: hundreds come here with each page
        if kind in _UP:
            self._held_since = None
        if kind not in _TOUCHES or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self._window:
            return False
        if self._presence.touch():
            return True
        if isinstance(event, QKeyEvent):
            return self._pressed(event)
        self.by_keys = False
        self._held_since = self._elapsed() if self._in_corner(event) else None
        self.touched.emit()
        return False

    def tick(self) -> None:
        """Once a second: whether a finger has been in the corner for long."""
        if self._held_since is not None and self._elapsed() - self._held_since >= HELD:
            self._held_since = None
            self.leave_wanted.emit()

    def _in_corner(self, event: QEvent) -> bool:
        """At the right above, where the office stands and nothing can be touched."""
        if not isinstance(event, QPointerEvent) or event.pointCount() == 0:
            return False
        spot = self._window.mapFromGlobal(event.point(0).globalPosition())
        side = min(self._window.width(), self._window.height()) * _CORNER
        return spot.y() <= side and self._window.width() - spot.x() <= side

    def _pressed(self, event: QKeyEvent) -> bool:
        combo = combo_of(event, x11=self._window.x11)
        if combo == LEAVE:
            self.leave_wanted.emit()
            return True
        if self._way_out.panel is not None:
            return self._pressed_leaving(event, combo, self._way_out.panel)
        if combo == "Esc":
            self.back.emit()
            return True
        self.by_keys = self.by_keys or event.key() in TURNING
        return False

    def _pressed_leaving(self, event: QKeyEvent, combo: str, panel: Leaving) -> bool:
        """Digits and Enter are the PIN's, whatever has the focus."""
        if combo == "Esc":
            self._way_out.shut()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            panel.done()
        else:
            panel.typed(event)
        return True
