"""One PC of the simulated office: the program's own store and deeds, on a disk in memory."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from sqlcipher3 import dbapi2

from app.event import Vocabulary, moment
from app.ports import Signer
from app.value import Value
from db.journal import StoreJournal, new_incarnation
from db.notes import NODE_FILE
from db.replica import StoreReplica
from db.sql.creation import CREATION
from db.store import PROJECTED, Surroundings, hear_witness
from db.verify import Finding, verify
from db.work import StoreWork
from tests.sim.signer import QuickSigner
from tests.sim.witness import MemoryWitness
from tests.sim.words import NEW

T = TypeVar("T")

SIGNER = QuickSigner()
NO_LIMIT = 1073741823
"""Pages that SQLite may have at most."""


class Time:
    """The true time, in microseconds."""

    def __init__(self, now: int) -> None:
        self.now = now


class Desk(Value, frozen=True, kw_only=True):
    """Where a PC stands: its counters, and the letters of its tickets if it gives any."""

    name: str
    counters: tuple[str, ...] = ()
    series: str = ""

    @property
    def node(self) -> str:
        """Its identity."""
        return self.name.encode().hex().ljust(32, "0")


class Pc:
    """A data folder, its witness, and the clock of the machine they are on."""

    def __init__(self, desk: Desk, time: Time, words: Vocabulary = NEW) -> None:
        self.name, self.node = desk.name, desk.node
        self.counters, self.series = desk.counters, desk.series
        self.machine = desk.name
        self.words = words
        self.alive = True
        self.skew = timedelta()
        self.witness = MemoryWitness(self.machine)
        self.journal: StoreJournal
        self.replica: StoreReplica
        self.connection: dbapi2.Connection
        self._desk = desk
        self._time = time

    @property
    def is_old(self) -> bool:
        """Whether its program lacks kinds of event that others write."""
        return self.words is not NEW

    def now(self) -> datetime:
        """What its clock says."""
        return moment(self._time.now) + self.skew

    def found(self, office: str) -> None:
        """A new disk with nothing on it but its names."""
        connection = _disk()
        cursor = connection.cursor()
        for sql in CREATION:
            cursor.execute(sql)
        notes = {
            "office": office,
            "node": self.node,
            NODE_FILE: "of this centre",
            "projected": PROJECTED,
            "seal": f"key of {self.name}",
        }
        cursor.executemany("INSERT INTO meta VALUES (?, ?)", notes.items())
        new_incarnation(cursor, office, self.node, 0, "set-up")
        self.wake(connection)

    def wake(self, connection: dbapi2.Connection) -> None:
        """The program is started on this disk, on which somebody has made room."""
        self.connection = connection
        self.let_grow()
        self.journal = StoreJournal(
            connection, clock=self, vocabulary=self.words, witness=self.witness, signer=_signer
        )
        self.replica = StoreReplica(self.journal)
        hear_witness(self.journal, self._around())

    def in_world(self, time: Time, words: Vocabulary) -> "Pc":
        """The same place in another world, with its own witness and no disk yet."""
        other = Pc(self._desk, time, words)
        other.witness = self.witness.copy()
        return other

    def twin(self, name: str, *, same_machine: bool) -> "Pc":
        """A clone of it; on the same machine its witness is as good as the old one."""
        other = Pc(replace(self._desk, name=name), self._time, self.words)
        other.node = self.node
        if same_machine:
            other.machine = self.machine
            other.witness = self.witness.copy()
        other.wake(copied(self.connection))
        return other

    @property
    def public_key(self) -> str:
        """By which it signs."""
        (key,) = self.connection.execute("SELECT value FROM meta WHERE key = 'seal'").fetchone()
        return SIGNER.public(key)

    def do(self, deed: Callable[[StoreWork], T], clerk: str = "") -> T:
        """One deed in one transaction."""
        with self.journal.work(clerk) as work:
            return deed(work)

    def visit_at(self, counter: str) -> str | None:
        """The ticket that a counter shows."""
        with self.journal.look() as look:
            return look.visit_at(counter)

    def contents(self) -> set[bytes]:
        """What is on its disk, and what it could bring back."""
        rows = self.connection.execute("SELECT content FROM event WHERE superseded <> 3")
        return {row[0] for row in rows}

    def verified(self) -> Finding:
        """Its store held against itself."""
        return verify(self.connection.cursor(), self.words)

    def fill(self, room: int) -> None:
        """No more than so many pages are left on its disk."""
        pages = self.connection.execute("PRAGMA page_count").fetchone()[0]
        self.connection.execute(f"PRAGMA max_page_count = {pages + room}")

    def let_grow(self) -> None:
        """There is room again."""
        self.connection.execute(f"PRAGMA max_page_count = {NO_LIMIT}")

    def _around(self) -> Surroundings:
        return Surroundings(
            clock=self,
            vocabulary=self.words,
            witnesses=Path(),
            machine=self.machine,
            upgrade=_no_upgrade,
            signer=_signer,
        )


def copied(connection: dbapi2.Connection) -> dbapi2.Connection:
    """Another disk with the same on it."""
    other = _disk()
    connection.backup(other)
    return other


def _disk() -> dbapi2.Connection:
    connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _signer() -> Signer:
    return SIGNER


def _no_upgrade(*_: object) -> None:
    raise AssertionError
