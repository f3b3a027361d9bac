"""A backup opens on another PC with the paper in hand, and with nothing else."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.refusal import Refusal
from db import backup as copying
from db.backup import backup, keep_newest, restore
from db.connection import one
from db.journal import StoreJournal
from db.keys import new_key
from db.recovery import new_recovery_key
from db.store import begin_anew
from tests.db.office import (
    RECOVERY,
    Office,
    a_day,
    assert_sound,
    incarnations,
    issue,
    register,
)
from ui.words import Words


@pytest.fixture
def copied(journal: StoreJournal, office: Office, tmp_path: Path) -> Path:
    """A backup of an office with a day in it."""
    a_day(journal, office.clock)
    file = tmp_path / "بایگانی" / "backup #1 %41?.bajeh"
    file.parent.mkdir()
    backup(journal.connection, file, RECOVERY)
    return file


def opened(file: Path, office: Office, folder: Path) -> StoreJournal:
    """Restores as bootstrap does: under a new key, as a new incarnation."""
    office.key = new_key()
    found = restore(file, RECOVERY, folder, office.key)
    assert found == (office.id, office.node)
    journal = office.open(folder)
    begin_anew(journal, office.around(), "restored")
    return journal


def test_a_backup_holds_everything(copied: Path, office: Office, journal: StoreJournal) -> None:
    events = assert_sound(journal).events
    with closing(opened(copied, office, office.base / "new")) as restored:
        assert assert_sound(restored).events == events
        assert restored.meta("recovery_key") == RECOVERY


def test_a_backup_opens_with_the_recovery_key_only(
    copied: Path, office: Office, tmp_path: Path
) -> None:
    for wrong in (new_recovery_key(), office.key, f"x'{office.key}'", ""):
        with pytest.raises(Refusal, match="backup_unreadable"):
            restore(copied, wrong, tmp_path / "new", new_key())
        assert list((tmp_path / "new").iterdir()) == []
    with (
        closing(sqlite3.connect(copied)) as plain,
        pytest.raises(sqlite3.DatabaseError, match="not a database"),
    ):
        plain.execute("SELECT * FROM sqlite_master")


def test_a_restored_store_is_a_new_incarnation_and_numbers_go_on(
    copied: Path, office: Office, journal: StoreJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What was given after the copy was made is lost here, but known to the witness.
    lost = [issue(journal).number for _ in range(4)]
    number = register(journal, 7).tracking
    journal.close()
    with closing(opened(copied, office, office.base / "new")) as restored:
        assert incarnations(restored)[-1] == "restored"
        assert issue(restored).number == lost[-1] + 1
        assert restored.witness.used(number)
        assert_sound(restored)


def test_on_another_pc_numbers_go_on_after_the_copy(
    copied: Path, office: Office, tmp_path: Path
) -> None:
    office.witnesses = tmp_path / "other-witness"
    office.machine = "other-pc"
    with closing(opened(copied, office, office.base / "new")) as restored:
        assert issue(restored).number == 4
        made = register(restored, 8)
        assert one(restored.cursor, "SELECT count(*) FROM request") == 3
        assert made.tracking
        assert_sound(restored)
    with office.opened(office.base / "new") as restored:
        assert incarnations(restored)[-1] == "restored"


def test_a_file_that_exists_is_refused_and_left_alone(
    journal: StoreJournal, tmp_path: Path
) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine")
    with pytest.raises(Refusal, match="file_exists"):
        backup(journal.connection, file, RECOVERY)
    assert file.read_text() == "mine"


def test_what_a_backup_that_was_killed_left_behind_is_no_hindrance(
    journal: StoreJournal, tmp_path: Path
) -> None:
    (tmp_path / "b.partial").write_bytes(b"half")
    (tmp_path / "b.partial-journal").write_bytes(b"half")
    backup(journal.connection, tmp_path / "b", RECOVERY)
    assert not list(tmp_path.glob("b.*"))
    assert restore(tmp_path / "b", RECOVERY, tmp_path / "new", new_key())


def test_a_backup_tells_how_far_it_is_and_can_be_ended(
    journal: StoreJournal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_STEPS", 20)
    heard: list[tuple[int, int]] = []

    def tell(done: int, of: int) -> bool:
        heard.append((done, of))
        return False

    for n in range(20):
        register(journal, n)
    with pytest.raises(Refusal, match="backup_stopped"):
        backup(journal.connection, tmp_path / "b", RECOVERY, tell)
    assert list(tmp_path.glob("b*")) == []
    ((done, whole),) = heard
    assert 0 <= done <= whole
    backup(journal.connection, tmp_path / "b", RECOVERY, lambda *_: True)
    issue(journal)


def test_of_daily_copies_only_the_last_stay(tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for name in ("a-1.bajeh", "a-2.bajeh", "a-3.bajeh", "b-1.bajeh", "a-0.txt"):
        (folder / name).touch()
    keep_newest(folder, "a-", ".bajeh", 2)
    assert sorted(file.name for file in folder.iterdir()) == [
        "a-0.txt",
        "a-2.bajeh",
        "a-3.bajeh",
        "b-1.bajeh",
    ]


def test_a_folder_that_is_not_there_is_refused(journal: StoreJournal, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        backup(journal.connection, tmp_path / "nowhere" / "b", RECOVERY)
    assert refused.value.code == "folder_missing"
    assert refused.value.facts == {"folder": str(tmp_path / "nowhere")}
    issue(journal)


@pytest.mark.parametrize(
    "make",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"x" * 20_000),
        lambda file: file.write_text("SQLite format 3"),
        lambda file: closing(sqlite3.connect(file)).__enter__().execute("CREATE TABLE a (b)"),
    ],
)
def test_what_is_no_backup_is_refused_and_nothing_is_made(
    make: Callable[[Path], object], tmp_path: Path
) -> None:
    file = tmp_path / "foreign"
    make(file)
    with pytest.raises(Refusal, match="backup_unreadable"):
        restore(file, RECOVERY, tmp_path / "new", new_key())
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:5_000],
        lambda data: data[:20_000] + bytes(64) + data[20_064:],
        lambda data: data[: -len(data) // 3] + bytes(len(data) // 3),
        lambda data: data[:16] + bytes(4_080) + data[4_096:],
        lambda data: data[:1_000] + b"x" * 50_000 + data[51_000:],
    ],
)
def test_a_damaged_copy_is_told_from_a_wrong_key(
    copied: Path, harm: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    copied.write_bytes(harm(copied.read_bytes()))
    with pytest.raises(Refusal, match="backup_damaged"):
        restore(copied, RECOVERY, tmp_path / "new", new_key())
    with pytest.raises(Refusal, match="backup_unreadable"):
        restore(copied, new_recovery_key(), tmp_path / "new", new_key())
    assert list((tmp_path / "new").iterdir()) == []


def test_nobody_says_that_the_key_is_right_of_a_copy_whose_beginning_is_lost(
    copied: Path, tmp_path: Path
) -> None:
    copied.write_bytes(bytes(4_096) + copied.read_bytes()[4_096:])
    with pytest.raises(Refusal, match="backup_unreadable") as refused:
        restore(copied, RECOVERY, tmp_path / "new", new_key())
    assert "آسیب" in Words().refusal(refused.value)


def test_a_store_of_another_program_under_the_same_key_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "foreign"
    with closing(dbapi2.connect(str(file))) as other:
        other.execute(f"PRAGMA key = '{RECOVERY}'")
        other.execute("CREATE TABLE meta (key, value)")
        other.commit()
    with pytest.raises(Refusal, match="backup_unreadable"):
        restore(file, RECOVERY, tmp_path / "new", new_key())
    assert list((tmp_path / "new").iterdir()) == []


def test_a_backup_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="file_missing"):
        restore(tmp_path / "nothing", RECOVERY, tmp_path / "new", new_key())
    assert not (tmp_path / "new").exists()


def write_on(office: Office, flag: Path) -> None:
    """Another program: tickets without end, until the flag is gone."""
    office.clock.tick()
    with office.opened() as journal:
        while flag.exists():
            register(journal, issue(journal).number)


def test_a_backup_is_one_instant_while_another_program_writes(
    office: Office, tmp_path: Path
) -> None:
    with closing(office.found()) as journal:
        for n in range(20):
            register(journal, n)
    flag = tmp_path / "go-on"
    flag.touch()
    other = get_context("spawn").Process(target=write_on, args=(office, flag))
    other.start()
    copies = []
    try:
        with office.opened() as journal:
            start = one(journal.cursor, "SELECT count(*) FROM event")
            while one(journal.cursor, "SELECT count(*) FROM event") < start + 20:
                assert other.is_alive()
            for n in range(4):
                copies.append(tmp_path / f"copy-{n}")
                backup(journal.connection, copies[-1], RECOVERY)
    finally:
        flag.unlink()
        other.join(20)
    assert other.exitcode == 0
    counts = []
    for n, file in enumerate(copies):
        with closing(opened(file, office, tmp_path / f"new-{n}")) as restored:
            counts.append(assert_sound(restored).events)
    assert counts == sorted(counts)
    assert counts[-1] > start
