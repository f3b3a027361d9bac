"""QR symbols as black bars: sharp on every printer, for no image is scaled."""

import segno

from printing.sheet import Sheet
from printing.slab import Bar

SYMBOL = "qr:"
"""How the name of a symbol's place begins; what it says comes after."""
QUIET = 4
"""White modules around it."""
_MASK = 0
"""The chessboard. To try all eight for the evenest took four fifths of the time; what stands in our
symbols is even enough by itself.
"""
_LEAST = 0.5
"""Millimetres a module, four dots at 203 dpi: what scanners still read from thermal paper."""


def symbol(payload: str, size: float, room: float, sheet: Sheet) -> tuple[float, list[Bar]]:
    """The side of the symbol with its quiet zone, in dots, and its bars from its left top.

    Modules are whole dots; the symbol outgrows `size` (mm) before a module becomes too small, and
    shrinks only where `room` (dots) is too narrow for it.
    """
    made = segno.make(payload, error="m", micro=False, boost_error=False, mask=_MASK)
    matrix = made.matrix
    count = len(matrix) + 2 * QUIET
    wanted = max(sheet.dots(size) // count, round(sheet.dots(_LEAST)))
    module = max(1, min(wanted, room // count))
    bars = []
    for row, line in enumerate(matrix):
        for start, end in _black(line):
            x, y = (start + QUIET) * module, (row + QUIET) * module
            bars.append(Bar(x, y, (end - start) * module, module))
    return count * module, bars


def _black(line: bytes | bytearray) -> list[tuple[int, int]]:
    runs, start = [], -1
    for column, dark in enumerate([*line, 0]):
        if dark and start < 0:
            start = column
        elif not dark and start >= 0:
            runs.append((start, column))
            start = -1
    return runs
