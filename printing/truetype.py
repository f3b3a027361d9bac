"""TrueType files in their bytes: what maps letters to glyphs, composes glyphs, frames tables."""

import struct

_COMPOSITE_WORDS, _COMPOSITE_MORE = 0x0001, 0x0020
_COMPOSITE_SCALES = ((0x0008, 2), (0x0040, 4), (0x0080, 8))


def codes(cmap: bytes) -> list[tuple[int, int]]:
    """Code points and glyphs of the table's Unicode part (format 4)."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    starts = [struct.unpack_from(">HHL", cmap, 4 + 8 * number)[2] for number in range(count)]
    start = next(at for at in starts if struct.unpack_from(">H", cmap, at)[0] == 4)
    size = struct.unpack_from(">H", cmap, start + 6)[0] // 2
    ends = struct.unpack_from(f">{size}H", cmap, start + 14)
    firsts = struct.unpack_from(f">{size}H", cmap, start + 16 + 2 * size)
    deltas = struct.unpack_from(f">{size}H", cmap, start + 16 + 4 * size)
    offsets_at = start + 16 + 6 * size
    pairs = []
    for number, (first, end, delta) in enumerate(zip(firsts, ends, deltas, strict=True)):
        here = offsets_at + 2 * number
        offset = struct.unpack_from(">H", cmap, here)[0]
        for code in range(first, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", cmap, here + offset + 2 * (code - first))[0]
            if not offset or glyph:
                pairs.append((code, (glyph + delta) & 0xFFFF))
    return pairs


def parts(outline: bytes) -> list[tuple[int, int]]:
    """Where a composite glyph names its parts, and which; nothing for a simple one."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    parts, at, flags = [], 10, _COMPOSITE_MORE
    while flags & _COMPOSITE_MORE:
        flags, part = struct.unpack_from(">HH", outline, at)
        parts.append((at + 2, part))
        at += 8 if flags & _COMPOSITE_WORDS else 6
        at += next((size for flag, size in _COMPOSITE_SCALES if flags & flag), 0)
    return parts


def program(tables: dict[str, bytes]) -> bytes:
    """A font file of these tables, with the checksums that readers compare."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    start = 12 + 16 * count
    head = struct.pack(
        ">LHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    directory, body = [head], []
    for tag, table in sorted(tables.items()):
        padded = table + b"\0" * (-len(table) % 4)
        directory.append(struct.pack(">4sLLL", tag.encode(), _checksum(padded), start, len(table)))
        body.append(padded)
        start += len(padded)
    return b"".join(directory + body)


def _checksum(table: bytes) -> int:
    return int(sum(struct.unpack(f">{len(table) // 4}L", table)) & 0xFFFFFFFF)
