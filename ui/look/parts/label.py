"""A text that stands by itself: one line, or a paragraph of a few."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import brush
from ui.look.fonts import Role
from ui.look.theme import Theme
from ui.look.tokens import Colour


class Label(QWidget):
    """Words in the type of their role, read from the right whatever they begin with.

    It is as high as `lines` lines; with one line it is as wide as its words where there is room.
    What finds no place ends in «…» and stands in full in the tool tip.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = "body",
        colour: Colour = "ink",
        *,
        lines: int = 1,
        align: brush.Align = "start",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._role, self._colour = theme, role, colour
        self._lines, self._align = lines, align
        self._text = ""
        wide = QSizePolicy.Policy.Preferred if lines == 1 else QSizePolicy.Policy.Expanding
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    @property
    def text(self) -> str:
        """What it shows."""
        return self._text

    def show_text(self, text: str, colour: Colour | None = None) -> None:
        """Show other words, in another colour if one is given."""
        if (text, colour or self._colour) == (self._text, self._colour):
            return
        self._text, self._colour = text, colour or self._colour
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = max(self._theme.width(self._role, line) for line in self._text.split("\n"))
        return QSize(wide, self._lines * self._theme.pitch(self._role))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._theme.font(self._role)
        lines: tuple[str, ...] = (self._text,)
        if self._lines > 1 or "\n" in self._text:
            lines = brush.broken(self._text, font, self.width(), self._lines)
        fits = all(self._theme.width(self._role, line) - 1 <= self.width() for line in lines)
        self.setToolTip("" if fits else self._text)
        brush.write_lines(
            painter, self._theme, self.rect(), lines, self._role, self._colour, self._align
        )
        painter.end()
