"""What windows need of the rooms behind them; the command line hands it over at the start."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal, Protocol

from app.backing import Proven
from app.catalogue_file import CatalogueFile
from app.figures.report import Report
from app.papers import LogPaper, Paper
from app.ports import Clock, Transport
from app.printer import Printer
from app.sub_service import SubService
from app.sync.node_file import NodeFile
from ui.counter.renderer import Press as Drawing
from ui.frame import errand, sync_store
from ui.frame.daily_backup import BackingStore
from ui.log_file import Fact
from ui.own import Wanted
from ui.words import Words


class Finding(Protocol):
    """What came of holding the store against itself: how many facts there are, where a chain does
    not hold, which rows are not what their history says.
    """

    @property
    def events(self) -> int:
        """All of them."""

    @property
    def broken(self) -> tuple[str, ...]:
        """Node, incarnation and number of the first fact of each chain that does not hold."""

    @property
    def different(self) -> tuple[str, ...]:
        """What the rows differ in."""

    @property
    def conflicts(self) -> int:
        """What does not fit, settled or not."""


class OpenFolder(errand.OpenStore, sync_store.OpenFolder, BackingStore, Protocol):
    """An opened data folder."""

    def verify(self, tell: Callable[[float], None] | None = None) -> Finding:
        """Whether chains and projections hold; `tell` hears which share of it is known."""


class Press(Drawing, Protocol):
    """Makes papers, for printers and for the screen."""

    def pdf(self, paper: Paper, size: Literal["A3", "A4", "A5"] | None = None) -> bytes:
        """A file for a page."""

    def thermal(self, paper: Paper, width: Literal[80, 58] | Printer = 80) -> bytes:
        """A job for a roll."""

    def warm(self) -> None:
        """Makes ready what the first paper needs; may take a second."""

    def close(self) -> None:
        """Makes no more papers."""


class House(Protocol):
    """One data folder, and the rooms that work with it. All of it may be slow."""

    @property
    def folder(self) -> Path:
        """Where the data lie."""

    @property
    def clock(self) -> Clock:
        """The PC's clock."""

    def window(self, kind: str) -> Any:
        """The class of a window, loaded when first asked for: counter, kiosk or wizard."""

    def holidays(self, since: date, before: date) -> dict[date, str]:
        """The official holidays of those days as far as the program's own calendar knows them;
        loaded when first asked for, on any thread.
        """

    def report_workbook(self, report: Report, words: Words) -> bytes:
        """A report of figures as a workbook."""

    def open(self) -> OpenFolder:
        """Opens it; refuses `store_missing` where nothing was set up yet."""

    def set_up(self, wanted: Wanted) -> None:
        """Makes the office, or refuses and leaves nothing behind."""

    def restore(self, file: str, typed_key: str) -> None:
        """Opens a backup as this PC's own data, or refuses and leaves nothing behind."""

    def back_up(self, file: str, tell: Callable[[int, int], bool]) -> None:
        """Writes a copy under the recovery key; `tell` hears how many bytes of how many are
        written, and ends it with False. Refuses `file_exists`, `backup_stopped`, and troubles of
        the disk.
        """

    def prove(self, file: str, typed_key: str) -> Proven:
        """What a backup holds, found with its recovery key alone; refuses as restoring does."""

    def node_file(self, said: str) -> NodeFile:
        """What the centre's administrator gave: the name of a file, or what was scanned. Refuses
        `file_missing`, `node_file_wrong`, `node_file_newer`, `node_code_wrong`.
        """

    def join(self, node: NodeFile, pin: str, tell: Callable[[int, int], None]) -> None:
        """Makes this PC one more of an office that has a centre, or refuses and leaves nothing
        behind; a kiosk is left by its `pin`. `tell` hears how many lines of how many have come;
        what it raises ends it.
        """

    def press(self) -> Press:
        """Makes papers, beside this process; close it at the end."""

    def road(self, name: str | Printer, *, raw: bool, job: str) -> Transport:
        """The road to a printer."""

    def printers(self) -> tuple[str, ...]:
        """The printers that the system knows by name."""

    def side_by_side(self, pdf: bytes, job: bytes) -> bytes:
        """A file's pages and, where there is one, what a roll's job prints, as one picture (PNG).
        It needs an application.
        """

    def write(self, name: str, data: bytes) -> None:
        """Writes a file whole; refuses `file_exists`, `paper_unwritable`."""

    def keep_log(self, name: str, paper: LogPaper) -> None:
        """Writes Table 2 as the file's ending says (pdf, csv, xlsx); refuses `format_unknown`,
        `file_exists`, `paper_unwritable`.
        """

    def keep_table(
        self, name: str, title: str, heads: Sequence[str], rows: Sequence[Sequence[Fact]]
    ) -> None:
        """Writes a table as the file's ending says (csv, xlsx); refuses `format_unknown`,
        `file_exists`, `paper_unwritable`.
        """

    def read(self, name: str, most: int) -> bytes:
        """The first `most` bytes of a file and one more; refuses `file_missing`."""

    def read_catalogue(self, name: str) -> CatalogueFile:
        """The sub-services of a file and its columns; refuses as `ui.bootstrap.exchange` does."""

    def write_catalogue(self, name: str, sheets: Sequence[SubService]) -> None:
        """Writes them as the file's ending says; refuses `format_unknown`, `file_exists`,
        `paper_unwritable`.
        """
