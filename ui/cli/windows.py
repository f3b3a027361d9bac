"""The windows, from the command line."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import msgspec
from msgspec.structs import replace

from app.deeds.founding import Plan, PlannedClerk
from app.events.office import OfficeDescribed
from app.local import day_of
from app.ports import Clock, Transport
from app.printer import Printer
from app.refusal import Refusal
from app.spooling.printers import PRINTERS
from app.sync.node_code import scanned
from app.sync.node_file import NodeFile, read_node_file
from ui import bootstrap
from ui.cli.files import read_file, write_file
from ui.cli.said import Argument, Command, Said, Session, number
from ui.own import KEY, UNSEEN, WINDOW, Wanted
from ui.sample import plain_plan, sample_plan

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class House:
    """One data folder and what works with it, as the windows ask for it (`ui.house`)."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock

    def window(self, kind: str) -> Any:
        """The class of a window: counter, kiosk or wizard."""
        return bootstrap.window(kind)

    def open(self) -> bootstrap.Desk:
        """Opens it; refuses `store_missing` where nothing was set up yet."""
        return bootstrap.open_desk(self.folder, self.clock)

    def set_up(self, wanted: Wanted) -> None:
        """Makes the office, or refuses and leaves nothing behind. Nobody has seen its recovery key
        yet: that is noted, so that a power cut does not make it a secret for ever.
        """
        settings = {
            WINDOW: f"{wanted.role}:{wanted.name}",
            PRINTERS: msgspec.json.encode(wanted.printers).decode(),
            KEY: UNSEEN,
        }
        bootstrap.set_up(self.folder, self._plan(wanted), self.clock, settings)

    def restore(self, file: str, typed_key: str) -> None:
        """Opens a backup as this PC's own data, or refuses and leaves nothing behind."""
        bootstrap.restore(Path(file), typed_key, self.folder, self.clock).close()

    def node_file(self, said: str) -> NodeFile:
        """What the centre's administrator gave: the name of a file, or what was scanned."""
        return scanned(said) or read_node_file(read_file(_path_in(said)))

    def join(self, node: NodeFile, tell: Callable[[int, int], None]) -> None:
        """Makes this PC one more of an office that has a centre."""
        bootstrap.join(self.folder, node, self.clock, tell)

    def press(self) -> bootstrap.PressBeside:
        """Makes papers, beside this process."""
        return bootstrap.press_beside()

    def road(self, name: str | Printer, *, raw: bool, job: str) -> Transport:
        """The road to a printer."""
        return bootstrap.printer(name, raw=raw, job=job)

    def printers(self) -> tuple[str, ...]:
        """The printers that the system knows by name."""
        return bootstrap.printers()

    def side_by_side(self, pdf: bytes, job: bytes) -> bytes:
        """A file's pages, and what a roll's job prints, as one picture."""
        return bootstrap.side_by_side(pdf, job)

    def write(self, name: str, data: bytes) -> None:
        """Writes a file whole; refuses `file_exists`, `paper_unwritable`."""
        if Path(name).exists():
            raise Refusal("file_exists", path=name)
        write_file(name, data)

    def _plan(self, wanted: Wanted) -> Plan:
        today = day_of(self.clock.now())
        if wanted.sample:
            return sample_plan(today)
        described = OfficeDescribed(
            agency=wanted.agency, name=wanted.office, address=wanted.address, phone=wanted.phone
        )
        plan = plain_plan(described, wanted.role, wanted.name, wanted.series, today)
        clerk = PlannedClerk(code="1", name=wanted.clerk, role="supervisor")
        return replace(plan, clerks=(clerk,))


def _path_in(said: str) -> str:
    """A path as systems give it to be pasted: in quotation marks, or as an address."""
    bare = said.strip().strip('"')
    if bare.startswith("file://"):
        return url2pathname(urlsplit(bare).path)
    return str(Path(bare).expanduser())


def has_display() -> bool:
    """Whether windows can be shown here."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in _DISPLAYS)


def open_windows(session: Session, wish: str = "") -> Said:
    """Opens the window that is wished for, else the one of this PC; says so when it is closed."""
    bootstrap.show_windows(House(session.folder, session.clock), wish)
    return Said(facts={"window": wish}, key="window_closed")


def _counter(session: Session) -> Said:
    return open_windows(session, f"counter:{session.args.number}")


def _supervisor(session: Session) -> Said:
    return open_windows(session, "supervisor")


def _kiosk(session: Session) -> Said:
    return open_windows(session, f"kiosk:{session.args.name}")


COMMANDS = (
    Command(
        "counter",
        "opens the window of a counter",
        _counter,
        Argument("--number", default="", type=number, help="this PC's own when left out"),
    ),
    Command("supervisor", "opens the window of the supervisor", _supervisor),
    Command(
        "kiosk",
        "opens the window of a kiosk",
        _kiosk,
        Argument("--name", default="", help="this PC's own when left out"),
    ),
)
