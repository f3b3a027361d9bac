"""The marks of required papers, and the dashes that sum them up."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.look import brush
from ui.look.theme import Theme
from ui.look.tokens import Colour

Mark = Literal["received", "on_file", "open", "missing", "not_needed", "inquiry"]
"""What became of a required paper."""

_RADIUS = 5
_DASH, _BETWEEN = 18, 4
_LEAST, _CLOSE = 6, 2
"""Of a dash that is shorter the gap is so small."""
_DASHES: dict[Mark, Colour] = {
    "received": "firuzeh_6",
    "on_file": "firuzeh_6",
    "open": "pending",
    "missing": "brick",
}


def paint_mark(painter: QPainter, rect: QRect, mark: Mark, theme: Theme) -> None:
    """Draw the mark into a square of about 22 px; no two differ by colour alone."""
    if mark == "inquiry":
        theme.icons.paint(painter, _inner(rect, 0.82), "building-bank", "ink_2")
    elif mark in {"received", "on_file"}:
        brush.box(painter, rect, _RADIUS, theme.colour("firuzeh_7"))
        theme.icons.paint(painter, _inner(rect, 0.78), "check", "on_dark")
    elif mark == "missing":
        _paint_square(painter, rect, theme, "surface", "brick")
        theme.icons.paint(painter, _inner(rect, 0.78), "x", "brick")
    elif mark == "not_needed":
        _paint_square(painter, rect, theme, "ground", "edge_soft")
        theme.icons.paint(painter, _inner(rect, 0.72), "minus", "ink_3")
    else:
        _paint_square(painter, rect, theme, "surface", "edge")


def progress_width(theme: Theme, marks: Sequence[Mark]) -> int:
    """How wide the dashes of these papers are; those nobody asks for have none."""
    asked = sum(mark in _DASHES for mark in marks)
    return max(asked * (theme.box(_DASH) + _BETWEEN) - _BETWEEN, 0)


def paint_progress(painter: QPainter, rect: QRect, marks: Sequence[Mark], theme: Theme) -> None:
    """Draw one short dash for each paper that is asked for, from the right end of `rect`; the more
    there are, the shorter.
    """
    colours = [_DASHES[mark] for mark in marks if mark in _DASHES]
    if not colours:
        return
    between, share = _BETWEEN, (rect.width() + _BETWEEN) / len(colours)
    if share - between < _LEAST:
        between, share = _CLOSE, (rect.width() + _CLOSE) / len(colours)
    wide, high = round(min(share - between, theme.box(_DASH))), theme.box(6)
    top = rect.top() + (rect.height() - high) // 2
    for place, colour in enumerate(colours):
        left = rect.right() + 1 - wide - round(place * min(share, wide + between))
        brush.box(painter, QRect(left, top, wide, high), min(wide, high) // 2, theme.colour(colour))


def _paint_square(painter: QPainter, rect: QRect, theme: Theme, fill: Colour, edge: Colour) -> None:
    brush.box(painter, rect, _RADIUS, theme.colour(fill), theme.colour(edge), thick=2)


def _inner(rect: QRect, share: float) -> QRect:
    side = round(rect.width() * share)
    side -= (rect.width() - side) % 2
    inner = QRect(0, 0, side, side)
    inner.moveCenter(rect.center())
    return inner
