"""What can be touched: a painted button that a keyboard reaches as well."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from ui.kiosk.face import Face


class Touch(QAbstractButton):
    """Pressed by a finger, Enter or Space. A finger does not take the focus: its ring is for those
    who use keys.
    """

    def __init__(self, face: Face, name: str) -> None:
        super().__init__()
        self.face = face
        self.setText(name)
        self.setAccessibleName(name)
        self.ring_radius = face.px(20)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def spoken(self) -> str:
        """What it is called and, in small, what more is said of it."""
        return "، ".join(each for each in (self.text(), self.accessibleDescription()) if each)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as everywhere in the program."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
