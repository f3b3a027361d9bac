"""A few lines of text that are as high as they need to be."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import brush
from ui.look.fonts import Role
from ui.look.theme import Theme
from ui.look.tokens import Colour


class Paragraph(QWidget):
    """Breaks its text at the width it is given and asks for that height."""

    def __init__(self, theme: Theme, text: str, role: Role, colour: Colour) -> None:
        super().__init__()
        self._theme, self._text, self._role, self._colour = theme, "", role, colour
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._broken: dict[int, tuple[str, ...]] = {}
        self.show_text(text)

    @property
    def text(self) -> str:
        """What it shows."""
        return self._text

    def show_text(self, text: str) -> None:
        """Shows other words."""
        if brush.unbroken(text) != self._text:
            self._text = brush.unbroken(text)
            self._broken.clear()
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * self._theme.pitch(self._role) + 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lines = self._lines(self.width())
        brush.write_lines(painter, self._theme, self.rect(), lines, self._role, self._colour)
        painter.end()

    def _lines(self, width: int) -> tuple[str, ...]:
        """Layouts ask for the same few widths many times."""
        if width not in self._broken:
            self._broken[width] = brush.broken(self._text, self._theme.font(self._role), width)
        return self._broken[width]
