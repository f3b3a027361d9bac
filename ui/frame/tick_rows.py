"""A table whose rows can be ticked with Space."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter

from ui.frame.list_keys import ListKeys
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.row_paint import INSET, RowPainter
from ui.look.parts.rows import RowList
from ui.look.parts.tick import Mark, paint_mark
from ui.look.theme import Theme

_TICK = 26


class TickList(RowList):
    """`ticks_changed` comes whenever one is set or taken away. Ticks are kept by the rows' keys,
    and forgotten with them.
    """

    ticks_changed = Signal()

    def __init__(
        self, theme: Theme, columns: Sequence[Column], heads: Sequence[str], empty: str
    ) -> None:
        self._tick_painter = _TickPainter(theme, (Column(width=_TICK), *columns))
        super().__init__(theme, heads=("", *heads), empty=empty, painter=self._tick_painter)
        self._keys = ListKeys([self], ("Space",), lambda _: self.tick())

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys of the rows that are ticked, in their order."""
        return tuple(row.key for row in self.rows if row.key in self._tick_painter.ticked)

    @property
    def meant(self) -> tuple[str, ...]:
        """What is ticked, else the current row."""
        here = (self.rows[self.place].key,) if self.place >= 0 else ()
        return self.ticked or here

    def say_empty(self, text: str) -> None:
        """What is said where no row is."""
        self._empty = text
        self.viewport().update()

    def show_table(self, rows: Sequence[Row]) -> None:
        """Shows other rows; their first cell comes by itself."""
        shown = [Row(cells=(Cell(), *row.cells), key=row.key, spoken=row.said()) for row in rows]
        self._mark(self._tick_painter.ticked & {row.key for row in rows}, shown)

    def tick(self) -> None:
        """Sets or takes away the tick of the current row and goes to the next."""
        if self.place >= 0:
            self._mark(self._tick_painter.ticked ^ {self.rows[self.place].key}, self.rows)
            self.go(self.place + 1)

    def tick_all(self) -> None:
        """Ticks every row, or none where all are."""
        every = {row.key for row in self.rows}
        self._mark(set() if set(self.ticked) == every else every, self.rows)

    def _mark(self, ticked: Collection[str], rows: Sequence[Row]) -> None:
        self._tick_painter.ticked = frozenset(ticked)
        self.show_rows([_told(row, ticked=row.key in ticked) for row in rows])
        self.viewport().update()
        self.ticks_changed.emit()


class _TickPainter(RowPainter):
    """Paints the tick before the other cells."""

    def __init__(self, theme: Theme, columns: Sequence[Column]) -> None:
        super().__init__(theme, columns, theme.px(34))
        self.ticked: frozenset[str] = frozenset()

    def paint_cells(
        self, painter: QPainter, rect: QRect, place: int, row: Row, *, current: bool
    ) -> None:
        super().paint_cells(painter, rect, place, row, current=current)
        side = self.theme.px(20)
        right = rect.right() + 1 - INSET
        spot = QRect(right - side, rect.top() + (rect.height() - side) // 2, side, side)
        mark: Mark = "received" if row.key in self.ticked else "open"
        paint_mark(painter, spot, mark, self.theme)


def _told(row: Row, *, ticked: bool) -> Row:
    """A screen reader hears which rows are ticked."""
    plain = "، ".join(cell.text for cell in row.cells if cell.text)
    spoken = tr("ticked: {row}", row=plain) if ticked else plain
    return Row(cells=row.cells, key=row.key, spoken=spoken)
