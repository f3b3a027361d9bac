"""Paragraphs to lines of glyphs, by Qt's text layout: shaping, bidi, wrapping."""

import re
from dataclasses import dataclass
from functools import lru_cache
from threading import local

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from app.bidi import isolate
from printing.engine import FAMILY
from printing.model import Run, Style, Text, Weight

_WEIGHTS: dict[Weight, QFont.Weight] = {
    "regular": QFont.Weight.Normal,
    "medium": QFont.Weight.Medium,
    "bold": QFont.Weight.Bold,
}
_ALIGNS = {
    "start": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "end": Qt.AlignmentFlag.AlignLeft,
}
_RAISED, _RISE = 0.64, 0.3
"""Size of a footnote's mark and its height above the line, in sizes of the text."""
_RETRIEVE = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)
_NO_GLYPH = re.compile(r"[\U00010000-\U0010ffff\u200d\ufe0f]*[\U00010000-\U0010ffff]\ufe0f?")
"""Emoji and rare scripts: one empty box each run. They would also count double in Qt's indexes."""
_GRIDS, _PARAGRAPHS, _FONTS = 3, 1024, 64
"""How many are remembered: grids in a thread, paragraphs and fonts of each. A receipt has forty
paragraphs, of which thirty stand on the next one too.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Glyphs of one font, positioned from the line's left top; `size` and `rise` in dots."""

    run: QGlyphRun
    weight: Weight
    size: float
    rise: float
    words: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Line:
    """One line of `height` dots; its glyphs are drawn `shift` dots below its top."""

    stretches: tuple[Stretch, ...]
    height: float
    shift: float


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    length: int
    weight: Weight
    size: float
    rise: float


class Typesetter:
    """Sets paragraphs on one grid of dots. Belongs to one thread.

    The same paragraph at the same width is set once: labels and footnotes come again on each paper,
    the dates and titles of a long log on each row. Those not asked for longest are forgotten.
    """

    def __init__(self, dpi: int, *, hinted: bool) -> None:
        self._dots = dpi / 72
        self._hinting = (
            QFont.HintingPreference.PreferFullHinting
            if hinted
            else QFont.HintingPreference.PreferNoHinting
        )
        self._font = lru_cache(_FONTS)(self._made)
        self._known = lru_cache(_PARAGRAPHS)(self._set)

    def lines(self, text: Text, width: float) -> tuple[Line, ...]:
        """The paragraph in lines at most `width` dots wide; words break only if they must."""
        return self._known(text, width)

    def _set(self, text: Text, width: float) -> tuple[Line, ...]:
        words, spans = _joined(text.runs, text.style)
        layout = QTextLayout(words, self._font(text.style.weight, self._pixels(text.style.size)))
        layout.setTextOption(_option(text.style))
        layout.setCacheEnabled(True)
        if len(spans) > 1:
            layout.setFormats([self._format(span) for span in spans])
        layout.beginLayout()
        lines: list[QTextLine] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
            lines.append(line)
        layout.endLayout()
        return tuple(self._line(line, words, spans, text.style) for line in lines)

    def _line(self, line: QTextLine, words: str, spans: list[_Span], style: Style) -> Line:
        height = round(style.size * style.leading * self._dots)
        shift = (height - line.height()) / 2
        stretches = []
        first, past = line.textStart(), line.textStart() + line.textLength()
        for span in spans:
            start, end = max(first, span.start), min(past, span.start + span.length)
            if start < end:
                size, rise = round(span.size * self._dots), round(span.rise * self._dots)
                stretches += [
                    Stretch(run, span.weight, size, rise, words)
                    for run in line.glyphRuns(start, end - start, _RETRIEVE)
                ]
        return Line(tuple(stretches), height, shift)

    def _format(self, span: _Span) -> QTextLayout.FormatRange:
        looks = QTextCharFormat()
        looks.setFont(self._font(span.weight, self._pixels(span.size)))
        chosen = QTextLayout.FormatRange()
        chosen.start, chosen.length, chosen.format = span.start, span.length, looks
        return chosen

    def _pixels(self, size: float) -> int:
        return round(size * self._dots)

    def _made(self, weight: Weight, pixels: int) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(pixels)
        font.setWeight(_WEIGHTS[weight])
        font.setHintingPreference(self._hinting)
        # Only the shipped font: what it lacks is an empty box on every machine alike.
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        return font


class Typesetters(local):
    """The typesetters of each thread: what Qt has set may be drawn only where it was set."""

    def __init__(self) -> None:
        self.of = lru_cache(_GRIDS)(_typesetter)


def _typesetter(dpi: int, hinted: bool) -> Typesetter:  # noqa: FBT001
    return Typesetter(dpi, hinted=hinted)


def _joined(runs: tuple[Run, ...], style: Style) -> tuple[str, list[_Span]]:
    words, spans = "", []
    for run in runs:
        piece = _NO_GLYPH.sub("\ufffd", isolate(run.text)).replace("\n", "\u2028")
        size = style.size * run.size * (_RAISED if run.raised else 1)
        rise = style.size * _RISE if run.raised else 0
        spans.append(_Span(len(words), len(piece), run.weight or style.weight, size, rise))
        words += piece
    return words, spans


def _option(style: Style) -> QTextOption:
    option = QTextOption(_ALIGNS[style.align] | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
