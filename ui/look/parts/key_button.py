"""A deed and its key, as they stand in the key bar and between two clients."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.look.parts.key_face import MOST, RADIUS, KeyFace, Size, Touch
from ui.look.theme import Theme


class KeyButton(QAbstractButton):
    """Cap and name of a deed, and under the name why it is not possible now.

    It is never disabled: what is not possible is pressed all the same, and whoever owns the button
    answers. `fits_changed` tells a bar that it has become wider or narrower.
    """

    fits_changed = Signal()

    def __init__(
        self, theme: Theme, key: str, size: Size = "bar", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._face = KeyFace(theme=theme, key=key, size=size)
        self.ring_radius = RADIUS[size]
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def key(self) -> str:
        """The key as its cap says it."""
        return self._face.key

    @property
    def possible(self) -> bool:
        """Whether pressing it does the deed."""
        return self._face.possible

    @property
    def filled(self) -> bool:
        """Whether it is the next natural act."""
        return self._face.filled

    def show_state(
        self, name: str, *, filled: bool = False, why_not: str = "", note: str = ""
    ) -> None:
        """Show the deed's name, in two lines where it has a line break.

        `why_not` says that the deed is not possible now, and is told to screen readers; `note`
        stands under a name of one line.
        """
        lines, possible = tuple(name.split("\n"))[:MOST], not why_not
        small = note if len(lines) < MOST else ""
        self.setAccessibleName(f"{' '.join(lines)} ({self.key})")
        self.setAccessibleDescription(why_not or note)
        face = replace(
            self._face, name=lines, small=small, filled=filled and possible, possible=possible
        )
        if face != self._face:
            self._face = face
            self.updateGeometry()
            self.update()
            self.fits_changed.emit()

    def sizeHint(self) -> QSize:
        return self._face.wanted()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        touch: Touch = "down" if self.isDown() else "over" if self.underMouse() else "none"
        self._face.paint(painter, self.rect(), touch)
        painter.end()
