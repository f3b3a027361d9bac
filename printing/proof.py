"""What printers are given, as pictures for people: a file's pages and a roll's dots side by side.

Nothing of the layout is asked: the pictures come from the very bytes that go to the printers.
"""

from collections.abc import Sequence
from contextlib import closing

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

_DPI = 144
_GAP = 24
_GROUND = QColor("#DCE2DF")
_STRIP = b"\x1dv0\x00"
_FEED = b"\x1bJ"
_LENGTHS = {b"\x1b@": 2, b"\x1dP": 4, b"\x1dV": 4, b"\x1dW": 4, b"\x1ba": 3, b"\x1dr": 3}
_SIDE, _CENTRE, _RIGHT = b"\x1ba", 1, 2
_STRANGE = "the job holds what our press does not write"
_MOST = 3
"""Pages of a long paper that are shown: the first ones and the last."""


def side_by_side(pdf: bytes, job: bytes = b"", dots: int = 576) -> bytes:
    """PNG: the pages of a file, and beside them the strip that a roll's job prints, `dots` wide.

    A job that holds what our press does not write is a bug, told as `ValueError`.
    """
    pictures = pages(pdf)
    if job:
        pictures.append(strip(job, dots))
    return _png(_row(pictures))


def pages(pdf: bytes) -> list[QImage]:
    """The pages of a file: all of a short one."""
    with closing(pypdfium2.PdfDocument(pdf)) as file:
        count = len(file)
        shown = (*range(min(count, _MOST - 1)), count - 1) if count >= _MOST else range(count)
        return [_page(file[number]) for number in shown]


def strip(job: bytes, dots: int = 576) -> QImage:
    """What a job burns on a roll whose head is so many dots wide, black on white."""
    wide = (dots + 7) // 8
    rows = _rows(job, wide)
    if any(len(row) > wide for row in rows):
        raise ValueError(_STRANGE)
    data = b"".join(row.ljust(wide, b"\0") for row in rows)
    image = QImage(data, wide * 8, len(rows), wide, QImage.Format.Format_Mono)
    image.setColorTable([0xFFFFFFFF, 0xFF000000])
    return image.convertToFormat(QImage.Format.Format_Grayscale8).copy(0, 0, dots, len(rows))


def _rows(job: bytes, most: int) -> list[bytes]:
    """The rows of dots of a job, each as far as its last one; `most` bytes go across the head."""
    rows: list[bytes] = []
    at = side = 0
    while at < len(job):
        if job.startswith(_STRIP, at):
            wide, tall = (int.from_bytes(job[at + n : at + n + 2], "little") for n in (4, 6))
            body = job[at + 8 : at + 8 + wide * tall]
            before = b"\0" * {_RIGHT: most - wide, _CENTRE: (most - wide) // 2}.get(side, 0)
            rows += [before + body[row * wide : row * wide + wide] for row in range(tall)]
            at += 8 + wide * tall
        elif job.startswith(_FEED, at):
            rows += [b""] * job[at + 2]
            at += 3
        elif length := _LENGTHS.get(job[at : at + 2]):
            side = job[at + 2] if job.startswith(_SIDE, at) else side
            at += length
        else:
            raise ValueError(_STRANGE)
    return rows


def _page(page: pypdfium2.PdfPage) -> QImage:
    drawn = page.render(scale=_DPI / 72, grayscale=True)
    kind = QImage.Format.Format_Grayscale8
    return QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, kind).copy()


def _row(pictures: Sequence[QImage]) -> QImage:
    """Side by side from the right, as Persian is read, with air around each."""
    wide = sum(picture.width() for picture in pictures) + _GAP * (len(pictures) + 1)
    tall = max(picture.height() for picture in pictures) + 2 * _GAP
    sheet = QImage(wide, tall, QImage.Format.Format_Grayscale8)
    sheet.fill(_GROUND)
    painter = QPainter(sheet)
    right = wide
    for picture in pictures:
        right -= picture.width() + _GAP
        painter.drawImage(right, _GAP, picture)
    painter.end()
    return sheet


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
