"""A part of what hangs on the wall: painted on the window's face, read by whoever cannot see it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.hall.face import Face


class Part(QWidget):
    """Paints itself within its rectangle; nobody touches it."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self.face = face
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def take(self, face: Face, rect: QRect) -> None:
        """From now on it stands there, on another screen perhaps."""
        self.face = face
        self.setGeometry(rect)
        self.update()

    def say(self, text: str) -> None:
        """What it says to a screen reader; it is painted anew where that is new."""
        if text != self.accessibleName():
            self.setAccessibleName(text)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All of it; it is seldom."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Its own picture."""
