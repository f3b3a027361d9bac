"""The title of a part of a page, and what is counted in it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.face import Face


class Section(QWidget):
    """One line: the title at the right, the count at the left."""

    def __init__(self, face: Face, title: str, count: str = "") -> None:
        super().__init__()
        self.face, self.title, self.count = face, title, count
        self.setAccessibleName(f"{title} {count}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The title and a little air."""
        return QSize(self.face.px(300), self.face.pitch("section") + self.face.px(8))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Both on one line."""
        painter, face = QPainter(self), self.face
        face.write(painter, self.rect(), self.title, "section", "ink")
        face.write(painter, self.rect(), self.count, "button", "ink_2", "end")
