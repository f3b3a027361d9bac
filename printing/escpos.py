"""One-bit pictures to the commands of thermal printers.

Only commands that every ESC/POS printer knows: ESC @, GS P, GS W, ESC a, GS v 0, ESC J and GS V.
What is asked of the printer beside them stands in `printing.commands`.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QImage

from printing.native import Symbol

_START = b"\x1b@"
_CUT = b"\x1dV\x42\x00"
_LEFT, _RIGHT, _CENTRE = b"\x1ba\x00", b"\x1ba\x02", b"\x1ba\x01"
_SIDES = (_LEFT, _RIGHT, _CENTRE)
"""Where a strip may stand, in the order of its widths there."""
_TEAR = 15
"""Millimetres from the head to the edge at which paper is torn."""
STRIP = 128
"""Rows of one GS v 0: cheap boards keep one byte of the height and 4 kB of rows."""
_LOSS = 11
"""Bytes of white that are cheaper to send than a strip of its own."""
_GAP, _FEED = 4, 255
"""Blank rows worth a feed of their own, and the most that one ESC J feeds."""

_Widths = tuple[int, int, int]
_Share = tuple[_Widths, int, int]
"""Rows that are sent together: their widths, their height, and the bytes they take."""


def encode(
    image: QImage,
    dpi: int,
    *,
    strip: int = STRIP,
    knife: bool = True,
    symbols: Sequence[Symbol] = (),
) -> bytes:
    """The job that prints `image` (`Format_Mono`, 1 is black) and cuts the paper, or feeds it to
    where it is torn. Blank rows are fed, not sent, and of the white beside black dots as much as
    can be is not sent either: a strip stands at the left or the right end of the head, or in its
    middle. The rows of `symbols` are left to the printer to draw.
    """
    # ESC J counts in the printer's own unit, which differs by maker, unless it is set.
    parts = [_START, b"\x1dP", bytes((dpi, dpi)), b"\x1dW", image.width().to_bytes(2, "little")]
    rows, start = _rows(image), 0
    both = image.width() % 8 == 0  # else a strip does not end where the head does
    for symbol in symbols:
        parts += [*_printed(rows[start : symbol.top], strip, both=both), symbol.drawn()]
        start = symbol.bottom
    end = [_CUT] if knife else _feed(round(_TEAR * dpi / 25.4))
    return b"".join([*parts, *_printed(rows[start:], strip, both=both), *end])


def _printed(rows: list[bytes], strip: int, *, both: bool) -> Iterator[bytes]:
    blank, side = 0, _LEFT
    for stretch, black in _stretches(rows):
        if black:
            yield from _feed(blank)
            for wanted, told in _strips(stretch, strip, both=both):
                if wanted not in (side, b""):
                    side = wanted
                    yield side
                yield told
            blank = 0
        else:
            blank = len(stretch)
    yield from _feed(blank)


def _rows(image: QImage) -> list[bytes]:
    data, step = bytes(image.constBits()), image.bytesPerLine()
    used = (image.width() + 7) // 8
    spare = used * 8 - image.width()
    if spare:
        # Bits past the picture's edge are not ours to print.
        mask = 0xFF << spare & 0xFF
        return [
            data[at : at + used - 1] + bytes((data[at + used - 1] & mask,))
            for at in range(0, len(data), step)
        ]
    return [data[at : at + used] for at in range(0, len(data), step)]


def _stretches(rows: list[bytes]) -> Iterator[tuple[list[bytes], bool]]:
    """The rows in turns, with whether anything is printed there: at least `_GAP` blank ones, and
    what stands between.
    """
    start = number = 0
    white = bytes(len(rows[0]) if rows else 0)
    while number < len(rows):
        end = number
        while end < len(rows) and rows[end] == white:
            end += 1
        if end - number >= _GAP or (end > number and end == len(rows)):
            if start < number:
                yield rows[start:number], True
            yield rows[number:end], False
            start = end
        number = max(end, number + 1)
    if start < len(rows):
        yield rows[start:], True


def _strips(rows: list[bytes], most: int, *, both: bool) -> Iterator[tuple[bytes, bytes]]:
    """Where a strip stands (empty: anywhere), and the strip."""
    start = 0
    for widths, tall, _ in _shares([_widths(row, both=both) for row in rows], most):
        told = rows[start : start + tall]
        start += tall
        wide = min(widths)
        if not wide:
            yield b"", b"".join(_feed(tall))
            continue
        side = _SIDES[widths.index(wide)]
        white = len(told[0]) - wide
        before = {_LEFT: 0, _RIGHT: white, _CENTRE: white // 2}[side]
        size = wide.to_bytes(2, "little") + tall.to_bytes(2, "little")
        yield side, b"\x1dv0\x00" + size + b"".join(row[before : before + wide] for row in told)


def _widths(row: bytes, *, both: bool) -> _Widths:
    """Bytes of a row that must be sent if it stands at the left, at the right, in the middle.

    In the middle as many are left out on both sides, so that no byte is shifted.
    """
    whole, at_left, at_right = len(row), len(row.rstrip(b"\0")), len(row.lstrip(b"\0"))
    if not at_left or not both:
        return at_left, whole if at_left else 0, whole if at_left else 0
    return at_left, at_right, whole - 2 * (whole - max(at_left, at_right))


def _shares(widths: list[_Widths], highest: int) -> list[_Share]:
    """The widths and the height of each strip: rows go together while that wastes fewer bytes than
    `_LOSS`.

    Lines that end early, as most last lines do, are then not sent at the width of their
    neighbours.
    """
    shares: list[_Share] = []
    for row in widths:
        (left, right, middle), tall, sent = row, 1, min(row)
        while shares:
            (a, b, c), above, before = shares[-1]
            # Hundreds of times for each paper, and `max` takes several times as long.
            a = left if left > a else a  # noqa: FURB136
            b = right if right > b else b  # noqa: FURB136
            c = middle if middle > c else c  # noqa: FURB136
            both = min(a, b, c) * (above + tall)
            if both - before - sent > _LOSS or above + tall > highest:
                break
            left, right, middle, tall, sent = a, b, c, above + tall, both
            shares.pop()
        shares.append(((left, right, middle), tall, sent))
    return shares


def _feed(rows: int) -> Iterator[bytes]:
    while rows > 0:
        yield b"\x1bJ" + bytes((min(rows, _FEED),))
        rows -= _FEED
