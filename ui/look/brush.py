"""Strokes that all painted parts share: lines of Persian, paragraphs, round boxes."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption

from app.bidi import LRI, PDI, isolate
from ui.look.fonts import Role
from ui.look.theme import Theme
from ui.look.tokens import Colour

Align = Literal["start", "centre", "end"]
"""Where a line stands: `start` is right, where reading begins."""

_FLAG = Qt.AlignmentFlag
_FLAGS = {
    "start": _FLAG.AlignRight | _FLAG.AlignAbsolute | _FLAG.AlignVCenter,
    "centre": _FLAG.AlignHCenter | _FLAG.AlignVCenter,
    "end": _FLAG.AlignLeft | _FLAG.AlignAbsolute | _FLAG.AlignVCenter,
}
_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip


def line_flags(align: Align) -> int:
    """Of one line in the middle of its rectangle's height, as painters want them."""
    return int(_FLAGS[align]) | int(_ONE_LINE)


def unbroken(text: str) -> str:
    """The text so that «و» never ends a line."""
    return text.replace(" و ", " و\u00a0")


def write(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    text: str,
    role: Role,
    colour: Colour,
    align: Align = "start",
) -> None:
    """Write one line, read from the right whatever it begins with, its codes from the left as on
    paper; too long, it ends in «…», or has it in its middle where it is one address or code.
    """
    set_apart = isolate(text)
    whole = set_apart.startswith(LRI) and set_apart.find(PDI) == len(set_apart) - 1
    cut = Qt.TextElideMode.ElideMiddle if whole else Qt.TextElideMode.ElideRight
    shown = theme.metrics(role).elidedText(set_apart, cut, rect.width())
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    painter.setFont(theme.font(role))
    painter.setPen(theme.colour(colour))
    painter.drawText(rect, line_flags(align), shown)


def write_lines(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    lines: tuple[str, ...],
    role: Role,
    colour: Colour,
    align: Align = "start",
) -> None:
    """Write the lines of a paragraph one pitch apart, in the middle of `rect`'s height."""
    pitch = theme.pitch(role)
    top = rect.top() + (rect.height() - pitch * len(lines)) // 2
    for place, line in enumerate(lines):
        spot = QRect(rect.left(), top + place * pitch, rect.width(), pitch)
        write(painter, theme, spot, line, role, colour, align)


def broken(text: str, font: QFont, width: int, most: int = 99) -> tuple[str, ...]:
    """Break a text into lines of this width; what is too long for `most` is left in the last."""
    lines = [line for each in text.split("\n") for line in _broken(each, font, width)]
    return (*lines[: most - 1], " ".join(lines[most - 1 :])) if len(lines) > most else (*lines,)


def _broken(text: str, font: QFont, width: int) -> list[str]:
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip(" "))
    layout.endLayout()
    return lines


def box(
    painter: QPainter,
    rect: QRect,
    radius: int,
    fill: QColor | None,
    edge: QColor | None = None,
    *,
    thick: int = 1,
    dashed: bool = False,
) -> None:
    """A box with round corners; its edge lies inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen)
    shape = QRectF(rect)
    if edge is not None:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(edge, thick, style))
        shape.adjust(thick / 2, thick / 2, -thick / 2, -thick / 2)
    painter.drawRoundedRect(shape, radius, radius)
