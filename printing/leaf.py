"""A page as a screen shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

_Place = tuple[float, float, float, float]
_Travelling = tuple[bytes, int, int, int, int, dict[str, _Place]]


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """Its picture, and where its named rows are in that picture. Travels between processes."""

    image: QImage
    spots: Mapping[str, QRectF]

    def __reduce__(self) -> tuple[Callable[..., "Leaf"], _Travelling]:
        image = self.image
        spots = {
            name: (spot.x(), spot.y(), spot.width(), spot.height())
            for name, spot in self.spots.items()
        }
        size = (image.width(), image.height(), image.bytesPerLine(), image.format().value)
        return _arrived, (bytes(image.constBits()), *size, spots)


def _arrived(
    bits: bytes, width: int, height: int, line: int, form: int, spots: dict[str, _Place]
) -> Leaf:
    image = QImage(bits, width, height, line, QImage.Format(form)).copy()
    return Leaf(image, {name: QRectF(*place) for name, place in spots.items()})
