"""What disk, lock and foreign hands can do to the store: said in words, nothing half done."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

import pytest

from app.deeds import ticket as deeds
from app.folds import ticket
from app.refusal import Refusal
from db.backup import backup, restore
from db.connection import connect, one
from db.folder import NOTE, Note, read_note, require_empty, write_note
from db.journal import StoreJournal
from db.keys import new_key
from db.trouble import in_words
from db.verify import rebuild
from tests.db.office import (
    RECOVERY,
    Office,
    a_day,
    assert_sound,
    call_next,
    code_of,
    finding,
    finish,
    issue,
    register,
    words,
)

PAGE = 4096


def mounted(*words_: str) -> bool:
    """Whether a mount was made; only root may, and not in every container."""
    if sys.platform == "win32" or not shutil.which("mount"):
        return False
    return subprocess.run(["mount", *words_], check=False, capture_output=True).returncode == 0


@contextmanager
def disk(folder: Path, kibibytes: int) -> Iterator[Path]:
    """A small disk of its own."""
    folder.mkdir()
    if not mounted("-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", str(folder)):
        pytest.skip("no small disk can be mounted here (needs root)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder in which nobody may write, not even root."""
    if not mounted("--bind", str(folder), str(folder)):
        pytest.skip("no folder can be mounted read-only here (needs root)")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Takes what is left of a disk."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (65_536, PAGE, 1):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                continue
    return ballast


def refused(deed: Callable[[], object]) -> str:
    """The code with which a deed is refused; any other error passes."""
    with pytest.raises(Refusal) as refusal:
        deed()
    return refusal.value.code


# -- a full disk -----------------------------------------------------------------------------------


def test_a_full_disk_stops_the_work_and_loses_nothing(tmp_path: Path) -> None:
    office = Office(tmp_path)
    with disk(office.folder, 3072):
        given: list[str] = []
        with closing(office.found()) as journal:
            ballast = fill(office.folder)

            def until_full() -> None:
                while True:
                    given.append(issue(journal).id)

            assert refused(until_full) == "disk_full"
            for deed in (lambda: issue(journal), lambda: register(journal)):
                assert refused(deed) == "disk_full"
            with journal.look() as look:
                assert all(look.load(ticket.FOLD, entity) for entity in given)
            ballast.unlink()
            given.append(issue(journal).id)
            assert assert_sound(journal).events >= len(given)
        with office.opened() as journal:
            assert one(journal.cursor, "SELECT count(*) FROM ticket") == len(given)
            assert_sound(journal)


def test_a_full_disk_is_told_to_a_program_that_starts(tmp_path: Path) -> None:
    office = Office(tmp_path)
    with disk(office.folder, 3072):
        with closing(office.found()) as journal:
            issue(journal)
        ballast = fill(office.folder)
        assert refused(office.open) == "disk_full"
        ballast.unlink()
        with office.opened() as journal:
            assert issue(journal).number == 2
            assert_sound(journal)


def test_a_full_disk_leaves_no_half_made_office(tmp_path: Path) -> None:
    office = Office(tmp_path)
    with disk(office.folder, 64):
        assert refused(office.found) == "disk_full"


def test_a_deed_that_outgrows_the_disk_leaves_nothing(journal: StoreJournal) -> None:
    before = finding(journal)
    pages = one(journal.cursor, "PRAGMA page_count")
    journal.cursor.execute(f"PRAGMA max_page_count = {pages}")

    def until_full() -> None:
        with journal.work() as work:
            for _ in range(1000):
                deeds.issue(work, "1")

    assert refused(until_full) == "disk_full"
    assert finding(journal) == before
    journal.cursor.execute("PRAGMA max_page_count = 1000000")
    assert issue(journal).number == 1
    assert_sound(journal)


def test_a_full_disk_beside_the_witness_stops_the_work_too(tmp_path: Path) -> None:
    office = Office(tmp_path)
    with disk(office.witnesses, 64), closing(office.found()) as journal:
        issue(journal)
        (office.witnesses / f"{office.node}.witness").unlink()
        journal.witness.close()
        ballast = fill(office.witnesses)
        for deed in (lambda: issue(journal), lambda: register(journal)):
            assert refused(deed) == "disk_full"
        assert one(journal.cursor, "SELECT count(*) FROM event WHERE kind = 'TicketIssued'") == 1
        ballast.unlink()
        assert issue(journal).number == 2
        assert register(journal).tracking
        assert_sound(journal)


