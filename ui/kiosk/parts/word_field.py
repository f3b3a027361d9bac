"""A field for words, typed from the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.kiosk.face import Face
from ui.kiosk.parts.code_field import dress

_LONGEST = 80


class WordField(QLineEdit):
    """The cursor stays at the right, whatever the keyboard's language."""

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
