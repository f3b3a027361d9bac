"""Blocks to slabs: each kind of block set into the width it is given."""

from functools import singledispatchmethod

from PySide6.QtGui import QImage

from printing.model import (
    Align,
    Block,
    Box,
    Columns,
    Dots,
    Emblem,
    Gap,
    Group,
    Qr,
    Rule,
    Square,
    Table,
    Text,
)
from printing.qr import SYMBOL, symbol
from printing.sheet import Sheet
from printing.slab import Bar, Ink, Picture, Slab, Spot, pile
from printing.table import Grid
from printing.text import Typesetter


class Flow:
    """Sets the blocks of one paper on one sheet. Belongs to the thread of its typesetter."""

    def __init__(self, sheet: Sheet, setter: Typesetter) -> None:
        self._sheet = sheet
        self._dots = sheet.dots
        self._setter = setter

    def blocks(self, blocks: tuple[Block, ...], x: float, width: float) -> list[Slab]:
        """The blocks one after another, in `width` dots from `x`."""
        one = self.block
        return [slab for block in blocks for slab in one(block, x, width)]

    @singledispatchmethod
    def block(self, block: object, _x: float, _width: float) -> list[Slab]:
        """One block, in as many slabs as pages may part it into."""
        raise TypeError(f"no place for {type(block).__name__} here")

    @block.register
    def _text(self, text: Text, x: float, width: float) -> list[Slab]:
        lines = self._setter.lines(text, width)
        last = len(lines) - 1
        # No line of a paragraph stands alone on a page.
        return [
            Slab(
                line.height,
                (Ink(x, 0, line),),
                stay=text.stay if number == last else number in (0, last - 1),
            )
            for number, line in enumerate(lines)
        ]

    @block.register
    def _gap(self, gap: Gap, _x: float, _width: float) -> list[Slab]:
        return [Slab(round(self._dots(gap.height)), stay=True, blank=True)]

    @block.register
    def _rule(self, rule: Rule, x: float, width: float) -> list[Slab]:
        thick = max(round(self._dots(rule.thickness)), 1)
        return [Slab(thick, (Bar(x, 0, width, thick),))]

    @block.register
    def _qr(self, qr: Qr, x: float, width: float) -> list[Slab]:
        side, bars = symbol(qr.payload, qr.size, width, self._sheet)
        left = x + round(_aside(qr.align, width - side))
        said = Spot(0, 0, side, side, name=f"{SYMBOL}{qr.payload}")
        return [Slab(side, inner=((left, 0, Slab(side, (*bars, said))),))]

    @block.register
    def _pattern(self, dots: Dots, _x: float, _width: float) -> list[Slab]:
        return [Slab(dots.height, tuple(Bar(*bar) for bar in dots.bars))]

    @block.register
    def _emblem(self, emblem: Emblem, x: float, width: float) -> list[Slab]:
        image = QImage.fromData(emblem.png)
        if image.isNull():
            return []
        height = self._dots(emblem.height)
        wide = height * image.width() / image.height()
        if wide > width:
            wide, height = width, height * width / wide
        left = x + _aside(emblem.align, width - wide)
        return [Slab(height, (Picture(left, 0, wide, height, image),))]

    @block.register
    def _square(self, square: Square, x: float, width: float) -> list[Slab]:
        side = round(self._dots(square.size))
        left = x + round(_aside(square.align, width - side))
        thick = max(round(self._dots(0.25)), 1)
        return [Slab(side, tuple(_outline(left, 0, side, side, thick)))]

    @block.register
    def _columns(self, columns: Columns, x: float, width: float) -> list[Slab]:
        gap = self._dots(columns.gap)
        fixed = sum(self._dots(side.width) for side in columns.sides)
        shares = sum(1 for side in columns.sides if not side.width)
        spare = width - fixed - gap * (len(columns.sides) - 1)
        right = x + width
        piles = []
        for side in columns.sides:
            wide = self._dots(side.width) or spare / shares
            piles.append(pile(self.blocks(side.blocks, right - wide, wide)))
            right -= wide + gap
        return [_beside(piles, 0.5 if columns.middle else 0.0)]

    @block.register
    def _box(self, box: Box, x: float, width: float) -> list[Slab]:
        pad, thick = self._dots(box.pad), max(round(self._dots(box.thickness)), 1)
        inside = pile(self.blocks(box.blocks, x + pad, width - 2 * pad))
        height = inside.height + 2 * pad
        frame = _outline(x, 0, width, height, thick)
        return [
            Slab(height, tuple(frame), ((0, pad, inside),), loose=True, frame=(x, width, thick))
        ]

    @block.register
    def _group(self, group: Group, x: float, width: float) -> list[Slab]:
        return [pile(self.blocks(group.blocks, x, width))]

    @block.register
    def _table(self, table: Table, x: float, width: float) -> list[Slab]:
        return Grid(table, self._sheet, x, width, self.blocks).slabs()


def _beside(piles: list[Slab], share: float) -> Slab:
    """The piles next to each other, `share` of the spare height over each."""
    height = max((slab.height for slab in piles), default=0.0)
    inner = tuple((0.0, round((height - slab.height) * share), slab) for slab in piles)
    return Slab(height, inner=inner)


def _outline(x: float, y: float, width: float, height: float, thick: float) -> list[Bar]:
    return [
        Bar(x, y, width, thick),
        Bar(x, y + height - thick, width, thick),
        Bar(x, y, thick, height),
        Bar(x + width - thick, y, thick, height),
    ]


def _aside(align: Align, spare: float) -> float:
    return {"start": spare, "center": spare / 2, "end": 0.0}[align]
