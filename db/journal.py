"""The journal on the encrypted local store."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlcipher3 import dbapi2

from app.event import Event, Recorded, Vocabulary, first_link, moment
from app.folds import appointment, catalogue, clerk, day, form_file, kiosk, office, pad
from app.ports import Clock, Signer
from db import catalogue as catalogue_rows
from db import request as request_rows
from db import survey as survey_rows
from db import ticket as ticket_rows
from db.chain import Chain
from db.connection import PATIENCE, begin, nap, one
from db.history import HistoryReader
from db.projection import Projection
from db.trouble import in_words
from db.witness import Witness
from db.work import StoreWork, series_of

PROJECTIONS: tuple[Projection[Any], ...] = (
    ticket_rows.PROJECTION,
    request_rows.PROJECTION,
    catalogue_rows.PROJECTION,
    survey_rows.PROJECTION,
    Projection(office.FOLD, {}, lambda _: {}),
    Projection(day.FOLD, {}, lambda _: {}),
    Projection(kiosk.FOLD, {}, lambda _: {}),
    Projection(pad.FOLD, {}, lambda _: {}),
    Projection(clerk.FOLD, {}, lambda _: {}),
    Projection(form_file.FOLD, {}, lambda _: {}),
    Projection(appointment.FOLD, {}, lambda _: {}),
)

_LAST = (
    "SELECT seq, link, at FROM event WHERE node = ? AND incarnation = ? ORDER BY seq DESC LIMIT 1"
)
_FOLLOWS = "SELECT follows FROM incarnation WHERE incarnation = ?"
_LAST_AT = "SELECT at FROM event WHERE node = ? ORDER BY pos DESC LIMIT 1"


class StoreJournal:
    """Fulfils `app.ports.Journal`. One connection; used by one thread at a time."""

    def __init__(
        self,
        connection: dbapi2.Connection,
        *,
        clock: Clock,
        vocabulary: Vocabulary,
        witness: Witness,
        signer: Callable[[], Signer],
    ) -> None:
        self.connection = connection
        self.cursor = connection.cursor()
        self.witness = witness
        self.reader = HistoryReader(vocabulary, (office.FOLD, catalogue.FOLD, clerk.FOLD, pad.FOLD))
        self.office_id = self.meta("office")
        self.node = self.meta("node")
        self.patience = PATIENCE
        nap(connection)
        self._clock = clock
        self._signer = signer
        self._vocabulary = vocabulary
        self._projections = {id(p.fold): p for p in PROJECTIONS}

    def meta(self, key: str) -> str:
        """A line of the store's own notes, or nothing."""
        return one(self.cursor, "SELECT value FROM meta WHERE key = ?", (key,)) or ""

    def close(self) -> None:
        """Lets go of store and witness."""
        self.connection.close()
        self.witness.close()

    def series(self) -> dict[str, tuple[str, int]]:
        """Day and last number of every series."""
        return series_of(self.cursor)

    def history(self, entity: str) -> list[tuple[Recorded, Event | None]]:
        """All facts of an entity in their order."""
        with in_words():
            return self.reader.history(self.cursor, entity)

    @contextmanager
    def work(self, clerk: str = "") -> Iterator[StoreWork]:
        """A transaction: all of it is on the disk when the block ends, or nothing is. One that
        neither appends a fact nor keeps anything for this PC leaves no trace.
        """
        with in_words():
            begin(self.cursor, self.patience)
        try:
            with in_words():
                work = self._begin(clerk)
                yield work
                work.settle()
                self.cursor.execute("COMMIT" if work.appended or work.kept else "ROLLBACK")
        except BaseException:
            self.reader.forget()
            with suppress(dbapi2.Error):
                self.cursor.execute("ROLLBACK")
            raise

    @contextmanager
    def look(self) -> Iterator[StoreWork]:
        """Reads of one instant, beside whoever writes."""
        with in_words():
            self.cursor.execute("BEGIN")
            try:
                yield self._begin("")
            finally:
                self.cursor.execute("ROLLBACK")

    def _begin(self, clerk: str) -> StoreWork:
        chain, last_at = self._chain()
        return StoreWork(
            self.cursor,
            chain=chain,
            clerk=clerk,
            now=self._clock.now(),
            last_at=moment(last_at or 0),
            reader=self.reader,
            projections=self._projections,
            witness=self.witness,
            signer=self._signer,
        )

    def _chain(self) -> tuple[Chain, int | None]:
        """The chain of the present incarnation, and the time of this node's last event."""
        incarnation = self.meta("incarnation")
        last = self.cursor.execute(_LAST, (self.node, incarnation)).fetchone()
        if last is None:
            follows = one(self.cursor, _FOLLOWS, (incarnation,))
            last = (0, follows, one(self.cursor, _LAST_AT, (self.node,)))
        seq, link, at = last
        chain = Chain(self._vocabulary, self.office_id, self.node, incarnation, seq, link)
        return chain, at


def new_incarnation(cursor: dbapi2.Cursor, office_id: str, node: str, now: int, why: str) -> str:
    """Starts a fresh part of the node's chain behind whatever it has; gives its name.

    The caller holds a transaction.
    """
    link = one(
        cursor,
        "SELECT link FROM event WHERE node = ? AND superseded = 0 ORDER BY pos DESC LIMIT 1",
        (node,),
    )
    incarnation = secrets.token_hex(16)
    cursor.execute(
        "INSERT INTO incarnation VALUES (?, ?, ?, ?, ?, NULL)",
        (incarnation, node, now, link or first_link(office_id, node), why),
    )
    cursor.execute("INSERT OR REPLACE INTO meta VALUES ('incarnation', ?)", (incarnation,))
    return incarnation
