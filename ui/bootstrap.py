"""The one place that joins the rooms: it alone knows `db` and `printing`.

What is heavy and seldom needed (text engine, workbooks, the system's safe, migrations, the table
of holidays) is loaded in functions, by whoever needs it, so that a ticket at the shell is quick.
"""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, Protocol, TypeVar, cast

from platformdirs import user_config_path, user_data_path, user_state_path
from sqlcipher3 import dbapi2

from app.deeds.founding import Plan, found_office
from app.events import vocabulary
from app.folds.fold import Fact
from app.ids import new_id
from app.papers import Paper
from app.persian import clean
from app.ports import Clock, Signer, Transport
from app.printer import Printer
from app.refusal import Refusal
from app.sub_service import SubService
from app.sync.feed import Line as FeedLine
from app.sync.line import Line
from app.sync.node_file import NodeFile, read_node_file, write_node_file
from app.sync.replica import Replica
from app.value import Value
from db import backup, store
from db.folder import NOTE, STORE, Note, read_note, require_empty, write_note
from db.journal import StoreJournal
from db.keys import FileKeys, Keys, kept_or_new, new_key
from db.lock import held
from db.machine import machine_id
from db.news import News, Pulse
from db.outbox import ANOTHER, ENROLLED
from db.recovery import new_recovery_key, recovery_key
from db.store import Surroundings
from db.trouble import in_words
from db.verify import Finding, verify
from ui.own import WINDOW

T = TypeVar("T")

FORMATS = ("json", "csv", "xlsx")

_MAKING = ".setting-up"

CERTIFICATE = "centre.pem"
"""Of the authority that vouches for the centre; the driver reads it from a file."""


class SystemClock:
    """The PC's clock."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)


class Exchange(Protocol):
    """One format of the catalogue as a file."""

    def read(self, data: bytes) -> tuple[SubService, ...]:
        """All entries, or a refusal."""

    def write(self, entries: Sequence[SubService]) -> bytes:
        """The file."""


class Press(Protocol):
    """Makes papers: a file for a page, a printer's job for a roll."""

    def pdf(self, paper: Paper, size: Literal["A3", "A4", "A5"] | None = None) -> bytes:
        """PDF; None takes the size that suits its kind."""

    def thermal(self, paper: Paper, width: Literal[80, 58] | Printer = 80) -> bytes:
        """ESC/POS for a roll of that width in millimetres."""

    def leaves(self, paper: Paper, dpi: int) -> Sequence[Any]:
        """The pages for a screen, as `ui.counter.renderer.Leaf` wants them."""

    def strip(self, paper: Paper, width: Literal[80, 58] | Printer = 80) -> Sequence[Any]:
        """The dots of that printer's roll, or a usual one's of that width, as one such page."""


class PressBeside(Press, Protocol):
    """The same, in a process of its own."""

    def warm(self) -> None:
        """Begins now, and waits until it is ready."""

    def close(self) -> None:
        """Ends it."""


class Made(Value, frozen=True, kw_only=True):
    """What set-up tells the person who did it."""

    office: str
    node: str
    key: str
    recovery_key: str


class Desk:
    """An opened data folder."""

    def __init__(self, folder: Path, journal: StoreJournal, clock: Clock) -> None:
        self.folder = folder
        self.journal = journal
        self.clock = clock
        self._replica: Replica | None = None
        self._news = News(journal)
        self._pulse = Pulse(journal.connection)

    def news(self) -> list[Fact]:
        """What anybody has committed since the last time it was asked, or it was opened."""
        return self._news.read()

    def stirred(self) -> bool:
        """Whether anything at all was written since the last time it was asked."""
        return self._pulse.stirred()

    def alone(self, name: str) -> AbstractContextManager[None]:
        """A lock among the programs of this folder. Refuses `store_busy` while another has it."""
        return held(self.folder / f"{name}.lock")

    @property
    def recovery_key(self) -> str:
        """What opens its backups."""
        return self.journal.meta("recovery_key")

    @property
    def replica(self) -> Replica:
        """Its journal, as the centre's side sees it."""
        if self._replica is None:
            self._replica = _replica(self.journal)
        return self._replica

    @property
    def enrolled(self) -> NodeFile | None:
        """What it was enrolled by, None where it works by itself."""
        said = self.journal.meta(ENROLLED)
        return read_node_file(said.encode()) if said else None

    def centre(self) -> Line | None:
        """A new line to the centre that this PC belongs to, None where it works by itself."""
        node = self.enrolled
        return line_to(node, self.folder) if node else None

    def adopt(self, node: NodeFile) -> None:
        """From now on it belongs to that centre; what it wrote so far goes there too."""
        with self.journal.work() as work:
            work.note(ENROLLED, write_node_file(node).decode())

    def verify(self) -> Finding:
        """Whether chains and projections hold."""
        return verify(self.journal.cursor, vocabulary())

    def backup(self, file: Path) -> None:
        """A copy under the recovery key."""
        _require_utf8(file)
        backup.backup(self.journal.connection, file, self.journal.meta("recovery_key"))

    def close(self) -> None:
        """Lets go of store and witness."""
        self.journal.close()


