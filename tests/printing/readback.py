"""What a reader finds on paper: words of a PDF file, symbols on a picture."""

import unicodedata

import pypdfium2
import zxingcpp
from PIL import Image

from app.persian import search_key


def words(pdf: bytes) -> str:
    """All text of the file as search compares it."""
    return "".join(words_by_page(pdf))


def words_by_page(pdf: bytes) -> list[str]:
    """The same, page by page."""
    found = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return [search_key(unicodedata.normalize("NFKC", page)) for page in found]


def pages(pdf: bytes) -> int:
    """How many pages the file has."""
    return len(pypdfium2.PdfDocument(pdf))


def picture(pdf: bytes, page: int = 0, dpi: int = 150) -> Image.Image:
    """A page as another program draws it."""
    leaf = pypdfium2.PdfDocument(pdf)[page]
    drawn: Image.Image = leaf.render(scale=dpi / 72).to_pil()
    return drawn.convert("L")


def symbols(image: Image.Image) -> list[str]:
    """What the QR symbols on a picture say."""
    return [found.text for found in zxingcpp.read_barcodes(image)]


def missing(phrases: list[str], pdf: bytes) -> list[str]:
    """The phrases that a search in the file does not find."""
    text = words(pdf)
    return [phrase for phrase in phrases if search_key(phrase) not in text]
