"""Laid-out pages to a PDF file: glyphs at their places, fonts as subsets, words that are found.

The file's objects are reportlab's; its own text engine is not used, for the text is laid out.
"""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFResourceDictionary,
    PDFStream,
    PDFZCompress,
    ViewerPreferencesPDFDictionary,
)

from printing.layout import Layout, Page
from printing.pdf_font import PdfFont
from printing.pdf_line import Lettering, Words
from printing.slab import Bar, Picture

_TINT = "0.94 g"
_IMAGE_DPI = 300


def write(layout: Layout, lettering: Lettering) -> bytes:
    """The whole file. `lettering` may be shared by all files and threads."""
    return _Writer(layout, lettering).file()


class _Writer:
    def __init__(self, layout: Layout, lettering: Lettering) -> None:
        self._layout, self._lettering = layout, lettering
        self._scale = 72 / layout.dpi
        self._fonts = {
            weight: PdfFont(f"F{number}", face)
            for number, (weight, face) in enumerate(lettering.faces.items())
        }
        self._images: dict[str, PDFObjectReference] = {}
        self._pdf: Any = PDFDocument(compression=1, pdfVersion=(1, 5), lang="fa-IR")

    def file(self) -> bytes:
        pdf = self._pdf
        pdf.setTitle(self._layout.title)
        pdf.setAuthor("")
        pdf.setSubject("")
        pdf.info.creator = "Bajeh"
        pdf.Catalog.ViewerPreferences = ViewerPreferencesPDFDictionary(
            {"Direction": PDFName("R2L"), "DisplayDocTitle": "true"}
        )
        resources: Any = PDFResourceDictionary()
        for page in self._layout.pages:
            pdf.addPage(self._page(page, resources))
        fonts = [font for font in self._fonts.values() if font.used]
        resources.Font = {font.name: font.add_to(pdf) for font in fonts}
        resources.XObject = self._images
        data: bytes = pdf.GetPDFData(None)
        return data

    def _page(self, page: Page, resources: PDFResourceDictionary) -> PDFPage:
        leaf: Any = PDFPage()
        leaf.pagewidth = round(page.width * self._scale, 2)
        leaf.pageheight = round(page.height * self._scale, 2)
        content = self._content(page).encode("ascii")
        leaf.Contents = PDFStream(content=content, filters=[PDFZCompress])
        leaf.Resources = resources
        done: PDFPage = leaf
        return done

    def _content(self, page: Page) -> str:
        """Grounds, then rules, then text, so that nothing is covered."""
        height = page.height * self._scale
        grounds, rules, pictures, text = [_TINT], ["0 g"], [], ["BT"]
        font = ""
        for x, y, item in page.items:
            left, top = (item.x + x) * self._scale, height - (item.y + y) * self._scale
            if isinstance(item, Bar):
                (grounds if item.tint else rules).append(self._bar(item, left, top))
            elif isinstance(item, Picture):
                pictures.append(self._picture(item, left, top))
            else:
                for some in self._lettering.words(item.line):
                    if self._font(some) != font:
                        font = self._font(some)
                        text.append(font)
                    text.append(self._shown(some, left, top))
        return "\n".join([*grounds, "f", *rules, "f", *pictures, *text, "ET"])

    def _font(self, words: Words) -> str:
        return f"/{self._fonts[words.weight].name} {words.size * self._scale:.4g} Tf"

    def _shown(self, words: Words, left: float, top: float) -> str:
        x, y = left + words.x * self._scale, top - words.y * self._scale
        return f"1 0 0 1 {x:.2f} {y:.2f} Tm[{self._fonts[words.weight].shown(words)}]TJ"

    def _bar(self, bar: Bar, left: float, top: float) -> str:
        width, height = bar.width * self._scale, bar.height * self._scale
        return f"{left:.2f} {top - height:.2f} {width:.2f} {height:.2f} re"

    def _picture(self, picture: Picture, left: float, top: float) -> str:
        width, height = picture.width * self._scale, picture.height * self._scale
        name = f"I{len(self._images)}"
        self._images[name] = self._pdf.Reference(_image(picture.image, width))
        return f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {top - height:.2f} cm /{name} Do Q"


def _image(image: QImage, points: float) -> PDFStream:
    """The image on white, no finer than paper shows."""
    most = max(1, round(points / 72 * _IMAGE_DPI))
    if image.width() > most:
        image = image.scaledToWidth(most, Qt.TransformationMode.SmoothTransformation)
    paper = QImage(image.size(), QImage.Format.Format_RGB888)
    paper.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    data, row = bytes(paper.constBits()), paper.bytesPerLine()
    wide = paper.width() * 3
    pixels = b"".join(data[start : start + wide] for start in range(0, len(data), row))
    looks = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": paper.width(),
        "Height": paper.height(),
        "BitsPerComponent": 8,
        "ColorSpace": PDFName("DeviceRGB"),
    }
    return PDFStream(PDFDictionary(looks), pixels, [PDFZCompress])
