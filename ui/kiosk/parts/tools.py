"""What every page offers beside its own: to be read aloud, larger, stronger, lower."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kiosk.face import Face
from ui.kiosk.modes import Tool
from ui.kiosk.parts.touch import Touch
from ui.look.brush import box
from ui.look.tokens import Colour

HIGH = 96
"""Units of a tool whose picture stands above its name."""


class ToolButton(Touch):
    """Quiet, on petrol (`dark`) or on the ground; its picture above the name, or beside it."""

    unread = True

    def __init__(self, face: Face, tool: Tool, *, dark: bool = False, lying: bool = False) -> None:
        super().__init__(face, tool.name)
        self.tool, self._dark, self._lying = tool, dark, lying
        self.ring_radius = face.px(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its words, and never less than a finger."""
        words = self.face.width("tool", self.text())
        if self._lying:
            return QSize(max(words + self.face.px(100), self.face.px(190)), self.face.px(88))
        return QSize(max(words + self.face.px(16), self.face.px(88)), self.face.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """Its name is never cut."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """A thin edge, picture, name."""
        painter, face = QPainter(self), self.face
        fill: Colour = "hall_row" if self._dark else "surface"
        if self.isDown():
            fill = "firuzeh_7" if self._dark else "firuzeh_1"
        edge: Colour = "cap_filled_edge" if self._dark else "edge_soft"
        colours = face.colour(fill), face.colour(edge)
        box(painter, self.rect(), face.px(16), *colours, thick=max(2, face.px(2)))
        picture, words = self._places()
        ink: Colour = "on_dark" if self._dark else "ink"
        face.icons.paint(painter, picture, self.tool.icon, ink)
        face.write(painter, words, self.text(), "tool", ink, "start" if self._lying else "centre")

    def _places(self) -> tuple[QRect, QRect]:
        face = self.face
        side, pitch = face.px(36), face.pitch("tool")
        if self._lying:
            words, gap = face.width("tool", self.text()), face.px(14)
            right = (self.width() + words + side + gap) // 2
            picture = QRect(right - side, (self.height() - side) // 2, side, side)
            return picture, QRect(picture.left() - gap - words, 0, words, self.height())
        top = (self.height() - side - pitch) // 2
        picture = QRect((self.width() - side) // 2, top, side, side)
        return picture, QRect(0, top + side, self.width(), pitch)


class Tools(QWidget):
    """A row of them on the ground."""

    touched = Signal(object)

    def __init__(self, face: Face, tools: Sequence[Tool], *, bare: bool = False) -> None:
        super().__init__()
        self.buttons = [ToolButton(face, tool) for tool in tools]
        row = QHBoxLayout(self)
        side = face.px(40 if face.wide else 56)
        margins = (0, 0, 0, 0) if bare else (side, 0, side, face.px(12))
        row.setContentsMargins(*margins)
        row.setSpacing(face.px(12))
        for button in self.buttons:
            row.addWidget(button)
            button.clicked.connect(lambda _=False, tool=button.tool: self.touched.emit(tool))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
