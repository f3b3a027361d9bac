"""A sentence of the kiosk to its visitor."""

from PySide6.QtGui import QAccessible, QAccessibleEvent

from ui.kiosk.face import Role
from ui.kiosk.parts.line import Line, Tone
from ui.kiosk.screen import Screen
from ui.look.parts.gone import let_go

_SIZES: tuple[Role, ...] = ("list", "body", "small")


class Notice:
    """One at a time. It stands in the head instead of the title: it covers nothing that can be
    touched, and the page below it stays as it is.
    """

    def __init__(self) -> None:
        self.line: Line | None = None
        self._screen: Screen | None = None

    def say(self, screen: Screen, text: str, tone: Tone) -> None:
        """It stands until it is taken away."""
        self.hush()
        self.line, self._screen = _made(screen, text, tone), screen
        screen.head.say(self.line)
        QAccessible.updateAccessibility(QAccessibleEvent(self.line, QAccessible.Event.Alert))

    def hush(self) -> None:
        """Nothing is said."""
        if self.line is not None and self._screen is not None:
            self._screen.head.say(None)
            let_go(self.line)
        self.line = self._screen = None


def _made(screen: Screen, text: str, tone: Tone) -> Line:
    """As large as the head has room for."""
    icon = "alert-circle" if tone == "refusal" else "info-circle"
    room = screen.head.room()
    for role in _SIZES:
        line = Line(screen.face, text, icon, tone, role)
        if line.heightForWidth(room.width()) <= room.height():
            break
    return line
