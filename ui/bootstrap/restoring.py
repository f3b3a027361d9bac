"""What a backup gives back."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.backing import Proven
from app.event import moment
from app.events import vocabulary
from app.ports import Clock
from app.refusal import Refusal
from app.sync.feed import Line
from db import backup, store
from db.connection import one
from db.folder import read_note
from db.keys import new_key
from db.recovery import recovery_key
from db.sealed import open_key
from db.trouble import in_words
from db.verify import verify
from ui.bootstrap.aside import require_utf8, set_aside
from ui.bootstrap.desk import Desk, opened
from ui.bootstrap.keys import keep_key
from ui.bootstrap.surroundings import surroundings


def restore(file: Path, typed_key: str, folder: Path, clock: Clock) -> Desk:
    """Opens a backup, or the data folder of a PC whose key is lost, in a new folder, under a new
    key, as a new incarnation.

    Refuses as set-up and `db.backup.restore` do, and leaves no store behind then.
    """
    require_utf8(file)
    recovery, key = recovery_key(typed_key), new_key()
    with ExitStack() as gone, in_words(), set_aside(folder) as making:
        copy = gone.enter_context(_copy_of(file, recovery, clock)) if file.is_dir() else file
        _, node = backup.restore(copy, recovery, making, key)
        keep_key(making, node, key, recovery, clock)
    desk = opened(folder, clock)
    store.begin_anew(desk.journal, surroundings(clock), "restored")
    store.give_seal(desk.journal, surroundings(clock))
    return desk


def prove(file: Path, typed_key: str, clock: Clock) -> Proven:
    """Opens a backup in a folder that is gone afterwards, with the recovery key and nothing else of
    this PC, and holds it against itself. Refuses as restoring does.
    """
    require_utf8(file)
    recovery, key = recovery_key(typed_key), new_key()
    with TemporaryDirectory() as beside, in_words():
        folder = Path(beside)
        _, node = backup.restore(file, recovery, folder, key)
        with closing(store.open_(folder, key, node, surroundings(clock, folder))) as journal:
            found = verify(journal.cursor, vocabulary())
            last = one(journal.cursor, "SELECT max(at) FROM event")
            with journal.look() as look:
                return Proven(
                    office=look.office.id,
                    name=look.office.described.name,
                    events=found.events,
                    last=moment(last) if last else None,
                    sound=not found.broken and not found.different,
                )


def outbox_of(path: Path, typed_key: str, clock: Clock) -> tuple[str, Sequence[Line]]:
    """The node of a data folder, or of a backup under its recovery key, and what the centre is not
    known to have of it. Of a folder from another PC the recovery key is needed too. Refuses as
    opening and restoring do.
    """
    if path.is_dir() and not typed_key:
        with closing(_own(path, clock)) as desk:
            return desk.journal.node, desk.replica.outbox()
    recovery, key = recovery_key(typed_key), new_key()
    with ExitStack() as gone, TemporaryDirectory() as beside, in_words():
        path = gone.enter_context(_copy_of(path, recovery, clock)) if path.is_dir() else path
        folder = Path(beside)
        _, node = backup.restore(path, recovery, folder, key)
        journal = store.open_(folder, key, node, surroundings(clock, folder))
        with closing(Desk(folder, journal, clock)) as desk:
            return node, desk.replica.outbox()


def _own(path: Path, clock: Clock) -> Desk:
    """A folder of this very PC. Refuses `recovery_key_missing` where its key lies elsewhere."""
    try:
        return opened(path, clock)
    except Refusal as refusal:
        if refusal.code == "key_missing" and read_note(path).closed:
            raise Refusal("recovery_key_missing") from None
        raise


@contextmanager
def _copy_of(path: Path, recovery: str, clock: Clock) -> Iterator[Path]:
    """A backup of a data folder that only its recovery key opens; the folder stays as it is."""
    note = read_note(path)
    key = open_key(note.closed, recovery)
    with TemporaryDirectory() as beside:
        folder, copy = Path(beside) / "folder", Path(beside) / "copy"
        shutil.copytree(path, folder)
        journal = store.open_(folder, key, note.node, surroundings(clock, folder))
        try:
            backup.backup(journal.connection, copy, recovery)
        finally:
            journal.close()
        yield copy
