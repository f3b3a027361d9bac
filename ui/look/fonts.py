"""Vazirmatn, the only type of all windows, and the weights and sizes that rank what is said."""

from typing import Literal, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

import resources

FAMILY = "Vazirmatn"
FILES = ("Vazirmatn-Regular.ttf", "Vazirmatn-Medium.ttf", "Vazirmatn-Bold.ttf")
LOADED = "bajeh-fonts"
"""The application's property that says so; papers are set in the same fonts and ask it too."""

Role = Literal[
    "plate",
    "time",
    "count",
    "call",
    "question",
    "label_row",
    "code",
    "field",
    "heading",
    "button",
    "key",
    "key_small",
    "title",
    "body",
    "open",
    "strong",
    "label",
    "secondary",
    "unit",
    "alert",
    "chip",
    "least",
    "cap",
    "cap_big",
]
"""What a text is to its reader."""


class Face(NamedTuple):
    """Size in px at scale 1, weight, and how far its digits stand apart, as a code's do.

    What is large already grows by half as much as the rest.
    """

    px: int
    weight: QFont.Weight
    apart: float = 0.0
    large: bool = False

    def at(self, scale: float) -> int:
        """The size in px at a text scale."""
        return round(self.px * (1 + (scale - 1) / 2 if self.large else scale))


REGULAR, MEDIUM, BOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.Bold
FACES: dict[Role, Face] = {
    "plate": Face(40, BOLD, large=True),
    "time": Face(20, REGULAR, large=True),
    "count": Face(24, BOLD),
    "call": Face(24, BOLD),
    "question": Face(22, BOLD),
    "label_row": Face(16, BOLD),
    "code": Face(15, MEDIUM, apart=1.2),
    "field": Face(15, MEDIUM),
    "heading": Face(15, BOLD),
    "button": Face(15, BOLD),
    "key": Face(14, MEDIUM),
    "key_small": Face(13, MEDIUM),
    "title": Face(15, BOLD),
    "body": Face(14, REGULAR),
    "open": Face(14, MEDIUM),
    "strong": Face(14, BOLD),
    "label": Face(13, REGULAR),
    "secondary": Face(13, REGULAR),
    "unit": Face(13, REGULAR),
    "alert": Face(13, BOLD),
    "chip": Face(12, BOLD),
    "least": Face(12, REGULAR),
    "cap": Face(11, BOLD),
    "cap_big": Face(18, BOLD),
}


def load(application: QApplication) -> None:
    """Make the shipped fonts known to this process; calling again changes nothing."""
    if application.property(LOADED):
        return
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(resources.path("fonts", name))) < 0:
            raise FileNotFoundError(name)
    application.setProperty(LOADED, True)


def made(role: Role, scale: float) -> QFont:
    """The font of a role at a text scale. Digits have their own widths: those of one width tear a
    number apart.
    """
    face = FACES[role]
    font = QFont(FAMILY)
    font.setPixelSize(face.at(scale))
    font.setWeight(face.weight)
    if face.apart:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.apart)
    return font
