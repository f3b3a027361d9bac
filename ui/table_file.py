"""One table as a file: CSV or a workbook, by the ending of its name."""

import csv
from collections.abc import Sequence
from io import StringIO

from ui.file_name import known_ending
from ui.log_file import Bookkeeper, Fact

ENDINGS = (".csv", ".xlsx")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_file(
    name: str,
    title: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Fact]],
    bookkeeper: Bookkeeper,
) -> bytes:
    """The bytes of it; nothing in it is taken for a formula."""
    if known_ending(name, ENDINGS) == ".xlsx":
        return bookkeeper(((title, heads, rows),))
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(heads)
    writer.writerows([[_safe("" if cell is None else str(cell)) for cell in row] for row in rows])
    return stream.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
