"""The number on its plate, large enough to be read by whoever stands behind."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.face import Face
from ui.look.brush import box

_ALONE = 1.4


class NumberPlate(QWidget):
    """White on petrol, like a street's plate; larger where it stands `alone`, without paper."""

    def __init__(self, face: Face, label: str, *, alone: bool = False) -> None:
        super().__init__()
        self.face, self.label, self.alone = face, label, alone
        series, _, number = label.rpartition(" ")
        self.setAccessibleName("، ".join(each for each in (series, _plain(number)) if each))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """The number with air around it."""
        return QSize(self.face.px(600), self.face.px(380 if self.face.wide else 600))

    def paintEvent(self, _: QPaintEvent) -> None:
        """White on petrol; its letters in the middle, not the line that they stand in."""
        painter, face = QPainter(self), self.face
        box(painter, self.rect(), face.px(32), face.colour("firuzeh_8"))
        font = self.lettering()
        painter.setFont(font)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(face.colour("on_dark"))
        metrics = QFontMetrics(font)
        line = (metrics.descent() - metrics.ascent()) // 2
        lift = line - metrics.tightBoundingRect(self.label).center().y()
        painter.drawText(self.rect().translated(0, lift), int(face.centre), self.label)

    def lettering(self) -> QFont:
        """Letters of 180 units and more, smaller only where the plate is too narrow or too low."""
        font = self.face.font("plate")
        if self.alone:
            font.setPixelSize(round(font.pixelSize() * _ALONE))
        metrics, air = QFontMetrics(font), self.face.px(32)
        across = (self.width() - 2 * air) / metrics.horizontalAdvance(self.label)
        upright = (self.height() - air) / metrics.tightBoundingRect(self.label).height()
        share = min(across, upright, 1)
        font.setPixelSize(max(1, int(font.pixelSize() * share)))
        return font


def _plain(number: str) -> str:
    """As it is said: without the noughts before it."""
    return number.lstrip("۰") or number
