"""Rows of two lines: what, and at the far edge when; under it the rest."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.look import brush
from ui.look.parts.row import Cell, Row
from ui.look.parts.row_paint import INSET, RowPainter
from ui.look.theme import Theme
from ui.look.tokens import Colour

_HIGH, _LINE, _GAP = 48, 20, 8


def two_line_row(
    key: str,
    what: str,
    *,
    when: str = "",
    below: str = "",
    icon: str = "",
    colour: Colour = "ink_2",
) -> Row:
    """A row for `TwoLines`; `colour` is the icon's and that of `when`."""
    cells = (Cell(text=what, icon=icon), Cell(text=when, colour=colour), Cell(text=below))
    return Row(cells=cells, key=key)


class TwoLines(RowPainter):
    """Paints rows of `two_line_row`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, (), theme.px(_HIGH))

    def paint_cells(
        self, painter: QPainter, rect: QRect, place: int, row: Row, *, current: bool
    ) -> None:
        """Paints them; a short second line leaves nothing empty in the first, a long `when` leaves
        `what` its place.
        """
        del place, current
        what, when, below = row.cells
        theme, high = self.theme, self.theme.px(_LINE)
        inner = rect.adjusted(INSET, 0, -INSET, 0)
        if what.icon:
            side = theme.px(18)
            spot = QRect(inner.right() + 1 - side, inner.top(), side, inner.height())
            theme.icons.paint(painter, spot, what.icon, when.colour or "ink_2")
            inner.setRight(spot.left() - _GAP - 1)
        top = rect.top() + (rect.height() - high * (1 + bool(below.text))) // 2
        first = QRect(inner.left(), top, inner.width(), high)
        taken = theme.width("secondary", when.text) + _GAP if when.text else 0
        taken = min(taken, first.width() * 3 // 5)
        far = QRect(first.left(), top, max(taken - _GAP, 0), high)
        brush.write(painter, theme, far, when.text, "secondary", when.colour or "ink_2", "end")
        words = first.adjusted(taken, 0, 0, 0)
        brush.write(painter, theme, words, what.text, "open", "ink")
        second = first.translated(0, high)
        brush.write(painter, theme, second, below.text, "secondary", "ink_2")
