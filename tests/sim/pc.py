"""One PC of the simulated office: the program's own store and deeds, on a disk in memory."""

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from sqlcipher3 import dbapi2

from app.event import moment
from app.events import vocabulary
from app.ports import Signer
from db.journal import StoreJournal, new_incarnation
from db.replica import StoreReplica
from db.sql.creation import CREATION
from db.store import PROJECTED, Surroundings, hear_witness
from db.witness import Testimony
from db.work import StoreWork

T = TypeVar("T")


class MemoryWitness:
    """A witness that stands in memory."""

    def __init__(self, machine: str) -> None:
        self.machine = machine
        self.said = Testimony()
        self._used: set[str] = set()

    def testimony(self) -> Testimony:
        """The last thing it was told."""
        return self.said

    def testify(self, testimony: Testimony) -> None:
        """Is told."""
        self.said = Testimony(
            machine=self.machine,
            incarnation=testimony.incarnation,
            heads=testimony.heads,
            series=testimony.series,
        )

    def use(self, tracking: str) -> None:
        """A number was given."""
        self._used.add(tracking)

    def used(self, tracking: str) -> bool:
        """Whether it was."""
        return tracking in self._used

    def copy(self) -> "MemoryWitness":
        """The same, of its own."""
        other = MemoryWitness(self.machine)
        other.said, other._used = self.said, set(self._used)
        return other

    def close(self) -> None:
        """Nothing to let go."""


class QuickSigner:
    """Signs with a hash: in this world nobody tries to forge."""

    def new_key(self) -> str:
        """Always the same."""
        return "00"

    def public(self, key: str) -> str:
        """Its hash."""
        return sha256(key.encode()).hexdigest()

    def sign(self, key: str, message: bytes) -> bytes:
        """64 bytes."""
        return sha256(self.public(key).encode() + message).digest() * 2

    def holds(self, public: str, message: bytes, signature: bytes) -> bool:
        """Whether they are the same."""
        return sha256(public.encode() + message).digest() * 2 == signature


SIGNER = QuickSigner()
VOCABULARY = vocabulary()


class Pc:
    """A data folder, its witness, and the clock of the machine they are on."""

    def __init__(self, name: str, node: str, counters: tuple[str, ...], series: str) -> None:
        self.name = name
        self.node = node
        self.counters = counters
        self.series = series
        self.alive = True
        self.skew = timedelta()
        self.world_now = 0
        self.witness = MemoryWitness(name)
        self.journal: StoreJournal
        self.replica: StoreReplica
        self.connection: dbapi2.Connection

    def now(self) -> datetime:
        """What its clock says."""
        return moment(self.world_now) + self.skew

    def found(self, office: str) -> None:
        """A new disk with nothing on it but its names."""
        connection = _disk()
        cursor = connection.cursor()
        for sql in CREATION:
            cursor.execute(sql)
        notes = {
            "office": office,
            "node": self.node,
            "projected": PROJECTED,
            "seal": f"key of {self.name}",
        }
        cursor.executemany("INSERT INTO meta VALUES (?, ?)", notes.items())
        new_incarnation(cursor, office, self.node, 0, "set-up")
        self.wake(connection)

    def wake(self, connection: dbapi2.Connection) -> None:
        """The program is started on this disk."""
        self.connection = connection
        self.journal = StoreJournal(
            connection,
            clock=self,
            vocabulary=VOCABULARY,
            witness=self.witness,  # type: ignore[arg-type] the same deeds
            signer=_signer,
        )
        self.replica = StoreReplica(self.journal)
        hear_witness(self.journal, self._around())

    def do(self, deed: Callable[[StoreWork], T], clerk: str = "") -> T:
        """One deed in one transaction."""
        with self.journal.work(clerk) as work:
            return deed(work)

    def _around(self) -> Surroundings:
        return Surroundings(
            clock=self,
            vocabulary=VOCABULARY,
            witnesses=Path(),
            machine=self.name,
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
