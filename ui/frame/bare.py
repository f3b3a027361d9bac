"""Fields of questions: without a label above, and for names of files."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter

from ui.look.parts.field import Field


class BareField(Field):
    """The label is told to screen readers alone."""

    @property
    def box(self) -> QRect:
        """The whole of it."""
        return self.rect()

    def _paint_words(self, painter: QPainter) -> None:
        """Nothing is written above it."""

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.box_height())


def keep_digits(field: Field) -> None:
    """Where names of files and machines may be typed among others: digits stay what they are."""
    field.line.setValidator(None)  # type: ignore[arg-type]  # as Qt itself has it


def take_as_typed(field: Field) -> None:
    """For names of files and machines: digits stay what they are, and it is read from the left."""
    keep_digits(field)
    field.line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
