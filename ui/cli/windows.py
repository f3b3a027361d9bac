"""The windows, from the command line."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from app.backing import Proven
from app.catalogue_file import CatalogueFile
from app.deeds.founding import Plan, PlannedClerk
from app.events.office import OfficeDescribed
from app.figures.report import Report
from app.local import day_of
from app.papers import LogPaper
from app.password import typed_password
from app.ports import Clock, Transport
from app.printer import Printer
from app.refusal import Refusal
from app.settings import KIOSK_PIN
from app.spooling.printers import PRINTERS
from app.sub_service import SubService
from app.sync.node_code import scanned
from app.sync.node_file import NodeFile, read_node_file
from ui import bootstrap
from ui.cli.files import ending_of, read_file, read_start, write_file
from ui.cli.said import Argument, Command, Said, Session, number
from ui.file_name import known_ending, whole_path
from ui.log_file import Fact, log_csv, log_xlsx
from ui.own import KEY, UNSEEN, WINDOW, Wanted
from ui.sample import OPENS_AT_ONCE, plain_plan, sample_plan
from ui.table_file import table_file
from ui.words import Words

_LOGS = (".pdf", ".csv", ".xlsx")
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class House:
    """One data folder and what works with it, as the windows ask for it (`ui.house`)."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock

    def window(self, kind: str) -> Any:
        """The class of a window, by its kind."""
        return bootstrap.window(kind)

    def open(self) -> bootstrap.Desk:
        """Opens it; refuses `store_missing` where nothing was set up yet."""
        return bootstrap.open_desk(self.folder, self.clock)

    def set_up(self, wanted: Wanted) -> None:
        """Makes the office, or refuses and leaves nothing behind. Nobody has seen its recovery key
        yet: that is noted, so that a power cut does not make it a secret for ever.
        """
        settings = {
            KIOSK_PIN: wanted.pin,
            **(OPENS_AT_ONCE if wanted.sample else {}),
            WINDOW: f"{wanted.role}:{wanted.name}",
            PRINTERS: msgspec.json.encode(wanted.printers).decode(),
            KEY: UNSEEN,
        }
        bootstrap.set_up(self.folder, self._plan(wanted), self.clock, settings)

    def restore(self, file: str, typed_key: str) -> None:
        """Opens a backup as this PC's own data, or refuses and leaves nothing behind."""
        bootstrap.restore(Path(whole_path(file)), typed_key, self.folder, self.clock).close()

    def back_up(self, file: str, tell: Callable[[int, int], bool]) -> None:
        """Writes a copy under the recovery key."""
        with closing(self.open()) as desk:
            desk.backup(Path(whole_path(file)), tell)

    def prove(self, file: str, typed_key: str) -> Proven:
        """What a backup holds, found with its recovery key alone."""
        return bootstrap.prove(Path(whole_path(file)), typed_key, self.clock)

    def node_file(self, said: str) -> NodeFile:
        """What the centre's administrator gave: the name of a file, or what was scanned."""
        return scanned(said) or read_node_file(read_file(whole_path(said)))

    def join(self, node: NodeFile, pin: str, tell: Callable[[int, int], None]) -> None:
        """Makes this PC one more of an office that has a centre."""
        bootstrap.join(self.folder, node, self.clock, tell, {KIOSK_PIN: pin})

    def holidays(self, since: date, before: date) -> dict[date, str]:
        """The official holidays of those days, as the program's own calendar has them."""
        return bootstrap.holidays_between(since, before)

    def report_workbook(self, report: Report, words: Words) -> bytes:
        """A report of figures as a workbook."""
        return bootstrap.report_workbook(report, words)

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

    def keep_log(self, name: str, paper: LogPaper) -> None:
        """Writes Table 2 as the file's ending says."""
        self.write(whole_path(name), self._log(known_ending(name, _LOGS), paper))

    def keep_table(
        self, name: str, title: str, heads: Sequence[str], rows: Sequence[Sequence[Fact]]
    ) -> None:
        """Writes a table as the file's ending says."""
        path = whole_path(name)
        self.write(path, table_file(path, title, heads, rows, bootstrap.log_workbook))

    def _log(self, ending: str, paper: LogPaper) -> bytes:
        if ending == ".csv":
            return log_csv(paper, Words())
        if ending == ".xlsx":
            return log_xlsx(paper, Words(), bootstrap.log_workbook)
        with closing(self.press()) as press:
            return press.pdf(paper)

    def read(self, name: str, most: int) -> bytes:
        """The first bytes of a file; refuses `file_missing`."""
        return read_start(whole_path(name), most + 1)

    def read_catalogue(self, name: str) -> CatalogueFile:
        """The sub-services of a file and its columns."""
        path = whole_path(name)
        return bootstrap.exchange(ending_of(path)).read_file(read_file(path))

    def write_catalogue(self, name: str, sheets: Sequence[SubService]) -> None:
        """Writes them as the file's ending says."""
        path = whole_path(name)
        self.write(path, bootstrap.exchange(ending_of(path)).write(tuple(sheets)))

    def _plan(self, wanted: Wanted) -> Plan:
        today = day_of(self.clock.now())
        if wanted.sample:
            return sample_plan(today)
        described = OfficeDescribed(
            agency=wanted.agency, name=wanted.office, address=wanted.address, phone=wanted.phone
        )
        plan = plain_plan(described, wanted.role, wanted.name, wanted.series, today)
        password = ""
        if wanted.password:
            password = bootstrap.passwords().hash(typed_password(wanted.password))
        clerk = PlannedClerk(code="1", name=wanted.clerk, role="supervisor", password=password)
        return replace(plan, clerks=(clerk,))


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


def _unit(session: Session) -> Said:
    return open_windows(session, "unit")


def _kiosk(session: Session) -> Said:
    return open_windows(session, f"kiosk:{session.args.name}")


def _hall(session: Session) -> Said:
    return open_windows(session, "hall:")


def _board(session: Session) -> Said:
    if session.args.counter:
        _require_counter(session, session.args.counter)
    return open_windows(session, f"board:{session.args.counter}")


def _require_counter(session: Session, counter: str) -> None:
    """Refuses `counter_unknown` before anything is shown; before the first start none is known."""
    try:
        desk = bootstrap.open_desk(session.folder, session.clock)
    except Refusal as refusal:
        if refusal.code != "store_missing":
            raise
        return
    with closing(desk), desk.journal.look() as look:
        look.office.counter(counter)


COMMANDS = (
    Command(
        "counter",
        "opens the window of a counter",
        _counter,
        Argument("--number", default="", type=number, help="this PC's own when left out"),
    ),
    Command("supervisor", "opens the window of the supervisor", _supervisor),
    Command("unit", "opens the window of a unit: the steps that are with it", _unit),
    Command(
        "kiosk",
        "opens the window of a kiosk",
        _kiosk,
        Argument("--name", default="", help="this PC's own, or the only one, when left out"),
    ),
    Command("hall", "opens the display of the hall, which says the calls, too", _hall),
    Command(
        "board",
        "opens the board above a counter",
        _board,
        Argument("--counter", default="", type=number, help="this PC's own when left out"),
    ),
)
