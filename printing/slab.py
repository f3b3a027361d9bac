"""Laid-out pieces: things at their places, stacked into slabs that pages are filled with.

All lengths are dots of the sheet's grid; y runs down. An x is counted from the page's left edge, a
y from the top of the slab.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QImage

from printing.text import Line


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """A line of glyphs, `x` the left edge of the width it was set in."""

    x: float
    y: float
    line: Line

    @property
    def height(self) -> float:
        return self.line.height


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle, black or (`tint`) the pale ground of a table's head."""

    x: float
    y: float
    width: float
    height: float
    tint: bool = False


@dataclass(frozen=True, slots=True)
class Spot(Bar):
    """A place with a name: nothing is drawn there, but a screen can find it."""

    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An image stretched over its rectangle."""

    x: float
    y: float
    width: float
    height: float
    image: QImage


Item = Ink | Bar | Picture


Placed = tuple[float, float, Item]
"""An item and how far it is shifted from where it says it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Slab:
    """A strip of a page. Broken only if `loose`, or taller than a page.

    `inner` slabs stand in it, each shifted by an x and a y. `stay` keeps it on the page of the next
    one; `blank` vanishes at the top of a page; `head` is what stands above it again when it opens a
    page; `frame` (x, width, thickness) is closed and opened again where the slab is cut.
    """

    height: float
    items: tuple[Item, ...] = ()
    inner: tuple[tuple[float, float, "Slab"], ...] = ()
    stay: bool = False
    loose: bool = False
    blank: bool = False
    head: tuple["Slab", ...] = ()
    frame: tuple[float, float, float] | None = None


def pile(slabs: Iterable[Slab]) -> Slab:
    """The slabs one under the other, as one that stays whole."""
    inner = []
    y = 0.0
    for slab in slabs:
        inner.append((0.0, y, slab))
        y += slab.height
    return Slab(y, inner=tuple(inner))


def placed(slab: Slab, x: float = 0, y: float = 0) -> Iterator[Placed]:
    """All that stands in the slab, from the ground up."""
    for item in slab.items:
        yield x, y, item
    for aside, down, other in slab.inner:
        yield from placed(other, x + aside, y + down)


def last_lines(slab: Slab, count: int) -> float:
    """Where the last lines of its text begin; 0 if it has no more than these."""
    tops = sorted({y + item.y for _, y, item in placed(slab) if isinstance(item, Ink)})
    return tops[-count] if len(tops) > count else 0.0


def cut(slab: Slab, room: float) -> tuple[Slab, Slab] | None:
    """The slab in two, the first at most `room` high, no line of text cut; None if impossible, or
    if only one of them had text. Upright rules go on below the cut.
    """
    items = [replace(item, x=item.x + x, y=item.y + y) for x, y, item in placed(slab)]
    at = _edge(items, room)
    if at <= 0 or at >= slab.height:
        return None
    above = [item for item in (_upper(item, at) for item in items) if item]
    below = [item for item in (_lower(item, at) for item in items) if item]
    if not all(any(isinstance(item, Ink) for item in part) for part in (above, below)):
        return None
    if slab.frame:
        x, width, thickness = slab.frame
        above.append(Bar(x, at - thickness / 2, width, thickness))
        below.append(Bar(x, -thickness / 2, width, thickness))
    return (
        replace(slab, height=at, items=tuple(above), inner=(), stay=False),
        replace(slab, height=slab.height - at, items=tuple(below), inner=()),
    )


def _edge(items: Iterable[Item], room: float) -> float:
    at = room
    for item in sorted(items, key=lambda item: item.y + item.height, reverse=True):
        if not isinstance(item, Bar) and item.y < at < item.y + item.height:
            at = item.y
    return at


def _upper(item: Item, at: float) -> Item | None:
    if item.y >= at:
        return None
    if isinstance(item, Bar) and item.y + item.height > at:
        return replace(item, height=at - item.y)
    return item


def _lower(item: Item, at: float) -> Item | None:
    if item.y + item.height <= at:
        return None
    if isinstance(item, Bar) and item.y < at:
        return replace(item, y=0, height=item.y + item.height - at)
    return replace(item, y=item.y - at)
