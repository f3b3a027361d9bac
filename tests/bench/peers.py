"""Who else writes the same page: Qt's own PDF writer, WeasyPrint, LibreOffice."""

import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import DEVNULL, run

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

import resources
from app.papers import Paper
from printing import raster
from printing.layout import Layout
from printing.model import Document
from printing.paper import FORMS, lay_out_page
from printing.sheet import Sheet
from printing.text import Typesetters
from tests.bench.as_html import as_html, style_sheet
from tests.bench.as_odt import as_odt

Make = Callable[[Paper], bytes]

MILLIMETRES = 25.4
OFFICE = "soffice"
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""


def by_qt() -> Make:
    """The same page, laid out by the same engine, as warm as ours, written by QPdfWriter."""
    setters = Typesetters()

    def made(paper: Paper) -> bytes:
        return _painted(lay_out_page(paper, setters=setters))

    return made


def by_weasyprint(sheet: Sheet) -> Make:
    """Warm: its fonts and its style sheet are read once. From the record to the bytes, as ours."""
    fonts = FontConfiguration()
    style = CSS(string=style_sheet(sheet), font_config=fonts)

    def made(paper: Paper) -> bytes:
        page = as_html(_document(paper, sheet))
        pdf: bytes = HTML(string=page).write_pdf(stylesheets=[style], font_config=fonts)
        return pdf

    return made


def by_libreoffice(sheet: Sheet, folder: Path) -> Make | None:
    """Cold: one process for one file, its profile made beforehand. None where it is not there."""
    office = shutil.which(OFFICE)
    if office is None:
        return None
    folder.mkdir()
    page, fonts = folder / "page.fodt", folder / "fonts.conf"
    fonts.write_text(_FONTS.format(fonts=resources.path("fonts"), cache=folder / "cache"), "utf-8")
    environment = {"HOME": str(folder), "FONTCONFIG_FILE": str(fonts), "LANG": "C.UTF-8"}
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    wish = ("--headless", "--convert-to", "pdf", "--outdir", str(folder))
    command = [office, profile, *wish, str(page)]

    def made(paper: Paper) -> bytes:
        page.write_text(as_odt(_document(paper, sheet), sheet), "utf-8")
        run(command, env=environment, check=True, stdout=DEVNULL, stderr=DEVNULL)
        return page.with_suffix(".pdf").read_bytes()

    return made


def _painted(layout: Layout) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(round(layout.dpi))
    page = layout.pages[0]
    size = QSizeF(page.width, page.height) * MILLIMETRES / layout.dpi
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    for number, page in enumerate(layout.pages):
        if number:
            writer.newPage()
        raster.draw(page, painter, ground=None)
    painter.end()
    return bytes(buffer.data().data())


def _document(paper: Paper, sheet: Sheet) -> Document:
    _, form = FORMS[type(paper)]
    return form(paper, sheet)