def test_a_backup_onto_a_full_disk_leaves_nothing(tmp_path: Path, office: Office) -> None:
    with closing(office.found()) as journal, disk(tmp_path / "stick", 100) as stick:
        for n in range(3):
            assert refused(lambda: backup(journal.connection, stick / "b", RECOVERY)) == "disk_full"
            assert list(stick.iterdir()) == []
            register(journal, n)
        backup(journal.connection, tmp_path / "b", RECOVERY)
        assert_sound(journal)


def test_a_restore_onto_a_full_disk_leaves_nothing(tmp_path: Path, office: Office) -> None:
    with closing(office.found()) as journal:
        backup(journal.connection, tmp_path / "b", RECOVERY)
    with disk(tmp_path / "new", 100) as new:
        assert refused(lambda: restore(tmp_path / "b", RECOVERY, new, new_key())) == "disk_full"
        assert list(new.iterdir()) == []


# -- a folder that cannot be written ---------------------------------------------------------------


def test_a_read_only_folder_is_refused(office: Office) -> None:
    office.found().close()
    before = office.file.read_bytes()
    with read_only(office.folder):
        assert refused(office.open) == "folder_readonly"
    assert office.file.read_bytes() == before
    with office.opened() as journal:
        assert_sound(journal)


def test_a_read_only_place_for_the_witness_is_refused(office: Office) -> None:
    with closing(office.found()) as journal:
        issue(journal)
    with read_only(office.witnesses), office.opened() as journal:
        for deed in (lambda: issue(journal), lambda: register(journal)):
            assert refused(deed) == "folder_readonly"
    with office.opened() as journal:
        assert issue(journal).number == 2
        assert_sound(journal)


def test_a_backup_into_a_read_only_folder_leaves_nothing(
    journal: StoreJournal, tmp_path: Path
) -> None:
    target = tmp_path / "target"
    target.mkdir()
    with read_only(target):
        code = refused(lambda: backup(journal.connection, target / "b", RECOVERY))
    assert code == "folder_readonly"
    assert list(target.iterdir()) == []
    issue(journal)


# -- another process -------------------------------------------------------------------------------


def test_a_store_that_another_keeps_locked_is_refused_after_a_while(office: Office) -> None:
    with closing(office.found()) as journal, office.opened() as other:
        other.cursor.execute("BEGIN IMMEDIATE")
        journal.patience = 0.2
        start = monotonic()
        assert refused(lambda: issue(journal)) == "store_busy"
        assert 0.1 < monotonic() - start < 5
        with journal.look() as look:
            assert look.visit_at("1") is None
        other.cursor.execute("ROLLBACK")
        assert issue(journal).number == 1
        assert_sound(journal)


# -- foreign and damaged files ---------------------------------------------------------------------

Making = Callable[[Path], object]


def plain_sqlite(file: Path) -> None:
    """A store of some other program, not encrypted."""
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE event (a)")
        other.commit()


def encrypted_by_another(file: Path) -> None:
    """A store of some other program, under a key of its own."""
    with closing(connect(file, "1" * 64)) as other:
        other.execute("CREATE TABLE event (a)")


FOREIGN: tuple[Making, ...] = (
    plain_sqlite,
    encrypted_by_another,
    lambda file: file.write_bytes(b""),
    lambda file: file.write_bytes(b"x"),
    lambda file: file.write_bytes(bytes(range(256)) * 64),
    lambda file: file.write_bytes(os.urandom(100_001)),
    lambda file: file.mkdir(),
)


@pytest.mark.parametrize("make", FOREIGN)
def test_a_foreign_file_is_refused_and_left_alone(office: Office, make: Making) -> None:
    office.folder.mkdir()
    make(office.file)
    before = office.file.read_bytes() if office.file.is_file() else None
    assert refused(office.open) == "store_unreadable"
    if before is not None:
        assert office.file.read_bytes() == before
    assert [file.name for file in office.folder.iterdir()] == ["store.db"]
    with pytest.raises(Refusal, match="store_exists"):
        require_empty(office.folder)


