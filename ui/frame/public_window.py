"""A window before which the public stands: its own key alone closes it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from ui.frame.keys import x11_keyboard

LEAVE = "Ctrl+Shift+Q"


class PublicWindow(QWidget):
    """The system's own ways of closing a window do nothing here."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.x11 = x11_keyboard()
        self._leaving = False

    def leave(self) -> None:
        """Somebody may, and wants to."""
        self._leaving = True
        self.left.emit()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not by Alt+F4: who stands before it must not get behind it."""
        if event.spontaneous() and not self._leaving:
            event.ignore()
        else:
            super().closeEvent(event)
