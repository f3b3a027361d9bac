"""Lines of glyphs to what a PDF page shows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from unicodedata import combining, normalize
from weakref import WeakKeyDictionary

from printing.face import Face
from printing.model import Weight
from printing.text import Line, Stretch

Sign = tuple[int, str]
"""A glyph and what a reader is told that it means."""
_Sign = tuple[Sign, bool, int]
"""A sign, whether it is a vowel mark, and how far it goes, in thousandths of the em."""
_Glyph = tuple[bool, float, float, Weight, float, Sign, int]
"""Whether it is a mark; x and y, in dots; weight and size; the sign and how far it goes."""

_UNSEEN = re.compile(
    r"[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_MIRRORED = dict(zip("()[]{}<>«»", ")(][}{><»«", strict=True))
_NEAR = 2
"""Thousandths of the em by which a glyph may stray before its place is written down."""
_SIGNS = 4096
"""How many are remembered; the forms and what people type need a few hundred."""


@dataclass(frozen=True, slots=True)
class Words:
    """Glyphs of one font on one base line.

    `x` and `y` (down) count from the line's left top, in dots as `size` does. The signs come in
    groups, each after a step (thousandths of the em, to the left).
    """

    x: float
    y: float
    weight: Weight
    size: float
    groups: tuple[tuple[int, tuple[Sign, ...]], ...]


class Lettering:
    """What lines show, each worked out once: those that a typesetter knows come in many files.

    Share one. A line that nobody holds any more is forgotten.
    """

    def __init__(self, faces: Mapping[Weight, Face]) -> None:
        self.faces = faces
        self._known: WeakKeyDictionary[Line, tuple[Words, ...]] = WeakKeyDictionary()
        self._sign = lru_cache(_SIGNS)(self._meant)

    def words(self, line: Line) -> tuple[Words, ...]:
        """The line from left to right, as readers of files expect it.

        Vowel marks come last: each on its own height, they would tear the words apart.
        """
        known = self._known.get(line)
        if known is None:
            known = self._known[line] = tuple(self._worked_out(line))
        return known

    def _worked_out(self, line: Line) -> Iterator[Words]:
        drawn = [(stretch, stretch.run.stringIndexes()) for stretch in line.stretches]
        ends = _ends([number for _, numbers in drawn for number in numbers])
        glyphs = [glyph for each in drawn for glyph in self._glyphs(*each, ends)]
        glyphs.sort(key=itemgetter(0, 1))
        start = 0
        for end in range(1, len(glyphs) + 1):
            if end == len(glyphs) or glyphs[start][2:5] != glyphs[end][2:5]:
                yield _words(glyphs[start:end], line.shift)
                start = end

    def _glyphs(
        self, stretch: Stretch, numbers: list[int], ends: dict[int, int]
    ) -> Iterator[_Glyph]:
        run, weight, size, text = stretch.run, stretch.weight, stretch.size, stretch.words
        leftward = run.isRightToLeft()
        for glyph, point, number in zip(run.glyphIndexes(), run.positions(), numbers, strict=True):
            sign = self._sign(weight, glyph, text[number : ends[number]], leftward)
            if sign:
                said, mark, advance = sign
                x, y = point.toTuple()
                yield mark, x, y - stretch.rise, weight, size, said, advance

    def _meant(
        self,
        weight: Weight,
        glyph: int,
        words: str,
        leftward: bool,  # noqa: FBT001 part of what is remembered
    ) -> _Sign | None:
        """The sign of a glyph that stands for `words` (one letter, seldom more).

        Nothing is told of what is never seen. Two letters in one glyph stay one sign, a
        presentation form: readers turn lines that run to the left letter by letter, and would turn
        the two round. A space inside a code stays U+00A0, by which they know the code for one
        number.
        """
        face, letters = self.faces[weight], _UNSEEN.sub("", words)
        if not letters:
            return None
        if leftward:
            # Readers expect the bracket that is drawn, and turn it round themselves.
            letters = _MIRRORED.get(letters, letters)
        mark = combining(letters[0]) > 0
        if len(letters) > 1:
            letters = face.presentations.get(glyph) or normalize("NFC", letters)
        return (glyph, letters), mark, face.advances[glyph]


def _ends(numbers: list[int]) -> dict[int, int]:
    """Where in the text the letters of each glyph end: at the first letter of the next."""
    order = sorted(set(numbers))
    return dict(zip(order, [*order[1:], *(last + 1 for last in order[-1:])], strict=True))


def _words(glyphs: list[_Glyph], shift: float) -> Words:
    _, left, top, weight, size, _, _ = glyphs[0]
    placed = [(x - left, sign, advance) for _, x, _, _, _, sign, advance in glyphs]
    return Words(left, top + shift, weight, size, tuple(_groups(placed, 1000 / size)))


def _groups(
    placed: Iterable[tuple[float, Sign, int]], milli: float
) -> Iterator[tuple[int, tuple[Sign, ...]]]:
    step = expected = 0
    signs: list[Sign] = []
    for x, sign, advance in placed:
        astray = round(x * milli) - expected
        if abs(astray) > _NEAR:
            if signs:
                yield step, tuple(signs)
                signs = []
            step = -astray
            expected += astray
        signs.append(sign)
        expected += advance
    yield step, tuple(signs)
