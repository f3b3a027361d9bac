"""Making, opening and closing the store of one data folder."""

import os
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from shutil import disk_usage

from sqlcipher3 import dbapi2

from app.deeds.office import publish_seal
from app.event import Vocabulary, micros
from app.folds import office
from app.ports import Clock, Signer
from app.refusal import Refusal
from db import spool
from db.connection import begin, connect, one
from db.folder import STORE
from db.journal import StoreJournal, new_incarnation
from db.outbox import forget_leases
from db.rolled import note_rolled_back
from db.sql.creation import CREATION
from db.trouble import in_words
from db.verify import rebuild
from db.witness import Testimony, Witness

SCHEMA = "0011"
"""The newest migration; `db.upgrade` is only called for a store that stands before it."""

PROJECTED = "6"
"""Raised whenever a fold or a projection changes: the rows are then rebuilt from the journal."""

PAGE = 4096
"""Bytes of the smallest store."""

ROOM = 64 * 1024
"""Bytes without which SQLite cannot set up its log; it would call that a broken disk."""

Upgrade = Callable[[dbapi2.Connection, Path, str], None]


class Surroundings:
    """What a store needs of the world around it."""

    def __init__(
        self,
        *,
        clock: Clock,
        vocabulary: Vocabulary,
        witnesses: Path,
        machine: str,
        upgrade: Upgrade,
        signer: Callable[[], Signer],
    ) -> None:
        self.clock = clock
        self.vocabulary = vocabulary
        self.witnesses = witnesses
        self.machine = machine
        self.upgrade = upgrade
        self.signer = signer


def make(folder: Path, key: str, notes: dict[str, str], around: Surroundings) -> StoreJournal:
    """A new store; `notes` must hold `office` and `node`, and may hold the key of its `seal`. The
    folder is made where it lacks.
    """
    with in_words(), ExitStack() as undo:
        folder.mkdir(parents=True, exist_ok=True)
        connection = undo.enter_context(closing(connect(folder / STORE, key)))
        cursor = connection.cursor()
        begin(cursor)
        for sql in CREATION:
            cursor.execute(sql)
        cursor.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)")
        cursor.execute("INSERT INTO alembic_version VALUES (?)", (SCHEMA,))
        cursor.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            {"seal": around.signer().new_key(), **notes, "projected": PROJECTED}.items(),
        )
        now = micros(around.clock.now())
        new_incarnation(cursor, notes["office"], notes["node"], now, "set-up")
        cursor.execute("COMMIT")
        journal = _journal(connection, notes["node"], around)
        undo.pop_all()
        return journal


def open_(folder: Path, key: str, node: str, around: Surroundings) -> StoreJournal:
    """Opens the store, upgrades it where it is older, and hears the witness.

    Refuses `store_missing`, `store_unreadable` (wrong key, or no store of ours), `store_newer`,
    `store_damaged`, `store_busy`, `disk_full`, `folder_readonly`.
    """
    file = folder / STORE
    if not file.exists():
        raise Refusal("store_missing", folder=str(folder))
    # SQLite would take a file shorter than a page for a new one, and write to it.
    if not file.is_file() or file.stat().st_size < PAGE:
        raise Refusal("store_unreadable")
    if not os.access(folder, os.W_OK):
        raise Refusal("folder_readonly", path=str(folder))
    if disk_usage(folder).free < ROOM:
        raise Refusal("disk_full", path=str(folder))
    with in_words(), ExitStack() as undo:
        connection = undo.enter_context(closing(connect(file, key)))
        _require_ours(connection, node)
        _upgrade(connection, folder, key, around)
        journal = _journal(connection, node, around)
        hear_witness(journal, around)
        undo.pop_all()
        return journal


def hear_witness(journal: StoreJournal, around: Surroundings) -> None:
    """Where it disagrees with the store, a new incarnation begins before the first deed."""
    if not _vouched(journal, around.machine):
        _start_anew(journal, around)


def give_seal(journal: StoreJournal, around: Surroundings) -> None:
    """A store from before receipts were sealed gets its key; the journal tells everybody. A backup
    begins anew before, or its chain would go two ways.
    """
    if journal.meta("seal"):
        return
    with journal.work() as work:
        if not journal.meta("seal") and work.load(office.FOLD, journal.office_id):
            key = around.signer().new_key()
            journal.cursor.execute("INSERT INTO meta VALUES ('seal', ?)", (key,))
            publish_seal(work)


