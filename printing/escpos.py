"""One-bit pictures to the commands of thermal printers.

Only commands that every ESC/POS printer knows: ESC @, GS P, GS v 0, ESC J, GS V, and GS r where an
answer is wanted.
"""

from collections.abc import Iterator

from PySide6.QtGui import QImage

_START = b"\x1b@"
_CUT = b"\x1dV\x42\x00"
_ASK = b"\x1dr\x01"
_STRIP = 128
"""Rows of one GS v 0: cheap boards keep one byte of the height and 4 kB of rows."""
_LOSS = 48
"""Bytes of white that are cheaper to send than a strip of its own."""
_GAP, _FEED = 4, 255
"""Blank rows worth a feed of their own, and the most that one ESC J feeds."""


def encode(image: QImage, dpi: int, *, confirm: bool = False) -> bytes:
    """The job that prints `image` (`Format_Mono`, 1 is black) and cuts the paper.

    Blank rows are fed, not sent, and rows end at their last black dot. With `confirm` the printer
    is asked for its paper at the end (GS r 1), after all is printed.
    """
    # ESC J counts in the printer's own unit, which differs by maker, unless it is set.
    parts = [_START, b"\x1dP", bytes((dpi, dpi))]
    blank = 0
    for rows in _stretches(_rows(image)):
        if any(rows):
            parts += [*_feed(blank), *_strips(rows)]
            blank = 0
        else:
            blank = len(rows)
    return b"".join([*parts, *_feed(blank), _CUT, _ASK if confirm else b""])


def _rows(image: QImage) -> list[bytes]:
    data, step = bytes(image.constBits()), image.bytesPerLine()
    used = (image.width() + 7) // 8
    spare = used * 8 - image.width()
    if spare:
        # Bits past the picture's edge are not ours to print.
        mask = 0xFF << spare & 0xFF
        return [
            (data[at : at + used - 1] + bytes((data[at + used - 1] & mask,))).rstrip(b"\0")
            for at in range(0, len(data), step)
        ]
    return [data[at : at + used].rstrip(b"\0") for at in range(0, len(data), step)]


def _stretches(rows: list[bytes]) -> Iterator[list[bytes]]:
    """The rows in turns: printed ones, and at least `_GAP` blank ones."""
    start = number = 0
    while number < len(rows):
        end = number
        while end < len(rows) and not rows[end]:
            end += 1
        if end - number >= _GAP or (end > number and end == len(rows)):
            if start < number:
                yield rows[start:number]
            yield rows[number:end]
            start = end
        number = max(end, number + 1)
    if start < len(rows):
        yield rows[start:]


def _strips(rows: list[bytes]) -> Iterator[bytes]:
    start = 0
    for wide, tall in _shares([len(row) for row in rows]):
        if wide:
            size = wide.to_bytes(2, "little") + tall.to_bytes(2, "little")
            strip = rows[start : start + tall]
            yield b"\x1dv0\x00" + size + b"".join(row.ljust(wide, b"\0") for row in strip)
        else:
            yield from _feed(tall)
        start += tall


def _shares(widths: list[int]) -> list[tuple[int, int]]:
    """Width and height of each strip: rows go together while that wastes fewer bytes than `_LOSS`.

    Lines that end early, as most last lines do, are then not sent at the width of their
    neighbours.
    """
    shares: list[tuple[int, int]] = []
    for width in widths:
        wide, tall = width, 1
        while shares:
            above, rows = shares[-1]
            most = max(above, wide)
            loss = most * (rows + tall) - above * rows - wide * tall
            if loss > _LOSS or rows + tall > _STRIP:
                break
            wide, tall = most, rows + tall
            shares.pop()
        shares.append((wide, tall))
    return shares


def _feed(rows: int) -> Iterator[bytes]:
    while rows > 0:
        yield b"\x1bJ" + bytes((min(rows, _FEED),))
        rows -= _FEED
