"""Whether bytes are a picture (PNG): its parts whole, its rows as many as it says."""

import zlib
from hashlib import sha256
from struct import error, unpack_from

from app.templates.template import NO_EMBLEM

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_BY_PALETTE = 3
_LARGEST = 4000
"""Dots of a side: more than any letterhead can show, and little enough to unpack."""
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2))
_LAST_PASS = (0, 1, 1, 2)


def picture_name(png: bytes) -> str:
    """What a picture is called wherever it is meant and not shown; `NO_EMBLEM` for none."""
    return sha256(png).hexdigest()[:32] if png else NO_EMBLEM


def is_picture(png: bytes) -> bool:
    """Whether every part is there and unbroken; colours are not judged."""
    try:
        return _whole(png)
    except (error, zlib.error, IndexError):
        return False


def _whole(png: bytes) -> bool:
    chunks = list(_chunks(png))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1] != (b"IEND", b""):
        return False
    names = [name for name, _ in chunks]
    wide, high, depth, colour, packing, filtering, woven = unpack_from(">2I5B", chunks[0][1])
    if not (0 < wide <= _LARGEST and 0 < high <= _LARGEST and packing == filtering == 0):
        return False
    if depth not in _DEPTHS.get(colour, ()) or woven > 1:
        return False
    if colour == _BY_PALETTE and b"PLTE" not in names:
        return False
    bits = depth * _CHANNELS[colour]
    wanted = _woven(wide, high, bits) if woven else _plain(wide, high, bits)
    packed = b"".join(data for name, data in chunks if name == b"IDAT")
    return len(zlib.decompressobj().decompress(packed, wanted + 1)) == wanted


def _chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """The parts; none where a sum is wrong, or bytes are missing or left over."""
    found: list[tuple[bytes, bytes]] = []
    at = len(_SIGNATURE)
    while png.startswith(_SIGNATURE) and at < len(png):
        (length,) = unpack_from(">I", png, at)
        name, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        (told,) = unpack_from(">I", png, at + 8 + length)
        if zlib.crc32(name + data) != told:
            return []
        found.append((name, data))
        at += 12 + length
    return found


def _plain(wide: int, high: int, bits: int) -> int:
    """Bytes of so many rows, each with the byte that names its filter."""
    return high * (1 + (wide * bits + 7) // 8)


def _woven(wide: int, high: int, bits: int) -> int:
    """Bytes of a picture that comes in seven passes."""
    sizes = [
        (-(-(wide - left) // across), -(-(high - top) // down))
        for left, top, across, down in (*_PASSES, _LAST_PASS)
    ]
    return sum(_plain(w, h, bits) for w, h in sizes if w > 0 and h > 0)
