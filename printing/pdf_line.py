"""Lines of glyphs to operators of a PDF page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from unicodedata import combining

from printing.model import Weight
from printing.pdf_font import PdfFont
from printing.text import Line, Stretch

_UNSEEN = re.compile(
    r"[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_MIRRORED = dict(zip("()[]{}<>«»", ")(][}{><»«", strict=True))
_NEAR = 2
"""Thousandths of the em by which a glyph may stray before its place is written down."""


@dataclass(frozen=True, slots=True)
class Words:
    """Glyphs of one font on one base line.

    `x` and `y` (down) count from the line's left top, in points; `font` is the operator that
    chooses the font, `shown` the operand of `TJ`.
    """

    x: float
    y: float
    font: str
    shown: str


class _Glyph(NamedTuple):
    x: float
    y: float
    font: PdfFont
    size: float
    code: int
    advance: int
    mark: bool


def words(line: Line, fonts: dict[Weight, PdfFont], scale: float) -> list[Words]:
    """The line from left to right, as readers of files expect it; `scale` is points a dot.

    Vowel marks come last: each on its own height, they would tear the words apart.
    """
    drawn = [(stretch, stretch.run.stringIndexes()) for stretch in line.stretches]
    ends = _ends([number for _, numbers in drawn for number in numbers])
    glyphs = [
        glyph
        for stretch, numbers in drawn
        for glyph in _glyphs(stretch, numbers, ends, fonts[stretch.weight])
    ]
    glyphs.sort(key=lambda glyph: (glyph.mark, glyph.x))
    done: list[Words] = []
    start = 0
    for end in range(1, len(glyphs) + 1):
        if end == len(glyphs) or not _alike(glyphs[start], glyphs[end]):
            done.append(_shown(glyphs[start:end], line.shift, scale))
            start = end
    return done


def _glyphs(
    stretch: Stretch, numbers: list[int], ends: dict[int, int], font: PdfFont
) -> Iterator[_Glyph]:
    run, advances, size = stretch.run, font.face.advances, stretch.size
    leftward = run.isRightToLeft()
    for glyph, point, number in zip(run.glyphIndexes(), run.positions(), numbers, strict=True):
        letters = _seen(stretch.words[number : ends[number]])
        if letters:
            # Readers expect the bracket that is drawn, and turn it round themselves.
            letters = _MIRRORED.get(letters, letters) if leftward else letters
            code, mark = font.code(glyph, letters), combining(letters[0]) > 0
            y = point.y() - stretch.rise
            yield _Glyph(point.x(), y, font, size, code, advances[glyph], mark)


@cache
def _seen(letters: str) -> str:
    """The letters of one glyph without what is never seen; there are few different ones."""
    return _UNSEEN.sub("", letters)


def _ends(numbers: list[int]) -> dict[int, int]:
    """Where in the text the letters of each glyph end: at the first letter of the next."""
    order = sorted(set(numbers))
    return dict(zip(order, [*order[1:], *(last + 1 for last in order[-1:])], strict=True))


def _alike(first: _Glyph, other: _Glyph) -> bool:
    return (first.font, first.size, first.y) == (other.font, other.size, other.y)


def _shown(glyphs: list[_Glyph], shift: float, scale: float) -> Words:
    first = glyphs[0]
    milli = 1000 / first.size
    parts: list[str] = []
    codes: list[str] = []
    expected = 0
    for glyph in glyphs:
        astray = round((glyph.x - first.x) * milli) - expected
        if abs(astray) > _NEAR:
            parts.append(f"<{''.join(codes)}>{-astray}" if codes else f"{-astray}")
            codes = []
            expected += astray
        codes.append(f"{glyph.code:04X}")
        expected += glyph.advance
    parts.append(f"<{''.join(codes)}>")
    return Words(
        first.x * scale,
        (first.y + shift) * scale,
        f"/{first.font.name} {first.size * scale:.4g} Tf",
        "".join(parts),
    )
