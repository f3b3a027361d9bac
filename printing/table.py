"""Ruled tables: cells to rows of one height, rows to slabs that carry their head along."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from printing.model import Block, Cell, Table
from printing.sheet import Sheet
from printing.slab import Bar, Item, Slab, Spot, pile

Flow = Callable[[tuple[Block, ...], float, float], list[Slab]]
"""Sets blocks at an x in a width (dots)."""

_LINE, _OUTLINE = 0.18, 0.35


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell on its first row, with the columns it covers and its content laid out."""

    cell: Cell
    row: int
    x: float
    width: float
    content: Slab
    need: float


class Grid:
    """One table on its way to the page: places of columns, heights of rows."""

    def __init__(self, table: Table, sheet: Sheet, x: float, width: float, flow: Flow) -> None:
        self._table, self._x, self._width = table, x, width
        self._pad = sheet.dots(table.pad)
        self._dots = sheet.dots
        self._line = max(sheet.dots(_LINE), 1.0)
        self._outline = max(round(sheet.dots(_OUTLINE)), 2)
        self._edges = _edges(table.widths, x, width)
        self._cells = self._placed(flow)
        self._joins = {
            placed.row + down
            for row in self._cells
            for placed in row
            for down in range(placed.cell.down - 1)
        }
        self._heights = self._measured()

    def slabs(self) -> list[Slab]:
        """One slab a row; rows that a cell joins, and heads, stay with the next."""
        rows = [self._row(number) for number in range(len(self._table.rows))]
        heads = tuple(rows[: self._table.heads])
        again = heads or (Slab(0, (self._across(0, self._outline),)),)
        return [*heads, *(replace(row, head=again) for row in rows[self._table.heads :])]

    def _placed(self, flow: Flow) -> list[list[_Placed]]:
        covered: set[tuple[int, int]] = set()
        rows = []
        for number, cells in enumerate(self._table.rows):
            row, column = [], 0
            for cell in cells:
                while (number, column) in covered:
                    column += 1
                covered |= {
                    (number + down, column + across)
                    for down in range(cell.down)
                    for across in range(cell.across)
                }
                row.append(self._place(cell, number, column, flow))
                column += cell.across
            rows.append(row)
        return rows

    def _place(self, cell: Cell, row: int, column: int, flow: Flow) -> _Placed:
        right, left = self._edges[column], self._edges[column + cell.across]
        side = self._pad * 1.4
        content = pile(flow(cell.blocks, left + side, right - left - 2 * side))
        need = max(content.height + 2 * self._pad, self._dots(cell.height))
        return _Placed(cell, row, left, right - left, content, need)

    def _measured(self) -> list[float]:
        heights = [
            max((placed.need for placed in row if placed.cell.down == 1), default=0.0)
            for row in self._cells
        ]
        for placed in (placed for row in self._cells for placed in row if placed.cell.down > 1):
            past = placed.row + placed.cell.down
            heights[past - 1] += max(0.0, placed.need - sum(heights[placed.row : past]))
        return heights

    def _row(self, number: int) -> Slab:
        height, outline = self._heights[number], self._outline
        items: list[Item] = []
        inner = []
        for placed in self._cells[number]:
            tall = sum(self._heights[number : number + placed.cell.down])
            items += self._ground(placed, tall)
            if placed.cell.name:
                items.append(Spot(self._x, 0, self._width, tall, name=placed.cell.name))
            spare = round((tall - placed.content.height) / 2)
            inner.append((0.0, spare if placed.cell.middle else self._pad, placed.content))
        items.append(Bar(self._x + self._width - outline / 2, 0, outline, height))
        if number == 0:
            items.append(self._across(0, outline))
        if self._last(number):
            items.append(self._across(height, outline))
        else:
            items += self._under(number, height)
        return Slab(
            height,
            tuple(items),
            tuple(inner),
            stay=number < self._table.heads or self._joined(number) or self._kept(number),
            loose=self._table.loose and not (self._table.signed and self._last(number)),
            frame=(self._x, self._width, self._line),
        )

    def _kept(self, number: int) -> bool:
        if self._last(number):
            return self._table.stay
        return number >= len(self._heights) - 1 - self._table.signed

    def _last(self, number: int) -> bool:
        return number == len(self._heights) - 1

    def _ground(self, placed: _Placed, tall: float) -> list[Item]:
        """Ground of the cell and its left side."""
        items: list[Item] = []
        if placed.cell.shaded:
            items.append(Bar(placed.x, 0, placed.width, tall, tint=True))
        upright = self._outline if placed.x == self._edges[-1] else self._line
        items.append(Bar(placed.x - upright / 2, 0, upright, tall))
        return items

    def _under(self, number: int, height: float) -> list[Item]:
        """The line under a row, broken where a cell goes on into the next."""
        top, line = height - self._line / 2, self._line
        if not self._joined(number):
            return [Bar(self._x, top, self._width, line)]
        ending = [
            placed
            for row in self._cells
            for placed in row
            if placed.row <= number and placed.row + placed.cell.down == number + 1
        ]
        return [Bar(placed.x, top, placed.width, line) for placed in ending]

    def _across(self, y: float, thickness: float) -> Bar:
        # Half a line wider on both sides, so that corners close.
        return Bar(self._x - thickness / 2, y - thickness / 2, self._width + thickness, thickness)

    def _joined(self, number: int) -> bool:
        """Whether a cell goes on from this row into the next."""
        return number in self._joins


def _edges(shares: tuple[float, ...], x: float, width: float) -> list[float]:
    """Right edge of the table, then the left edge of each column from the right."""
    total, used = sum(shares), 0.0
    edges = [x + width]
    for share in shares:
        used += share
        edges.append(x + width - round(width * used / total))
    return edges
