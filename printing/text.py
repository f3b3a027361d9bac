"""Paragraphs to lines of glyphs, by Qt's text layout: shaping, bidi, wrapping."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from printing.bidi import isolate
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


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Glyphs of one font, positioned from the line's left top; `size` and `rise` in dots."""

    run: QGlyphRun
    weight: Weight
    size: float
    rise: float
    words: str


@dataclass(frozen=True, slots=True, eq=False)
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
    """Sets paragraphs on one grid of dots. Belongs to one paper and one thread.

    The same paragraph at the same width is set once: the dates and titles of a long log repeat.
    """

    def __init__(self, dpi: int, *, hinted: bool) -> None:
        self._dots = dpi / 72
        self._hinting = (
            QFont.HintingPreference.PreferFullHinting
            if hinted
            else QFont.HintingPreference.PreferNoHinting
        )
        self._fonts: dict[tuple[Weight, int], QFont] = {}
        self._known: dict[tuple[Text, float], tuple[Line, ...]] = {}

    def lines(self, text: Text, width: float) -> tuple[Line, ...]:
        """The paragraph in lines at most `width` dots wide; words break only if they must."""
        key = (text, width)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._set(text, width)
        return known

    def _set(self, text: Text, width: float) -> tuple[Line, ...]:
        words, spans = _joined(text.runs, text.style)
        layout = QTextLayout(words, self._font(text.style.weight, text.style.size))
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
        looks.setFont(self._font(span.weight, span.size))
        chosen = QTextLayout.FormatRange()
        chosen.start, chosen.length, chosen.format = span.start, span.length, looks
        return chosen

    def _font(self, weight: Weight, size: float) -> QFont:
        pixels = round(size * self._dots)
        font = self._fonts.get((weight, pixels))
        if font is None:
            font = self._fonts[weight, pixels] = QFont(FAMILY)
            font.setPixelSize(pixels)
            font.setWeight(_WEIGHTS[weight])
            font.setHintingPreference(self._hinting)
            # Only the shipped font: what it lacks is an empty box on every machine alike.
            font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        return font


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