def _journal(connection: dbapi2.Connection, node: str, around: Surroundings) -> StoreJournal:
    return StoreJournal(
        connection,
        clock=around.clock,
        vocabulary=around.vocabulary,
        witness=Witness(around.witnesses, node, around.machine),
        signer=around.signer,
    )


def _require_ours(connection: dbapi2.Connection, node: str) -> None:
    cursor = connection.cursor()
    tables = {name for (name,) in cursor.execute("SELECT name FROM sqlite_master")}
    if not {"alembic_version", "meta", "event"} <= tables:
        raise Refusal("store_unreadable")
    if one(cursor, "SELECT value FROM meta WHERE key = 'node'") != node:
        raise Refusal("store_unreadable")


def _upgrade(connection: dbapi2.Connection, folder: Path, key: str, around: Surroundings) -> None:
    cursor = connection.cursor()
    version = str(one(cursor, "SELECT version_num FROM alembic_version"))
    if version > SCHEMA:
        raise Refusal("store_newer", version=version)
    if version < SCHEMA:
        around.upgrade(connection, folder, key)
    if one(cursor, "SELECT value FROM meta WHERE key = 'projected'") != PROJECTED:
        rebuild(cursor, around.vocabulary)
        cursor.execute("INSERT OR REPLACE INTO meta VALUES ('projected', ?)", (PROJECTED,))


def _vouched(journal: StoreJournal, machine: str) -> bool:
    """Whether the witness, heard before the store, knows this store as it stands."""
    said = journal.witness.testimony()
    known = said.machine == machine and any(_stands(journal, said, *h) for h in said.heads)
    return known and all(_series(journal, name) >= taken for name, taken in said.series.items())


def _stands(journal: StoreJournal, said: Testimony, seq: int, link: str) -> bool:
    if seq == 0:
        found = one(
            journal.cursor,
            "SELECT follows FROM incarnation WHERE incarnation = ?",
            (said.incarnation,),
        )
    else:
        found = one(
            journal.cursor,
            "SELECT link FROM event WHERE node = ? AND incarnation = ? AND seq = ?",
            (journal.node, said.incarnation, seq),
        )
    return found is not None and bytes(found).hex() == link


def _series(journal: StoreJournal, series: str) -> tuple[str, int]:
    row = journal.cursor.execute(
        "SELECT day, last FROM series WHERE series = ?", (series,)
    ).fetchone()
    return (row[0], row[1]) if row else ("", 0)


def begin_anew(journal: StoreJournal, around: Surroundings, why: str) -> None:
    """A new incarnation behind all that stands, its series after the witness's."""
    begin(journal.cursor)
    _anew(journal, around, why)
    journal.cursor.execute("COMMIT")


def _start_anew(journal: StoreJournal, around: Surroundings) -> None:
    """The same where the witness disagrees; nothing when another process did it meanwhile."""
    begin(journal.cursor)
    if not _vouched(journal, around.machine) and not _unused(journal):
        said, series = journal.witness.testimony(), journal.series()
        if said.machine == around.machine:
            now = around.clock.now()
            note_rolled_back(journal.cursor, journal.node, said, series, now)
        _anew(journal, around, "witness")
    journal.cursor.execute("COMMIT")


def _anew(journal: StoreJournal, around: Surroundings, why: str) -> None:
    cursor = journal.cursor
    said = journal.witness.testimony()
    for name, taken in said.series.items():
        if taken > _series(journal, name):
            cursor.execute("INSERT OR REPLACE INTO series VALUES (?, ?, ?)", (name, *taken))
    spool.doubt(cursor)
    forget_leases(cursor)
    now = micros(around.clock.now())
    incarnation = new_incarnation(cursor, journal.office_id, journal.node, now, why)
    follows = one(cursor, "SELECT follows FROM incarnation WHERE incarnation = ?", (incarnation,))
    journal.witness.testify(
        Testimony(
            incarnation=incarnation,
            heads=((0, bytes(follows).hex()),),
            series=journal.series(),
        )
    )


def _unused(journal: StoreJournal) -> bool:
    """A store without an event has nothing to vouch for."""
    return one(journal.cursor, "SELECT pos FROM event LIMIT 1") is None