def default_folder() -> Path:
    """Where this system keeps a person's data."""
    return user_data_path("bajeh")


def state_folder() -> Path:
    """Where this system keeps what a program notes for itself."""
    return user_state_path("bajeh")


def open_desk(folder: Path, clock: Clock) -> Desk:
    """Opens what set-up made. Refuses as `db.store.open_` and the place of the key do."""
    with ExitStack() as undo:
        desk = _opened(folder, clock)
        undo.callback(desk.close)
        store.give_seal(desk.journal, _surroundings(clock))
        undo.pop_all()
    return desk


def _opened(folder: Path, clock: Clock) -> Desk:
    note = read_note(folder)
    try:
        key = _keys(note.key).read(note.keyed or note.node)
    except OSError as error:
        raise Refusal("key_missing", place=str(error.filename or "")) from error
    with in_words():
        opened = store.open_(folder, key, note.node, _surroundings(clock))
        return Desk(folder, opened, clock)


def set_up(
    folder: Path, plan: Plan, clock: Clock, settings: Mapping[str, str] | None = None
) -> Made:
    """Makes the store of a new office, with this PC's own settings; whatever goes wrong leaves no
    store behind.

    Refuses `store_exists`, `store_busy` while another does the same, the troubles of the disk, and
    what founding an office refuses.
    """
    office, node = new_id(clock.now()), new_id(clock.now())
    key, recovery = new_key(), new_recovery_key()
    notes = {"office": office, "node": node, "recovery_key": recovery}
    with in_words(), _aside(folder) as making:
        journal = store.make(making, key, notes, _surroundings(clock))
        with journal.work("") as work:
            found_office(work, office, plan)
            for name, value in (settings or {}).items():
                work.set_setting(name, value)
        journal.close()
        place = _keep_key(making, node, key, clock)
    return Made(office=office, node=node, key=place, recovery_key=recovery)


def join(
    folder: Path,
    node: NodeFile,
    clock: Clock,
    tell: Callable[[int, int], None] = lambda _taken, _of: None,
) -> Made:
    """Makes the store of one more PC of an office, out of what the centre has; whatever goes wrong
    leaves no store behind, and the same file can be taken again in the same folder: the key by
    which the centre knows this PC is kept until it is done.

    Refuses as set-up does, and as `ui.enrolling.join_office`.
    """
    from ui import enrolling

    keys, name = _keys(_place_for_key()), _joining(folder, node)
    key, recovery, seal = new_key(), new_recovery_key(), kept_or_new(keys, name)
    said = write_node_file(node).decode()
    notes = {"office": node.office, "node": node.node, "recovery_key": recovery, ENROLLED: said}
    with in_words():
        with _aside(folder) as making, ExitStack() as undo:
            around = _surroundings(clock)
            journal = store.make(making, key, {**notes, "seal": seal}, around)
            undo.callback(journal.close)
            with closing(line_to(node, making)) as centre:
                enrolling.join_office(
                    journal,
                    _replica(journal),
                    centre,
                    node,
                    {WINDOW: node.window},
                    tell=tell,
                    keep=lambda: keys.write(name, seal),
                )
            _own_lines(journal)
            undo.close()
            place = _keep_key(making, node.node, key, clock)
        keys.forget(name)
    return Made(office=node.office, node=node.node, key=place, recovery_key=recovery)


def _joining(folder: Path, node: NodeFile) -> str:
    """Under which name a PC that joins keeps its key: another folder is another PC."""
    return f"joining-{sha256(f'{node.node}{folder.resolve()}'.encode()).hexdigest()[:32]}"


def _own_lines(journal: StoreJournal) -> None:
    """What the centre had of this PC came from an earlier beginning: it knows no other key."""
    with journal.work() as work:
        work.note(ANOTHER, "")


