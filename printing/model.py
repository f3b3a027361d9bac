"""What a paper says, as blocks of logical text from top to bottom.

Nothing here knows of fonts, glyphs or pages. Text stands as it is read aloud; codes and Latin are
set apart by the layout (`app.bidi`), never by a form. Columns and cells are counted from the
right. Lengths are millimetres, sizes of type are points.
"""

from typing import Literal

from app.value import Value

Weight = Literal["regular", "medium", "bold"]
Align = Literal["start", "center", "end"]


class Style(Value, frozen=True, kw_only=True):
    """How a paragraph is set. `leading` is the distance of base lines in sizes of the type."""

    size: float = 10
    weight: Weight = "regular"
    align: Align = "start"
    leading: float = 1.5


class Run(Value, frozen=True, kw_only=True):
    """A stretch of a paragraph. `raised` is a footnote's mark: small, above the line.

    `weight` None and `size` 1 are those of the paragraph; another `size` is a share of its own.
    """

    text: str
    weight: Weight | None = None
    size: float = 1
    raised: bool = False


class Text(Value, frozen=True, kw_only=True):
    """A paragraph; a line break inside it is a new line. `stay` keeps it with the next block."""

    runs: tuple[Run, ...]
    style: Style = Style()
    stay: bool = False


class PageNumber(Value, frozen=True, kw_only=True):
    """«صفحه ۱ از ۳», for a document's `foot`. A single page is numbered only if `always`."""

    style: Style = Style()
    always: bool = False


class Gap(Value, frozen=True, kw_only=True):
    """Empty paper; at the top of a page it vanishes."""

    height: float


class Rule(Value, frozen=True, kw_only=True):
    """A line across."""

    thickness: float = 0.2


class Qr(Value, frozen=True, kw_only=True):
    """A QR symbol at most `size` wide with its quiet zone, larger where modules would be small."""

    payload: str
    size: float = 26
    align: Align = "start"


class Dots(Value, frozen=True, kw_only=True):
    """Black rectangles (x, y, width, height) that try a print head, `height` high in all.

    They alone are counted in dots of the sheet's grid, x from the left edge of the paper whatever
    its margins are: the outermost dots of a head are what is tried.
    """

    bars: tuple[tuple[int, int, int, int], ...]
    height: int


class Emblem(Value, frozen=True, kw_only=True):
    """A picture (PNG bytes) of that height; one that cannot be read leaves its place empty."""

    png: bytes
    height: float
    align: Align = "start"


class Square(Value, frozen=True, kw_only=True):
    """An empty box to tick."""

    size: float = 3.2
    align: Align = "center"


class Side(Value, frozen=True, kw_only=True):
    """A column of `Columns`. `width` 0 shares what the others leave."""

    blocks: tuple["Block", ...]
    width: float = 0


class Columns(Value, frozen=True, kw_only=True):
    """Blocks side by side, the first at the right; never parted by the end of a page."""

    sides: tuple[Side, ...]
    gap: float = 3
    middle: bool = False


class Box(Value, frozen=True, kw_only=True):
    """A frame round blocks that belong together."""

    blocks: tuple["Block", ...]
    pad: float = 2
    thickness: float = 0.3


class Group(Value, frozen=True, kw_only=True):
    """Blocks that stay on one page: a signature and what it signs."""

    blocks: tuple["Block", ...]


class Cell(Value, frozen=True, kw_only=True):
    """`across` and `down` count the columns and rows it covers; `height` is its least height.

    By its `name` a screen finds the row it stands in, to show which one is being typed.
    """

    blocks: tuple["Block", ...]
    across: int = 1
    down: int = 1
    shaded: bool = False
    height: float = 0
    middle: bool = True
    name: str = ""


class Table(Value, frozen=True, kw_only=True):
    """Ruled rows. The first `heads` rows come again on every page.

    `widths` are shares of the whole. A row stays whole unless `loose` (or taller than a page).
    `stay`: the last row stands on one page with what follows the table. `signed`: the last row, on
    which somebody signs, is never parted, nor torn from all of as many rows before it.
    """

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0
    pad: float = 1
    loose: bool = False
    stay: bool = False
    signed: int = 0


class Document(Value, frozen=True, kw_only=True):
    """One paper. `top` and `foot` come on every page, `later` under `top` on all but the first.

    `title` is for the reader's window.
    """

    title: str
    blocks: tuple["Block", ...]
    top: tuple["Block", ...] = ()
    later: tuple["Block", ...] = ()
    foot: tuple["Block", ...] = ()


Block = Text | PageNumber | Gap | Rule | Qr | Dots | Emblem | Square | Columns | Box | Group | Table


def text(words: str, style: Style, *, stay: bool = False) -> Text:
    """A paragraph of one run."""
    return Text(runs=(Run(text=words),), style=style, stay=stay)
