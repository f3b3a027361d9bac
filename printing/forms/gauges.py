"""What a printer is measured by: a ruler, the outermost dots of its head, strips, thin lines."""

from app.persian import persian_digits
from printing.forms.kinds import Type, styled
from printing.model import Block, Columns, Dots, Side, text
from printing.sheet import Sheet

LONGEST = 170
"""Millimetres of the ruler on a page."""
EDGE_LINES = 5
"""Lines at each end of a head, one dot wide and one apart."""

_MM, _FIVE, _CENTIMETRE = 2.0, 3.2, 5.0
"""Millimetres that the lines of a ruler are high."""
_THIN = (0.1, 0.2, 0.3, 0.5)
_CENTI = 10
_BLOCK = 4
"""Millimetres that the blocks beside the strips are wide."""
_LEAST_ROWS, _MOST_ROWS = 160, 640
_DIAGONALS = 4

Bars = tuple[tuple[int, int, int, int], ...]


def ruler(sheet: Sheet, kind: Type) -> tuple[Block, ...]:
    """Millimetres from the right: from the very last dot of a roll's head to the first, on a page
    from the margin; under it centimetres.
    """
    end, long = _end(sheet), _long(sheet)
    thick = 1 if sheet.roll else round(sheet.dots(0.15))
    count = int(long * 25.4 / sheet.dpi)
    ticks = tuple(
        (end - thick - round(sheet.dots(mm)), 0, thick, round(sheet.dots(_tall(mm))))
        for mm in range(count + 1)
    )
    base = (end - long, 0, long, 2 * thick)
    tall = round(sheet.dots(_CENTIMETRE))
    return (Dots(bars=(base, *ticks), height=tall), _numbers(sheet, count, kind))


def edges(sheet: Sheet) -> Dots:
    """The outermost dots at both ends of a roll's head, each as a line of its own."""
    tall, wide = round(sheet.dots(4)), _whole(sheet)
    places = [*range(0, 2 * EDGE_LINES, 2), *range(wide - 2 * EDGE_LINES + 1, wide, 2)]
    return Dots(bars=tuple((x, 0, 1, tall) for x in places), height=tall)


def strips(sheet: Sheet, rows: int) -> Dots:
    """More than two strips of that many rows: slanting lines, which break where rows are lost or
    sent twice, and at the right every other strip as a black block, all of one height.
    """
    wide = _whole(sheet)
    tall = min(max(rows * 2 + rows // 2, _LEAST_ROWS), _MOST_ROWS)
    block = round(sheet.dots(_BLOCK))
    blocks = tuple(
        (wide - block, top, block, min(rows, tall - top)) for top in range(0, tall, 2 * rows)
    )
    slanting = tuple(
        ((start * wide // _DIAGONALS + y) % (wide - 4), y, 3, 2)
        for start in range(_DIAGONALS)
        for y in range(0, tall - 1, 2)
    )
    frame = ((0, 0, 2, tall), (wide - 2, 0, 2, tall))
    return Dots(bars=(*blocks, *slanting, *frame), height=tall)


def thin_lines(sheet: Sheet) -> Dots:
    """Lines of a page from hardly visible to strong, one under the other."""
    step, long, end = round(sheet.dots(2)), _long(sheet), _end(sheet)
    bars = tuple(
        (end - long, place * step, long, round(sheet.dots(thick)))
        for place, thick in enumerate(_THIN)
    )
    return Dots(bars=bars, height=step * len(_THIN))


def _numbers(sheet: Sheet, count: int, kind: Type) -> Columns:
    """Each in a cell as wide as a centimetre, in the middle under its line."""
    aside = 0 if not sheet.roll else sheet.right
    style = styled(kind.foot, align="center")
    cells = [
        Side(blocks=(text(persian_digits(str(mm // _CENTI)), style),), width=_CENTI)
        for mm in range(_CENTI, count - _CENTI // 2, _CENTI)
    ]
    first = Side(blocks=(), width=_CENTI / 2 - aside)
    return Columns(sides=(first, *cells), gap=0)


def _tall(mm: int) -> float:
    if mm % _CENTI == 0:
        return _CENTIMETRE
    return _FIVE if mm % (_CENTI // 2) == 0 else _MM


def _whole(sheet: Sheet) -> int:
    return round(sheet.dots(sheet.width))


def _end(sheet: Sheet) -> int:
    """Where a ruler begins: x of its right end."""
    return _whole(sheet) if sheet.roll else round(sheet.dots(sheet.width - sheet.right))


def _long(sheet: Sheet) -> int:
    """Dots from one end to the other."""
    return _whole(sheet) if sheet.roll else round(sheet.dots(LONGEST))
