"""The catalogue and the log as files of other programs."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol, cast

from app.catalogue_file import CatalogueFile
from app.refusal import Refusal
from app.sub_service import SubService

FORMATS = ("json", "csv", "xlsx")


class Exchange(Protocol):
    """One format of the catalogue as a file."""

    def read(self, data: bytes) -> tuple[SubService, ...]:
        """All entries, or a refusal."""

    def read_file(self, data: bytes) -> CatalogueFile:
        """The same, and which columns the file has."""

    def write(self, entries: Sequence[SubService]) -> bytes:
        """The file."""


def exchange(form: str) -> Exchange:
    """The reader and writer of a catalogue file. Refuses `format_unknown`."""
    if form == "json":
        from db.exchange import as_json as module
    elif form == "csv":
        from db.exchange import as_csv as module  # type: ignore[no-redef]
    elif form == "xlsx":
        from db.exchange import as_xlsx as module  # type: ignore[no-redef]
    else:
        raise Refusal("format_unknown", format=form, known=FORMATS)
    return cast(Exchange, module)


def log_workbook(
    sheets: Sequence[tuple[str, Sequence[str], Sequence[Sequence[str | int | date | None]]]],
) -> bytes:
    """Table 2 as XLSX: the name, the heads and the rows of each sheet."""
    from ui import workbook

    return workbook.write_sheets(sheets)