def test_a_store_of_another_program_under_our_key_is_refused(office: Office) -> None:
    office.folder.mkdir()
    with closing(connect(office.file, office.key)) as other:
        other.execute("CREATE TABLE event (a)")
    assert refused(office.open) == "store_unreadable"


def test_an_empty_folder_is_refused(office: Office) -> None:
    assert refused(office.open) == "store_missing"
    office.folder.mkdir()
    assert refused(office.open) == "store_missing"
    require_empty(office.folder)


def test_a_damaged_page_is_refused_wherever_it_lies(office: Office) -> None:
    with closing(office.found()) as journal:
        a_day(journal, office.clock)
        events = assert_sound(journal).events
    whole = office.file.read_bytes()
    codes = []
    for page in range(len(whole) // PAGE):
        at = page * PAGE + 777
        office.file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            read_everything(office)
        except Refusal as refusal:
            codes.append(refusal.code)
        office.file.write_bytes(whole)
    assert set(codes) == {"store_damaged", "store_unreadable"}
    assert len(codes) > 0.8 * len(whole) // PAGE  # an index that nobody asked tells nothing
    with office.opened() as journal:
        assert assert_sound(journal).events == events


def read_everything(office: Office) -> None:
    """Opens, looks at every page, and tries a deed."""
    with office.opened() as journal:
        try:
            finding(journal)
            with in_words():
                rebuild(journal.cursor, words())
            for table in ("alembic_version", "meta", "incarnation", "series"):
                with journal.look():
                    journal.cursor.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
            with journal.look() as look:
                look.find("سارا")
                look.requests_by(code_of(1))
                look.find("09121234567")
            register(journal)
            finish(journal, call_next(journal).id)
        finally:
            assert not journal.connection.in_transaction


def test_a_store_cut_short_is_refused(office: Office) -> None:
    office.found().close()
    whole = office.file.read_bytes()
    for size in (PAGE // 2, PAGE, 7 * PAGE, 7 * PAGE + 100):
        office.file.write_bytes(whole[:size])
        assert refused(lambda: read_everything(office)) in ("store_damaged", "store_unreadable")
    office.file.write_bytes(whole)
    with office.opened() as journal:
        assert_sound(journal)


def test_a_damaged_log_of_last_commits_loses_no_more_than_those(office: Office) -> None:
    with closing(office.found()) as journal:
        issue(journal)
        wal = office.folder / "store.db-wal"
        copy = office.base / "copy"
        shutil.copytree(office.folder, copy)
        torn = (copy / wal.name).read_bytes()
    (copy / wal.name).write_bytes(torn[:-2000])
    with office.opened(copy) as journal:
        assert_sound(journal)
        assert issue(journal).number == 2


# -- the note --------------------------------------------------------------------------------------

RUBBISH = (
    b"",
    b"{",
    b"[]",
    b"5",
    b"null",
    b'"a"',
    b"{}",
    b'{"node": "n"}',
    b"\xff\xfe",
    b"[" * 9999,
)


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_a_note_of_rubbish_is_refused(tmp_path: Path, rubbish: bytes) -> None:
    (tmp_path / NOTE).write_bytes(rubbish)
    assert refused(lambda: read_note(tmp_path)) == "store_unreadable"


def test_a_note_says_where_the_key_lies(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert refused(lambda: read_note(folder)) == "store_missing"
    write_note(folder, Note(node="n", key="file"))
    assert read_note(folder) == Note(node="n", key="file")
    assert [file.name for file in folder.iterdir()] == [NOTE]
    assert refused(lambda: require_empty(folder)) == "store_exists"


def test_a_note_in_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert refused(lambda: read_note(tmp_path / "file")) == "folder_readonly"
    assert refused(lambda: write_note(tmp_path / "file", Note(node="n", key="file")))


def test_a_note_onto_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    with disk(tmp_path / "full", 64) as full:
        ballast = fill(full)
        assert refused(lambda: write_note(full, Note(node="n", key="file"))) == "disk_full"
        ballast.unlink()
        assert refused(lambda: read_note(full)) == "store_missing"
        write_note(full, Note(node="n", key="file"))
