"""A TrueType file as a PDF needs it: widths, measures, and subsets of its glyphs."""

import struct
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import resources
from printing.engine import FILES
from printing.model import Weight
from printing.truetype import codes, parts, program

_COPIED = ("cvt ", "fpgm", "prep")


@dataclass(frozen=True)
class Face:
    """One font file with TrueType outlines, whole in memory. Safe to share between threads."""

    name: str
    tables: dict[str, bytes]

    @cached_property
    def units(self) -> int:
        """Units of the em."""
        return int(struct.unpack_from(">H", self.tables["head"], 18)[0])

    @cached_property
    def measures(self) -> dict[str, int]:
        """Ascent, descent, height of capitals and the bounding box, in thousandths of the em."""
        box = struct.unpack_from(">4h", self.tables["head"], 36)
        ascent, descent = struct.unpack_from(">2h", self.tables["hhea"], 4)
        (capital,) = struct.unpack_from(">h", self.tables["OS/2"], 88)
        names = ("left", "bottom", "right", "top", "ascent", "descent", "capital")
        values = (*box, ascent, descent, capital)
        return {name: self._milli(value) for name, value in zip(names, values, strict=True)}

    @cached_property
    def advances(self) -> tuple[int, ...]:
        """Width of each glyph, in thousandths of the em."""
        return tuple(self._milli(width) for width, _ in self._metrics)

    @cached_property
    def presentations(self) -> dict[int, str]:
        """Glyph to presentation form (U+FB00-FB06, FB50-FDFF, FE70-FEFE): lam-alef and its like."""
        return {glyph: chr(code) for code, glyph in codes(self.tables["cmap"]) if _form(code)}

    def subset(self, glyphs: list[int]) -> tuple[bytes, dict[int, int]]:
        """A font file of these glyphs, what they are built of and `.notdef`; old number to new."""
        order = self._closed(glyphs)
        numbers = {glyph: number for number, glyph in enumerate(order)}
        outlines = [self._renumbered(glyph, numbers) for glyph in order]
        return program(self._cut(order, outlines)), numbers

    def _milli(self, value: int) -> int:
        return round(value * 1000 / self.units)

    @cached_property
    def _metrics(self) -> tuple[tuple[int, int], ...]:
        count = struct.unpack_from(">H", self.tables["hhea"], 34)[0]
        table = self.tables["hmtx"]
        pairs = list(struct.iter_unpack(">Hh", table[: count * 4]))
        bearings = struct.iter_unpack(">h", table[count * 4 :])
        return (*pairs, *((pairs[-1][0], bearing) for (bearing,) in bearings))

    @cached_property
    def _places(self) -> tuple[int, ...]:
        table = self.tables["loca"]
        if struct.unpack_from(">h", self.tables["head"], 50)[0]:
            return struct.unpack(f">{len(table) // 4}L", table)
        return tuple(2 * half for half in struct.unpack(f">{len(table) // 2}H", table))

    def _outline(self, glyph: int) -> bytes:
        return self.tables["glyf"][self._places[glyph] : self._places[glyph + 1]]

    @cached_property
    def _seen(self) -> dict[int, tuple[bytes, tuple[tuple[int, int], ...]]]:
        """Outlines that were asked for, and the places and numbers of their parts."""
        return {}

    def _built(self, glyph: int) -> tuple[bytes, tuple[tuple[int, int], ...]]:
        if glyph not in self._seen:
            outline = self._outline(glyph)
            self._seen[glyph] = outline, tuple(parts(outline))
        return self._seen[glyph]

    def _closed(self, glyphs: list[int]) -> list[int]:
        order = list(dict.fromkeys([0, *glyphs]))
        seen = set(order)
        for glyph in order:  # grows while parts of parts are found
            fresh = {part for _, part in self._built(glyph)[1]} - seen
            seen |= fresh
            order += sorted(fresh)
        return order

    def _renumbered(self, glyph: int, numbers: dict[int, int]) -> bytes:
        outline, its_parts = self._built(glyph)
        if its_parts:
            changed = bytearray(outline)
            for place, part in its_parts:
                struct.pack_into(">H", changed, place, numbers[part])
            outline = bytes(changed)
        return outline + b"\0" * (-len(outline) % 4)

    def _cut(self, order: list[int], outlines: list[bytes]) -> dict[str, bytes]:
        places = [0]
        for outline in outlines:
            places.append(places[-1] + len(outline))
        count = len(order)
        head, hhea, maxp = (bytearray(self.tables[tag]) for tag in ("head", "hhea", "maxp"))
        struct.pack_into(">h", head, 50, 1)
        struct.pack_into(">H", hhea, 34, count)
        struct.pack_into(">H", maxp, 4, count)
        metrics = b"".join(struct.pack(">Hh", *self._metrics[glyph]) for glyph in order)
        kept = {tag: self.tables[tag] for tag in _COPIED if tag in self.tables}
        return kept | {
            "glyf": b"".join(outlines),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "hmtx": metrics,
            "loca": struct.pack(f">{count + 1}L", *places),
            "maxp": bytes(maxp),
        }


def load(weight: Weight) -> Face:
    """The shipped face of that weight."""
    return read(resources.path("fonts", FILES[weight]))


def read(file: Path) -> Face:
    """The face in a TrueType file."""
    data = file.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {}
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        tables[tag.decode()] = data[start : start + length]
    return Face(file.stem, tables)


def _form(code: int) -> bool:
    return 0xFB00 <= code <= 0xFB06 or 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFE
