"""Documents to pages: slabs filled in from the top, heads repeated, pages numbered."""

from dataclasses import dataclass

from app.persian import persian_digits
from printing.flow import Flow
from printing.model import Block, Columns, Document, PageNumber, Side, text
from printing.sheet import Sheet
from printing.slab import Placed, Slab, Spot, cut, last_lines, pile, placed
from printing.text import Typesetters

_SCRAP = 12
"""Millimetres: less than this of a loose row is not worth leaving behind on a page."""
_KEPT = 2
"""Lines of a loose row that go along with what must not stand alone on the next page."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """Things at their places, in dots from the left top corner of the paper (of a roll's ink).

    `spots` are the named places on it.
    """

    width: float
    height: float
    items: tuple[Placed, ...]
    spots: tuple[tuple[float, float, Spot], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A laid-out paper. It may be drawn only on the thread that laid it out."""

    title: str
    dpi: int
    pages: tuple[Page, ...]


def lay_out(document: Document, sheet: Sheet, setters: Typesetters | None = None) -> Layout:
    """The document on that sheet. `engine.start()` must have been called in this process.

    Whoever lays out many hands over the same `setters` each time.
    """
    setters = setters or Typesetters()
    flow = Flow(sheet, setters.of(sheet.dpi, sheet.roll))
    x, width = sheet.dots(sheet.left), sheet.dots(sheet.width - sheet.left - sheet.right)
    top = pile(flow.blocks(document.top, x, width))
    body = flow.blocks(document.blocks, x, width)
    foot = pile(flow.blocks(_numbered(document.foot, 1, 1), x, width))
    if sheet.height is None:
        return Layout(document.title, sheet.dpi, (_endless(sheet, [top, *body, foot]),))
    room = sheet.dots(sheet.height - sheet.top - sheet.bottom) - top.height - foot.height
    later = pile(flow.blocks(document.later, x, width))
    leaves = _Filler(room, room - later.height, sheet.dots(_SCRAP)).filled(body)
    pages = []
    for number, leaf in enumerate(leaves, 1):
        foot = pile(flow.blocks(_numbered(document.foot, number, len(leaves)), x, width))
        above = (top, later) if number > 1 else (top,)
        pages.append(_page(sheet, sheet.height, pile([*above, *leaf]), foot))
    return Layout(document.title, sheet.dpi, tuple(pages))


def _endless(sheet: Sheet, slabs: list[Slab]) -> Page:
    whole = pile(slabs)
    height = whole.height + sheet.dots(sheet.top + sheet.bottom)
    return _leaf(sheet, height, tuple(placed(whole, 0, sheet.dots(sheet.top))))


def _page(sheet: Sheet, height: float, body: Slab, foot: Slab) -> Page:
    bottom = sheet.dots(height - sheet.bottom) - foot.height
    items = (*placed(body, 0, sheet.dots(sheet.top)), *placed(foot, 0, bottom))
    return _leaf(sheet, sheet.dots(height), items)


def _leaf(sheet: Sheet, height: float, things: tuple[Placed, ...]) -> Page:
    return Page(
        sheet.dots(sheet.width),
        height,
        tuple(thing for thing in things if not isinstance(thing[-1], Spot)),
        tuple((x, y, item) for x, y, item in things if isinstance(item, Spot)),
    )


def _numbered(blocks: tuple[Block, ...], page: int, pages: int) -> tuple[Block, ...]:
    """The foot with its page numbers written out, in columns too."""
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, PageNumber):
            words = f"صفحه {page} از {pages}" if pages > 1 or block.always else ""
            done.append(text(persian_digits(words), block.style))
        elif isinstance(block, Columns):
            sides = tuple(
                Side(blocks=_numbered(side.blocks, page, pages), width=side.width)
                for side in block.sides
            )
            done.append(Columns(sides=sides, gap=block.gap, middle=block.middle))
        else:
            done.append(block)
    return tuple(done)


class _Filler:
    """Fills pages: the first of `room` dots, the others of `later`."""

    def __init__(self, room: float, later: float, scrap: float) -> None:
        self._room, self._later, self._scrap = room, later, scrap
        self._leaves: list[list[Slab]] = [[]]
        self._used = 0.0

    def filled(self, slabs: list[Slab]) -> list[list[Slab]]:
        """The slabs in pages, at least one."""
        for number, slab in enumerate(slabs):
            chain = _chain(slabs, number)
            self._put(self._kept(slab, chain) if chain > self._left and self._begun else slab)
        return self._leaves

    def _kept(self, slab: Slab, chain: float) -> Slab:
        """What of the slab is still to be put, once all of it that must not be torn from the rest
        of its chain has a page with room for them.
        """
        if slab.loose and not slab.stay:
            return slab
        while slab.loose and chain > self._left:
            parts = cut(slab, min(self._left, last_lines(slab, _KEPT)))
            if parts is None or parts[0].height < self._scrap:
                break
            self._put(parts[0])
            self._turn()
            slab, chain = parts[1], chain - parts[0].height
        if self._begun and self._left < chain <= self._later:
            self._turn()
        return slab

    @property
    def _left(self) -> float:
        return self._room - self._used

    @property
    def _begun(self) -> bool:
        return bool(self._leaves[-1])

    def _turn(self) -> None:
        self._leaves.append([])
        self._room, self._used = self._later, 0.0

    def _put(self, slab: Slab) -> None:
        if not self._begun:
            if slab.blank:
                return
            if len(self._leaves) > 1:
                self._add(*slab.head)
        if slab.height <= self._left:
            self._add(slab)
            return
        tall = slab.height + sum(head.height for head in slab.head) > self._room
        parts = cut(slab, self._left) if tall or slab.loose else None
        if parts and (parts[0].height >= self._scrap or tall):
            self._add(parts[0])
            self._turn()
            self._put(parts[1])
        elif self._used > sum(head.height for head in slab.head):
            self._turn()
            self._put(slab)
        else:
            self._add(slab)

    def _add(self, *slabs: Slab) -> None:
        self._leaves[-1] += slabs
        self._used += sum(slab.height for slab in slabs)


def _chain(slabs: list[Slab], number: int) -> float:
    height = slabs[number].height
    while slabs[number].stay and number + 1 < len(slabs):
        number += 1
        height += slabs[number].height
    return height
