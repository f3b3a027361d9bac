"""The catalogue as CSV: one row for each sub-service, its lists packed into cells."""

import codecs
import csv
import io
import re
from collections.abc import Iterable

from app.catalogue_file import CatalogueFile, of_one_table
from app.sub_service import SubService
from db.exchange.grid import Row, entries, known
from db.exchange.refusals import LARGEST, unreadable
from db.exchange.shape import ALL, value_of
from db.exchange.troubles import Troubles

_DELIMITERS = ",;\t"
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")
_LONGEST_HEAD = 4000
_FORMULA = tuple("=+-@'")


def read(data: bytes) -> tuple[SubService, ...]:
    """All sub-services of a file as Excel or LibreOffice saves it."""
    return read_file(data).sheets


def read_file(data: bytes) -> CatalogueFile:
    """The same with its columns.

    UTF-8 with or without mark, UTF-16 or Windows-1256; parted by comma, semicolon or tab.
    """
    text, troubles = _text(data), Troubles()
    try:
        rows = (Row(n, list(map(_bare, cells))) for n, cells in enumerate(_records(text), 1))
        found, columns = entries(rows, troubles)
    except csv.Error:
        raise unreadable("csv") from None
    troubles.settle()
    return of_one_table([entry for _, entry in found], columns)


def write(catalogue: Iterable[SubService]) -> bytes:
    """UTF-8 with mark, as Excel needs it to see Persian; no cell that Excel would compute."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([field.head for field in ALL])
    for entry in catalogue:
        shown = (str(field.kind.show(value_of(entry, field))) for field in ALL)
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in shown])
    return out.getvalue().encode("utf-8-sig")


def _bare(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise unreadable("csv")
    try:
        text = _decoded(data)
    except UnicodeDecodeError:
        raise unreadable("csv") from None
    if _BINARY.search(text):
        raise unreadable("csv")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode()
    except UnicodeDecodeError:
        # The code page lacks the Persian yeh: Excel saves the Arabic one in its place.
        return data.decode("cp1256").replace("ي", "ی")


def _records(text: str) -> Iterable[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)


def _delimiter(text: str) -> str:
    heads = re.split(r"[\r\n]", text.lstrip(), maxsplit=1)[0][:_LONGEST_HEAD]
    return max(_DELIMITERS, key=lambda mark: known(heads.replace('"', "").split(mark), ALL))
