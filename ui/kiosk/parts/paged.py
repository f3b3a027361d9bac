"""Cells in a grid that never scrolls: what does not fit stands on the next leaf."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.parts.bar_button import BarButton
from ui.look.parts.gone import let_go


class Cell(NamedTuple):
    """What makes a cell, and how high it must be at a width."""

    make: Callable[[], QWidget]
    height: Callable[[int], int]


class Paged(QWidget):
    """Rows from the top, filled from the right, each as high as its highest cell. Only the leaf
    that is seen is made of widgets, so hundreds of cells cost no more than a few. `across`: about
    how wide it will be. `most`: columns where all cells stand on one leaf only so.
    """

    turned = Signal()
    """Another leaf is seen."""

    def __init__(
        self,
        face: Face,
        cells: Sequence[Cell],
        across: int,
        *,
        columns: int = 1,
        most: int = 0,
        gap: int = 16,
    ) -> None:
        super().__init__()
        self._fewest, self._most = columns, most or columns
        self.face, self._cells, self._columns = face, cells, columns
        self._gap = face.px(gap)
        self.whole = False
        self._wanted = self._high(self._rows(across))
        self._leaf, self._first, self._firsts = 0, 0, [0]
        self._shown: list[QWidget] = []
        self._before = self._turner(tr("Earlier ones"), "arrow-left", -1)
        self._after = self._turner(tr("Later ones"), "arrow-right", 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @property
    def leaves(self) -> int:
        """How many leaves there are at this size."""
        return len(self._firsts)

    @property
    def shown(self) -> Sequence[QWidget]:
        """The cells of the leaf that is seen."""
        return self._shown

    def sizeHint(self) -> QSize:
        """As high as all cells together."""
        return QSize(self.face.px(600), self._wanted)

    def minimumSizeHint(self) -> QSize:
        """Two rows, and what turns the leaves; all of them, if it shall be `whole`."""
        least = self.face.px(220) + self._turner_height
        return QSize(self.face.px(300), self._wanted if self.whole else min(self._wanted, least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Deals the cells out anew; what was first before is still seen."""
        super().resizeEvent(event)
        first = self.first
        broad = self._fits(self._most) and not self._fits(self._fewest)
        self._columns = self._most if broad else self._fewest
        self._first = first // self._columns
        self._firsts = self._dealt()
        self._find_leaf()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Which leaf of how many, between the two that turn."""
        if self.leaves > 1:
            said = tr("{leaf} of {leaves}", leaf=self._leaf + 1, leaves=self.leaves)
            foot = QRect(0, self.height() - self._turner_height, self.width(), self._turner_height)
            self.face.write(QPainter(self), foot, said, "body", "ink_2", "centre")

    @property
    def _turner_height(self) -> int:
        return self.face.px(88)

    def _turner(self, name: str, icon: str, by: int) -> BarButton:
        button = BarButton(self.face, name, icon, lying=True)
        button.setParent(self)
        button.clicked.connect(lambda: self.turn(by))
        button.hide()
        return button

    def turn(self, by: int) -> None:
        """So many leaves on, or back, as far as there are any."""
        self._leaf = min(max(self._leaf + by, 0), self.leaves - 1)
        self._first = self._firsts[self._leaf]
        self._show_leaf()
        self.turned.emit()

    @property
    def first(self) -> int:
        """The place of the cell that is first on the leaf that is seen."""
        return self._first * self._columns

    def start_at(self, cell: int) -> None:
        """Shows the leaf on which that cell stands, however the cells are dealt out."""
        self._first = cell // self._columns
        if self._shown:  # else it has no size yet
            self._find_leaf()

    def _find_leaf(self) -> None:
        self._leaf = max(n for n, start in enumerate(self._firsts) if start <= self._first)
        self._show_leaf()

    def _rows(self, across: int, columns: int = 0) -> list[int]:
        """The heights of all rows."""
        beside = columns or self._columns
        width = (across - (beside - 1) * self._gap) // beside
        high = [cell.height(width) for cell in self._cells]
        return [max(high[at : at + beside]) for at in range(0, len(high), beside)]

    def _fits(self, columns: int) -> bool:
        return self._high(self._rows(self.width(), columns)) <= self.height()

    def _high(self, rows: Sequence[int]) -> int:
        return sum(rows) + max(0, len(rows) - 1) * self._gap

    def _dealt(self) -> list[int]:
        """The first row of each leaf: one leaf if all fit, else with room for turning."""
        rows = self._rows(self.width())
        if self._high(rows) <= self.height():
            return [0]
        room, firsts = self.height() - self._turner_height, [0]
        for row in range(1, len(rows)):
            if self._high(rows[firsts[-1] : row + 1]) + self._gap > room:
                firsts.append(row)
        return firsts

    def _leaf_rows(self, rows: int) -> tuple[int, int]:
        """From which row to which the leaf goes."""
        after = self._leaf + 1
        return self._firsts[self._leaf], self._firsts[after] if after < self.leaves else rows

    def _stretched(self, rows: list[int]) -> list[int]:
        """Rows of a full leaf grow a little into what is left of it."""
        if self.leaves == 1:
            return rows
        first, last = self._leaf_rows(len(rows))
        spare = self.height() - self._turner_height - self._gap - self._high(rows[first:last])
        more = max(0, spare // max(1, last - first))
        return [high + min(more, high * 2 // 5) for high in rows]

    def _show_leaf(self) -> None:
        for cell in self._shown:
            let_go(cell)
        rows = self._stretched(self._rows(self.width()))
        top = 0
        self._shown = []
        for row in range(*self._leaf_rows(len(rows))):
            self._show_row(row, top, rows[row])
            top += rows[row] + self._gap
        self._place_turners()
        self._order()
        self.update()

    def _order(self) -> None:
        """Keys reach the cells before what turns them, though these were made first."""
        for cell, after in pairwise((*self._shown, self._before, self._after)):
            QWidget.setTabOrder(cell, after)

    def _show_row(self, row: int, top: int, high: int) -> None:
        width = (self.width() - (self._columns - 1) * self._gap) // self._columns
        start = row * self._columns
        for column, cell in enumerate(self._cells[start : start + self._columns]):
            made = cell.make()
            made.setParent(self)
            left = self.width() - (column + 1) * width - column * self._gap
            made.setGeometry(left, top, width, high)
            made.show()
            self._shown.append(made)

    def _place_turners(self) -> None:
        width, top = self.width() * 2 // 5, self.height() - self._turner_height
        self._before.setGeometry(self.width() - width, top, width, self._turner_height)
        self._after.setGeometry(0, top, width, self._turner_height)
        self._before.setVisible(self._leaf > 0)
        self._after.setVisible(self._leaf < self.leaves - 1)
