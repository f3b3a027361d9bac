"""A field for words, typed from the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.kiosk.face import Face
from ui.kiosk.parts.code_field import dress

_LONGEST = 80


class WordField(QLineEdit):
    """The cursor stays at the right, whatever the keyboard's language."""

    down = Signal()
    """On to what stands below it."""

    def __init__(self, face: Face, name: str) -> None:
        super().__init__()
        self.ring_radius = face.px(16)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMaxLength(_LONGEST)
        self.setFont(face.font("list"))
        self.setFixedHeight(face.px(112))
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setStyleSheet(dress(face, "WordField"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down means nothing in a line of words."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)
