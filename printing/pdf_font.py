"""One face inside one PDF file: codes for the glyphs in use, and what they mean."""

from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from printing.face import Face
from printing.pdf_line import Sign, Words

_SYMBOLIC = 4
_STEM = {"Vazirmatn-Regular": 80, "Vazirmatn-Medium": 100, "Vazirmatn-Bold": 140}
_MAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_MAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
_BLOCK = 100
"""Most entries of one list in a map of codes."""


class _Codes(dict[Sign, str]):
    """Two-byte codes in hexadecimal, from 1 on in the order in which they are asked for."""

    def __missing__(self, sign: Sign) -> str:
        code = self[sign] = f"{len(self) + 1:04X}"
        return code


class PdfFont:
    """Gives each sign, a pair of glyph and meaning, its own code.

    So a reader finds the letters that were written, however they are drawn.
    """

    def __init__(self, name: str, face: Face) -> None:
        self.name, self.face = name, face
        self._codes = _Codes()

    @property
    def used(self) -> bool:
        """Whether any glyph was asked for."""
        return bool(self._codes)

    def shown(self, words: Words) -> str:
        """The operand of `TJ`: the codes of the signs, and the steps between them."""
        code = self._codes.__getitem__
        return "".join(f"{step or ''}<{''.join(map(code, signs))}>" for step, signs in words.groups)

    def add_to(self, pdf: Any) -> PDFObjectReference:
        """Put the font, with the glyphs used so far, into the file (a `PDFDocument`)."""
        glyphs = [glyph for glyph, _ in self._codes]
        program, numbers = self.face.subset(glyphs)
        base = f"{_tag(glyphs)}+{self.face.name}"
        places = b"\0\0" + b"".join(numbers[glyph].to_bytes(2, "big") for glyph in glyphs)
        file = _stream(program)
        file.dictionary["Length1"] = len(program)
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(base),
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": pdf.Reference(self._descriptor(base, pdf.Reference(file))),
                "W": f"[1 [{' '.join(str(self.face.advances[glyph]) for glyph in glyphs)}]]",
                "CIDToGIDMap": pdf.Reference(_stream(places)),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(base),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([pdf.Reference(descendant)]),
                "ToUnicode": pdf.Reference(_stream(self._map().encode("ascii"))),
            }
        )
        added: PDFObjectReference = pdf.Reference(font)
        return added

    def _descriptor(self, base: str, file: PDFObjectReference) -> PDFDictionary:
        at = self.face.measures
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(base),
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([at["left"], at["bottom"], at["right"], at["top"]]),
                "ItalicAngle": 0,
                "Ascent": at["ascent"],
                "Descent": at["descent"],
                "CapHeight": at["capital"],
                "StemV": _STEM.get(self.face.name, 80),
                "FontFile2": file,
            }
        )

    def _map(self) -> str:
        rows = [
            f"<{code}> <{words.encode('utf-16-be').hex().upper()}>\n"
            for (_, words), code in self._codes.items()
        ]
        parts = []
        for start in range(0, len(rows), _BLOCK):
            block = rows[start : start + _BLOCK]
            parts.append(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n")
        return _MAP_HEAD + "".join(parts) + _MAP_FOOT


def _stream(content: bytes) -> PDFStream:
    return PDFStream(content=content, filters=[PDFZCompress])


def _tag(glyphs: list[int]) -> str:
    """Six capitals that mark a subset, the same for the same glyphs."""
    number = sum(glyph * place for place, glyph in enumerate(sorted(glyphs), 7))
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))
