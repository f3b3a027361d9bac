"""The head of the first start: whose program this is, and how far one has come."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.frame.words import tr
from ui.look import brush
from ui.look.theme import Theme

_SIDE, _HIGH = 24, 64


class WizardHead(QWidget):
    """The name on the plate's ground at the right, the step at the left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._step = theme, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, text: str) -> None:
        """Says how far one has come."""
        self._step = text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.box(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("firuzeh_8"))
        inner = QRect(_SIDE, 0, self.width() - 2 * _SIDE, self.height())
        brush.write(painter, theme, inner, tr("Setting up Bajeh"), "question", "on_dark")
        brush.write(painter, theme, inner, self._step, "body", "on_dark_soft", "end")
        painter.end()
