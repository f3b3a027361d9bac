"""What windows need of the rooms behind them; the command line hands it over at the start."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Literal, Protocol

from app.folds.fold import Fact
from app.papers import Paper
from app.ports import Clock, Journal, Transport
from app.printer import Printer
from app.sync.line import Line
from app.sync.node_file import NodeFile
from app.sync.replica import Replica
from ui.counter.renderer import Press as Drawing
from ui.own import Wanted


class OpenFolder(Protocol):
    """An opened data folder."""

    @property
    def journal(self) -> Journal:
        """Its journal."""

    @property
    def recovery_key(self) -> str:
        """What opens its backups."""

    @property
    def replica(self) -> Replica:
        """Its journal, as the centre's side sees it."""

    @property
    def clock(self) -> Clock:
        """The PC's clock."""

    def centre(self) -> Line | None:
        """A new line to its centre, None where it works by itself."""

    def news(self) -> list[Fact]:
        """What anybody has committed since the last time it was asked."""

    def stirred(self) -> bool:
        """Whether anything at all was written since the last time it was asked."""

    def alone(self, name: str) -> AbstractContextManager[None]:
        """A lock among the programs of the folder; refuses while another holds it."""

    def close(self) -> None:
        """Lets go of it."""


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

    def open(self) -> OpenFolder:
        """Opens it; refuses `store_missing` where nothing was set up yet."""

    def set_up(self, wanted: Wanted) -> None:
        """Makes the office, or refuses and leaves nothing behind."""

    def restore(self, file: str, typed_key: str) -> None:
        """Opens a backup as this PC's own data, or refuses and leaves nothing behind."""

    def node_file(self, said: str) -> NodeFile:
        """What the centre's administrator gave: the name of a file, or what was scanned. Refuses
        `file_missing`, `node_file_wrong`, `node_file_newer`, `node_code_wrong`.
        """

    def join(self, node: NodeFile, tell: Callable[[int, int], None]) -> None:
        """Makes this PC one more of an office that has a centre, or refuses and leaves nothing
        behind. `tell` hears how many lines of how many have come; what it raises ends it.
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
