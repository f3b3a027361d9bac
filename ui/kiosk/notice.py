"""A sentence above the foot of the kiosk."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from ui.kiosk.parts.line import Line, Tone
from ui.kiosk.screen import Screen
from ui.look.parts.gone import let_go


class Notice:
    """Lies over the page of `window`, one at a time."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.line: Line | None = None

    def say(self, screen: Screen, text: str, tone: Tone) -> None:
        """It stands until it is taken away."""
        self.hush()
        icon = "alert-circle" if tone == "refusal" else "info-circle"
        self.line = Line(screen.face, text, icon, tone, "list")
        self.line.setParent(self._window)
        self._place(self.line, screen)
        self.line.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.line, QAccessible.Event.Alert))

    def hush(self) -> None:
        """Nothing is said."""
        if self.line is not None:
            let_go(self.line)
            self.line = None

    def _place(self, line: Line, screen: Screen) -> None:
        face = screen.face
        pad = face.px(40 if face.wide else 56)
        head = screen.head.width() if face.wide else 0
        width = self._window.width() - head - 2 * pad
        high = line.heightForWidth(width)
        below = screen.bar or screen.foot
        low = self._window.height() - (below.sizeHint().height() if below else 0) - face.px(20)
        line.setGeometry(pad, low - high, width, high)
        line.raise_()
