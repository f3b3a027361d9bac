"""Symbols that a printer draws itself: sharper on some, and a tenth of the bytes."""

from dataclasses import dataclass

from printing.layout import Layout
from printing.qr import QUIET, SYMBOL

_LARGEST = 16
"""Dots of a module, at most."""
_CENTRE, _SIDE = b"\x1ba\x01", b"\x1ba\x00"
_MODEL_2, _LEVEL_M, _DRAW = b"1A2\x00", b"1E1", b"1Q0"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR symbol that stands alone in the rows of a roll, in the middle: its rows, without the
    quiet ones around it, its side and that of a module in dots, and what it says.
    """

    top: int
    side: int
    module: int
    payload: bytes

    @property
    def bottom(self) -> int:
        """The row after it."""
        return self.top + self.side

    def drawn(self) -> bytes:
        """The commands (GS ( k) that let the printer draw it."""
        size = b"1C" + bytes((self.module,))
        said = b"1P0" + self.payload
        orders = (_MODEL_2, size, _LEVEL_M, said, _DRAW)
        return _CENTRE + b"".join(map(_order, orders)) + _SIDE


def alone(layout: Layout) -> list[Symbol]:
    """The symbols that a printer can draw: no command puts one beside text."""
    (page,) = layout.pages
    found = []
    for x, y, spot in page.spots:
        if not spot.name.startswith(SYMBOL):
            continue
        left, top = spot.x + x, spot.y + y
        bottom = top + spot.height
        rows = [each for each in page.items if each[1] + each[2].y < bottom]
        rows = [each for each in rows if each[1] + each[2].y + each[2].height > top]
        module = int(min((each[2].height for each in rows), default=0))
        inside = all(left <= each[0] + each[2].x < left + spot.width for each in rows)
        middle = abs(left + spot.width / 2 - page.width / 2) <= module
        if inside and middle and 0 < module <= _LARGEST:
            quiet = QUIET * module
            side = round(spot.height) - 2 * quiet
            said = spot.name.removeprefix(SYMBOL).encode()
            found.append(Symbol(round(top) + quiet, side, module, said))
    return sorted(found, key=lambda symbol: symbol.top)


def _order(words: bytes) -> bytes:
    return b"\x1d(k" + len(words).to_bytes(2, "little") + words
