"""An opened data folder."""

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from app.events import vocabulary
from app.folds.fold import Fact
from app.ports import Clock, PasswordHasher
from app.refusal import Refusal
from app.sync.line import Line
from app.sync.node_file import NodeFile, read_node_file, write_node_file
from app.sync.replica import Replica
from app.verified import note_verified
from db import backup, store
from db.folder import read_note, write_note
from db.journal import StoreJournal
from db.lock import held
from db.news import News, Pulse
from db.notes import NODE_FILE
from db.sealed import close_key
from db.trouble import in_words
from db.verify import Finding, verify
from ui.bootstrap import lines, seldom
from ui.bootstrap.aside import require_utf8
from ui.bootstrap.clock import SystemClock
from ui.bootstrap.keys import keys_at
from ui.bootstrap.surroundings import surroundings


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
    def passwords(self) -> PasswordHasher:
        """Makes and tries passwords; loaded by whoever first needs it."""
        return seldom.passwords()

    @property
    def replica(self) -> Replica:
        """Its journal, as the centre's side sees it."""
        if self._replica is None:
            self._replica = lines.replica_of(self.journal)
        return self._replica

    @property
    def enrolled(self) -> NodeFile | None:
        """What it was enrolled by, None where it works by itself."""
        said = self.journal.meta(NODE_FILE)
        return read_node_file(said.encode()) if said else None

    def centre(self) -> Line | None:
        """A new line to the centre that this PC belongs to, None where it works by itself."""
        node = self.enrolled
        return lines.line_to(node, self.folder) if node else None

    @property
    def catching_up(self) -> Sequence[str]:
        """What starts one round with the centre in a process of its own (`ui.catching_up`); empty
        where this one has another clock than the PC's, which no other process knows.
        """
        own = not isinstance(self.clock, SystemClock)
        return () if own else (sys.executable, "-m", "ui.catching_up", str(self.folder))

    def require_centre(self, node: NodeFile) -> None:
        """This PC finds a centre by that file; of its own nothing is touched. Refuses
        `centre_unreachable`, `centre_unproven`.
        """
        from ui import enrolling

        with self.journal.look() as look:
            key = look.seal_key
        with TemporaryDirectory() as aside, closing(lines.line_to(node, Path(aside))) as centre:
            enrolling.require_centre(centre, key)

    def adopt(self, node: NodeFile) -> None:
        """From now on it belongs to that centre; what it wrote so far goes there too."""
        with self.journal.work() as work:
            work.note(NODE_FILE, write_node_file(node).decode())

    def verify(self, tell: Callable[[float], None] | None = None) -> Finding:
        """Whether chains and projections hold, which this PC remembers; `tell` hears which share of
        it is known.
        """
        found = verify(self.journal.cursor, vocabulary(), tell)
        with suppress(Refusal), self.journal.work() as work:  # what was found is told all the same
            note_verified(work, whole=not found.broken and not found.different)
        return found

    def backup(self, file: Path, tell: backup.Tell | None = None) -> None:
        """A copy under the recovery key; `tell` hears how far it is."""
        require_utf8(file)
        backup.backup(self.journal.connection, file, self.journal.meta("recovery_key"), tell)

    def keep_newest(self, folder: Path, begins: str, ending: str, most: int) -> None:
        """Of its daily copies only the last ones stay."""
        backup.keep_newest(folder, begins, ending, most)

    def close(self) -> None:
        """Lets go of store and witness."""
        self.journal.close()


def open_desk(folder: Path, clock: Clock) -> Desk:
    """Opens what set-up made. Refuses as `db.store.open_` and the place of the key do."""
    with ExitStack() as undo:
        desk = opened(folder, clock)
        undo.callback(desk.close)
        store.give_seal(desk.journal, surroundings(clock))
        _close_key(desk)
        undo.pop_all()
    return desk


def _close_key(desk: Desk) -> None:
    """A folder that an older program made gets the key that its recovery key opens."""
    note = read_note(desk.folder)
    if not note.closed and desk.recovery_key:
        key = keys_at(note.key).read(note.keyed or note.node)
        with suppress(Refusal):  # whoever may not write there now does so another time
            write_note(desk.folder, replace(note, closed=close_key(key, desk.recovery_key)))


def opened(folder: Path, clock: Clock) -> Desk:
    """A data folder as it lies there, perhaps without a seal. Refuses as `open_desk` does."""
    note = read_note(folder)
    try:
        key = keys_at(note.key).read(note.keyed or note.node)
    except OSError as error:
        raise Refusal("key_missing", place=str(error.filename or "")) from error
    with in_words():
        journal = store.open_(folder, key, note.node, surroundings(clock))
        return Desk(folder, journal, clock)
