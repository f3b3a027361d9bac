"""What eyes would find amiss on a screen: text that is cut, parts that overlap, small targets."""

from collections.abc import Iterator
from itertools import combinations
from math import hypot

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kiosk.face import Face, Role
from ui.kiosk.parts.facts import Facts
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.number_plate import NumberPlate
from ui.kiosk.parts.paper_card import PaperCard
from ui.kiosk.parts.qr_picture import QrPicture
from ui.kiosk.parts.section import Section
from ui.kiosk.parts.touch import Touch
from ui.kiosk.screen import Screen
from ui.look.brush import Align
from ui.look.tokens import Colour

PARTS = (Touch, QLineEdit, Line, Facts, Section, NumberPlate, PaperCard, QrPicture)
LEAST_LABEL, PADDING = 60, 26
"""Units: of the letters of a number, and at each side of what is typed."""
FINGER, DIAGONAL = 20, 22 * 25.4
"""Millimetres: of a target, and of the screen that it is meant for."""


class WatchedFace(Face):
    """A face that remembers what it could not write whole."""

    def __init__(self, *args: object, **modes: bool) -> None:
        super().__init__(*args, **modes)  # type: ignore[arg-type]
        self.cut: list[str] = []

    def write(
        self,
        painter: QPainter,
        rect: QRect,
        lines: str | tuple[str, ...],
        role: Role,
        colour: Colour,
        align: Align = "start",
    ) -> None:
        """As it always does."""
        super().write(painter, rect, lines, role, colour, align)
        several = (lines,) if isinstance(lines, str) else lines
        high = self.pitch(role) * len(several)
        top = rect.top() + (rect.height() - high) // 2
        device = painter.device()
        if any(several) and (top < 0 or top + high > device.height()):
            self.cut.append(f"{several} does not fit in {device.height()}")
        metrics = self.metrics(role)
        for line in several:
            whole = metrics.elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
            if whole != line or rect.left() < 0 or rect.right() >= device.width():
                self.cut.append(f"{line} is wider than {rect.width()}")


def amiss(screen: Screen, face: WatchedFace, said: Line | None = None) -> Iterator[str]:
    """What is wrong with a screen that stands there; `said` stands instead of its title."""
    face.cut.clear()
    screen.grab()
    yield from face.cut
    spots = dict(_spots(screen))
    finger = int(FINGER / DIAGONAL * hypot(screen.width(), screen.height()))
    for widget, spot in spots.items():
        if not screen.rect().contains(spot):
            yield f"{_name(widget)} stands beyond the screen: {spot}"
        if isinstance(widget, Touch) and min(spot.width(), spot.height()) < finger:
            yield f"{_name(widget)} is small: {spot.size()}"
    for one, other in combinations(spots, 2):
        if not one.isAncestorOf(other) and spots[one].intersects(spots[other]):
            yield f"{_name(one)} lies over {_name(other)}"
    if said is None:
        yield from _over_the_title(screen, spots)
    yield from _too_low(screen)


def _spots(screen: Screen) -> Iterator[tuple[QWidget, QRect]]:
    for each in screen.findChildren(QWidget):
        if isinstance(each, PARTS) and each.isVisible():
            yield each, QRect(each.mapTo(screen, QPoint()), each.size())


def _over_the_title(screen: Screen, spots: dict[QWidget, QRect]) -> Iterator[str]:
    _, spot, _ = screen.head.asked()
    title = spot.translated(screen.head.mapTo(screen, QPoint()))
    for widget, place in spots.items():
        if place.intersects(title):
            yield f"{_name(widget)} lies over the title"
    if not screen.head.rect().contains(spot):
        yield f"the title stands beyond its head: {spot}"


def _too_low(screen: Screen) -> Iterator[str]:
    """Words that need more room than their line, their plate or their field has."""
    for plate in screen.findChildren(NumberPlate):
        if QFontMetrics(plate.lettering()).capHeight() < LEAST_LABEL * plate.face.unit:
            yield f"the number is small on a plate of {plate.size()}"
    for field in screen.findChildren(QLineEdit):
        words = QFontMetrics(field.font()).horizontalAdvance(field.placeholderText())
        if field.isVisible() and words > field.width() - 2 * PADDING * screen.face.unit:
            yield f"{field.placeholderText()} is wider than its field"
    for line in screen.findChildren(Line):
        if line.isVisible() and line.heightForWidth(line.width()) > line.height():
            yield f"{line.text} has too little height"


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or type(widget).__name__


SIZES = {"upright": QSize(1080, 1920), "wide": QSize(1366, 768), "full": QSize(1920, 1080)}
