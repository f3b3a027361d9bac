"""What there is on a picture of the tour."""

from PySide6.QtGui import QColor, QImage


def colours(image: QImage) -> set[int]:
    """Colours on a grid of points."""
    across, down = range(0, image.width(), 16), range(0, image.height(), 8)
    return {QColor(image.pixel(x, y)).rgb() for x in across for y in down}