def line_to(node: NodeFile, folder: Path) -> Line:
    """The line to a centre; the certificate that vouches for it comes into that folder."""
    from db.central.address import dsn_of
    from db.central.client import PgCentre

    return PgCentre(dsn_of(node.centre, folder / CERTIFICATE))


def sync_thread(desk: Desk) -> Any:
    """What keeps a PC and its centre the same (`ui.frame.sync_thread`), to be used on the caller's
    own thread.
    """
    from ui.frame.sync_thread import SyncThread

    return SyncThread(lambda: desk, lambda _: None)


def administer(deed: Callable[[Any], T]) -> T:
    """Something of `db.central.admin`. Refuses `centre_unreachable`, `centre_refuses`."""
    from db.central import admin, trouble

    with trouble.in_words():
        return deed(admin)


def outbox_of(path: Path, typed_key: str, clock: Clock) -> tuple[str, Sequence[FeedLine]]:
    """The node of a data folder, or of a backup under its recovery key, and what the centre is not
    known to have of it. Refuses as opening and restoring do.
    """
    if path.is_dir():
        with closing(_opened(path, clock)) as desk:
            return desk.journal.node, desk.replica.outbox()
    recovery, key = recovery_key(typed_key), new_key()
    with TemporaryDirectory() as beside, in_words():
        folder = Path(beside)
        _, node = backup.restore(path, recovery, folder, key)
        opened = store.open_(folder, key, node, _surroundings(clock, folder))
        with closing(Desk(folder, opened, clock)) as desk:
            return node, desk.replica.outbox()


def restore(file: Path, typed_key: str, folder: Path, clock: Clock) -> Desk:
    """Opens a backup in a new folder, under a new key, as a new incarnation.

    Refuses as set-up and `db.backup.restore` do, and leaves no store behind then.
    """
    _require_utf8(file)
    recovery, key = recovery_key(typed_key), new_key()
    with in_words(), _aside(folder) as making:
        _, node = backup.restore(file, recovery, making, key)
        _keep_key(making, node, key, clock)
    desk = _opened(folder, clock)
    store.begin_anew(desk.journal, _surroundings(clock), "restored")
    store.give_seal(desk.journal, _surroundings(clock))
    return desk


def qr_png(text: str) -> bytes:
    """A QR symbol as a picture; nothing where it does not fit into one."""
    from ui import qr

    return qr.png(text)


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


def press() -> Press:
    """The room of paper, its text engine started, once. On the main thread; where an application
    object stands already, on any.
    """
    from printing import engine, paper

    class Room(paper.Press):
        """Keeps the application object alive as long as papers are made."""

        application = engine.start()

    return Room()


def press_beside() -> PressBeside:
    """The room of paper in a process of its own; it begins when the first paper is wanted."""
    from printing.apart import PressApart

    return PressApart([sys.executable, "-m", "printing"])


def printer(name: str | Printer, *, raw: bool, job: str = "") -> Transport:
    """The road to a printer (`app.printer.Printer`); a name alone is a printer like most. In a
    folder, `file:FOLDER`, each job becomes a file of its own name.

    `raw`: the job is a thermal printer's commands, not a PDF file.
    """
    from printing.road import road

    return road(name, raw=raw, job=job)


def printers() -> tuple[str, ...]:
    """The roads to the printers that can be found; asking may take seconds."""
    from printing.found import found

    return found()


def window(kind: str) -> Any:
    """The class of a window; a PC shows one of them, and loads no more."""
    if kind == "wizard":
        from ui.wizard import window as module
    elif kind == "kiosk":
        from ui.kiosk import window as module  # type: ignore[no-redef]
    else:
        from ui.counter import window as module  # type: ignore[no-redef]
    return getattr(module, f"{kind.capitalize()}Window")


def show_windows(house: object, wish: str) -> None:
    """Opens the window that is wished for, else what this PC is set up for; ends when the last
    window is closed. Who wants no window never loads Qt.
    """
    from ui import house as rooms
    from ui import start

    start.run(cast(rooms.House, house), wish)


def side_by_side(pdf: bytes, job: bytes) -> bytes:
    """PNG of a file's pages and, where there is one, of what a roll's job prints on 80 mm."""
    from printing import proof

    return proof.side_by_side(pdf, job)


def play_tour(house: object, clock: object, to: Path) -> Mapping[str, object]:
    """Plays a whole day in the real windows, on an empty data folder; pictures and papers come into
    that folder. The house's clock is the one that is played.
    """
    from ui import house as rooms
    from ui.tour import clock as clocks
    from ui.tour import play

    return play.play(cast(rooms.House, house), cast(clocks.QuickClock, clock), to)


