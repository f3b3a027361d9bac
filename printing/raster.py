"""Laid-out rolls and pages to pictures: one bit a dot for print heads, grey for the screen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from printing.layout import Layout, Page
from printing.leaf import Leaf
from printing.slab import Bar, Ink, Picture

_WHITE, _BLACK = 0xFFFFFFFF, 0xFF000000


def dots(layout: Layout) -> QImage:
    """The roll's dots, 1 is black: `Format_Mono`, rows as GS v 0 wants them."""
    (page,) = layout.pages
    image = QImage(round(page.width), round(page.height), QImage.Format.Format_Mono)
    image.setColorTable([_WHITE, _BLACK])
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, False)
    draw(page, painter, ground=None)
    painter.end()
    return image


def picture(layout: Layout, number: int, dpi: int) -> QImage:
    """Page `number` (from 0) as a screen shows it, smooth, at `dpi` dots an inch."""
    page, scale = layout.pages[number], dpi / layout.dpi
    size = QSize(round(page.width * scale), round(page.height * scale))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.scale(scale, scale)
    draw(page, painter, ground=QColor(240, 240, 240))
    painter.end()
    return image


def leaf(layout: Layout, number: int, dpi: int) -> Leaf:
    """Page `number` (from 0) as `picture` gives it, with its named rows."""
    scale = dpi / layout.dpi
    spots = {
        spot.name: QRectF(
            (spot.x + x) * scale, (spot.y + y) * scale, spot.width * scale, spot.height * scale
        )
        for x, y, spot in layout.pages[number].spots
    }
    return Leaf(picture(layout, number, dpi), spots)


def strip(layout: Layout) -> Leaf:
    """A roll's dots, with its named rows."""
    (page,) = layout.pages
    spots = {
        spot.name: QRectF(spot.x + x, spot.y + y, spot.width, spot.height)
        for x, y, spot in page.spots
    }
    return Leaf(dots(layout).convertToFormat(QImage.Format.Format_RGB32), spots)


def draw(page: Page, painter: QPainter, ground: QColor | None) -> None:
    """Paints a page on any device of Qt's that counts in the layout's dots."""
    black = QColor(Qt.GlobalColor.black)
    for x, y, item in page.items:
        if isinstance(item, Bar) and item.tint and ground is not None:
            painter.fillRect(_rectangle(item, x, y), ground)
    painter.setPen(black)
    for x, y, item in page.items:
        if isinstance(item, Ink):
            _write(item, x, y, painter)
        elif not isinstance(item, Bar):
            painter.drawImage(_rectangle(item, x, y), item.image)
        elif not item.tint:
            painter.fillRect(_rectangle(item, x, y), black)


def _write(ink: Ink, x: float, y: float, painter: QPainter) -> None:
    left, top = round(ink.x + x), round(ink.y + y + ink.line.shift)
    for stretch in ink.line.stretches:
        painter.drawGlyphRun(QPointF(left, top - stretch.rise), stretch.run)


def _rectangle(item: Bar | Picture, x: float, y: float) -> QRectF:
    return QRectF(item.x + x, item.y + y, item.width, item.height)
