"""Sizes of a screen that is read from afar, in units of one that was drawn."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from ui.look.icons import Icons
from ui.look.theme import Theme
from ui.look.tokens import Colour


class ScreenFace:
    """It never changes: a screen of another size has another face."""

    def __init__(self, theme: Theme, size: QSize, unit: float) -> None:
        self.theme, self.size, self.unit = theme, size, unit

    @property
    def icons(self) -> Icons:
        """The icons in the theme's colours."""
        return self.theme.icons

    def px(self, units: float) -> int:
        """Units in pixels of this screen."""
        return round(units * self.unit)

    def colour(self, name: Colour) -> QColor:
        """A colour by its meaning."""
        return self.theme.colour(name)


def share_of(size: QSize, drawn: QSize) -> float:
    """How large a unit is where all that was drawn has to fit."""
    return min(size.width() / drawn.width(), size.height() / drawn.height())
