"""The field of a password."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.look.parts.field import Field
from ui.look.theme import Theme


def secret_field(theme: Theme, label: str, note: str = "") -> Field:
    """A field that shows nobody what is typed, and remembers it for nobody."""
    field = Field(theme, label, note)
    field.line.setEchoMode(QLineEdit.EchoMode.Password)
    field.line.setInputMethodHints(
        Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
    )
    return field