def play_centre(
    houses: Sequence[object], cable: object, trackings: Mapping[str, str], clock: object, to: Path
) -> Mapping[str, object]:
    """Plays a day of four PCs of one office (`ui.tour.pcs`: two counters, a kiosk, a hall) and
    their centre in the real windows; pictures come into that folder. The clock is that of all.
    """
    from ui import house as rooms
    from ui.tour import central
    from ui.tour import clock as clocks
    from ui.tour import pcs as four

    first, second, kiosk, hall = cast(Sequence[rooms.House], houses)
    pcs = four.Pcs(
        counters=(first, second),
        kiosk=kiosk,
        hall=hall,
        cable=cast(four.Cable, cable),
        trackings=trackings,
    )
    return central.play(pcs, cast(clocks.SharedClock, clock), to)


def cable_to(host: str) -> Any:
    """A cable to the centre, for a play to pull (`ui.tour.cable`)."""
    from ui.tour import cable

    name, _, port = host.rpartition(":")
    return cable.Cable((name.strip("[]"), int(port)))


def tell_centre(dsn: str, at: datetime, faster: int) -> None:
    """The clock of a centre that is played. Refuses `tour_centre_taken`, and as `administer`."""
    from db.central import played, trouble

    with trouble.in_words():
        played.tell_time(dsn, at, faster)


def holidays_from(day: date) -> dict[date, str]:
    """The seed of the table of holidays: from that day to the end of the next year."""
    from ui import closures

    return closures.holidays_from(day)


def unshaped(text: str) -> str:
    """Persian for consoles that neither join nor order letters."""
    from ui import console

    return console.unshaped(text)


def log_workbook(rows: Sequence[Sequence[str | int | date | None]], heads: Sequence[str]) -> bytes:
    """Table 2 as XLSX."""
    from ui import workbook

    return workbook.write(rows, heads)


def _replica(journal: StoreJournal) -> Replica:
    from db.replica import StoreReplica

    return StoreReplica(journal)


def _upgrade(connection: dbapi2.Connection, folder: Path, key: str) -> None:
    from db.upgrade import upgrade

    upgrade(connection, folder, key)


def _signer() -> Signer:
    from db import seal

    return seal


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """Where a store is made whole before it comes to its place, its note last: a store without it
    was never opened by anybody, and the next set-up clears it away.
    """
    making = folder / _MAKING
    _require_utf8(folder)
    _require_free(folder)
    with _alone(folder):
        _require_free(folder)
        _forget_half(folder)
        try:
            yield making
            (making / STORE).replace(folder / STORE)
            (making / NOTE).replace(folder / NOTE)
        finally:
            _forget_half(folder)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else sets up this folder meanwhile: a lock that dies with its process."""
    file = folder / f"{_MAKING}.lock"
    with held(file):
        try:
            yield
        finally:
            with suppress(OSError):  # Windows unlinks nothing that is open: a file without harm
                file.unlink()


def _require_free(folder: Path) -> None:
    if not _half(folder):
        require_empty(folder)


def _require_utf8(path: Path) -> None:
    """The store's library knows no other names of files. Refuses `file_missing`."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise Refusal("file_missing", path=clean(str(path))) from None


def _half(folder: Path) -> bool:
    return (folder / _MAKING / NOTE).exists() and not (folder / NOTE).exists()


def _forget_half(folder: Path) -> None:
    if _half(folder):
        (folder / STORE).unlink(missing_ok=True)
    shutil.rmtree(folder / _MAKING, ignore_errors=True)


def _keep_key(making: Path, node: str, key: str, clock: Clock) -> str:
    """Keeps the key in the best place there is, under a name of its own, and notes both."""
    place, name = _place_for_key(), new_id(clock.now())
    _keys(place).write(name, key)
    write_note(making, Note(node=node, key=place, keyed=name))
    return place


def _place_for_key() -> str:
    from db.safe import usable

    return "keyring" if usable() else "file"


def _keys(place: str) -> Keys:
    if place == "keyring":
        from db.safe import SafeKeys

        return SafeKeys()
    return FileKeys(user_config_path("bajeh") / "keys")


def _surroundings(clock: Clock, state: Path | None = None) -> Surroundings:
    return Surroundings(
        clock=clock,
        vocabulary=vocabulary(),
        witnesses=(state or state_folder()) / "witness",
        machine=machine_id(),
        upgrade=_upgrade,
        signer=_signer,
    )
