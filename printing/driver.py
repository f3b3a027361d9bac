"""The process that paints a PDF file on a printer's driver: `python -m printing.driver NAME TITLE`,
the file on standard input.
"""

import sys
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from printing.transports.system import UNKNOWN, UNTAKEN

DPI = 300
"""Of the pictures that the driver gets."""

_POINT = 72


def main() -> int:
    """Paints it; 0 when the driver took all."""
    platform = [] if sys.platform == "win32" else ["-platform", "offscreen"]
    application = QGuiApplication(["bajeh", *platform])
    name, title = sys.argv[1:3]
    found = QPrinterInfo.printerInfo(name)
    if found.isNull():
        return UNKNOWN
    painted = _paint(found, title, sys.stdin.buffer.read())
    del application
    return 0 if painted else UNTAKEN


def _paint(found: QPrinterInfo, title: str, data: bytes) -> bool:
    printer = QPrinter(found)
    printer.setDocName(title)
    printer.setResolution(DPI)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    painter = QPainter()
    for number, (size, picture) in enumerate(_pages(data)):
        printer.setPageLayout(_layout(size))
        if number:
            printer.newPage()
        elif not painter.begin(printer):
            return False
        dots = DPI / _POINT
        painter.drawImage(QRectF(0, 0, size.width() * dots, size.height() * dots), picture)
    return painter.isActive() and painter.end()


def _pages(data: bytes) -> Iterator[tuple[QSizeF, QImage]]:
    """The pages with their sizes in points."""
    with closing(pypdfium2.PdfDocument(data)) as file:
        for page in file:
            bitmap = page.render(scale=DPI / _POINT, grayscale=True)
            picture = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_Grayscale8,
            )
            yield QSizeF(*page.get_size()), picture.copy()


def _layout(size: QSizeF) -> QPageLayout:
    lying = size.width() > size.height()
    upright = size.transposed() if lying else size
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    kind = QPageSize(upright, QPageSize.Unit.Point, "", match)
    side = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    layout = QPageLayout(kind, side, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


if __name__ == "__main__":
    sys.exit(main())
