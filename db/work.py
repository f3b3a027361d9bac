"""One transaction of the local store: what deeds look up, decide and append."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar, cast

from sqlcipher3 import dbapi2

from app.event import Event, Recorded
from app.folds import office
from app.folds.fold import Fold, State
from app.folds.office import Office
from app.ports import Signer
from app.sync.feed import Place
from app.tracking import fallback, make
from app.value import Value
from db import notes
from db.audit import StoreAudit
from db.chain import Chain
from db.connection import one
from db.history import HistoryReader
from db.lists import StoreLists
from db.outbox import StoreOutbox
from db.own import StoreOwn
from db.projection import Projection, shown_by
from db.records import StoreRecords
from db.sql.journal import EVENT
from db.waiting import StoreWaiting
from db.witness import Testimony, Witness

S = TypeVar("S", bound=State)

FOLDED, DEAD, REPEAT, DOUBTED = range(4)
"""What `superseded` says of a line: it counts; it left its node's chain; its event counts
elsewhere; it is kept and not believed.
"""

_SERIES = "SELECT series, day, last FROM series"


class Draft(Value, frozen=True, kw_only=True):
    """A fact to be recorded at the head of this node's chain."""

    entity: str
    event: Event
    at: datetime
    clerk: str = ""


class StoreWork(StoreRecords, StoreAudit, StoreLists, StoreWaiting, StoreOwn, StoreOutbox):
    """Fulfils `app.ports.Work` on one connection that has begun a transaction."""

    def __init__(
        self,
        cursor: dbapi2.Cursor,
        *,
        chain: Chain,
        clerk: str,
        now: datetime,
        last_at: datetime,
        reader: HistoryReader,
        projections: dict[int, Projection[Any]],
        witness: Witness,
        signer: Callable[[], Signer],
    ) -> None:
        self.node = chain.node
        self.clerk = clerk
        self.last_at = last_at
        self.now = now
        self.at = max(now, last_at)
        self.appended: list[tuple[Recorded, Event]] = []
        super().__init__(cursor)
        self._chain = chain
        self._gone_on = False
        self._reader = reader
        self._projections = projections
        self._witness = witness
        self._signer = signer
        self._states: dict[tuple[int, str], State | None] = {}
        self._touched: dict[Projection[Any], dict[str, bool]] = {}
        """Entities with changed rows; True for one that had none before."""

    # -- what stands ---------------------------------------------------------------------------

    @property
    def _cursor(self) -> dbapi2.Cursor:
        """Whoever looks something up sees what this transaction has appended."""
        self._project()
        return self._store

    @property
    def office(self) -> Office:
        """The office as it stands; there is always one after the first transaction."""
        found = self.load(office.FOLD, self._chain.office)
        assert found is not None
        return found

    @property
    def incarnation(self) -> str:
        """In which this node writes."""
        return self._chain.incarnation

    @property
    def head(self) -> bytes:
        """The head of this node's chain."""
        return self._chain.link

    @property
    def seal_key(self) -> str:
        """The public key of this PC."""
        return self._signer().public(self._private_key())

    def sign(self, message: bytes) -> bytes:
        """Its signature."""
        return self._signer().sign(self._private_key(), message)

    def signed(self, public: str, message: bytes, signature: bytes) -> bool:
        """Whether the owner of a public key signed just this."""
        return self._signer().holds(public, message, signature)

    def _private_key(self) -> str:
        return str(one(self._store, "SELECT value FROM meta WHERE key = 'seal'"))

    def load(self, fold: Fold[S], entity: str) -> S | None:
        """The state of an entity, folded once in a transaction."""
        known = (id(fold), entity)
        if known not in self._states:
            self._states[known] = self._reader.state(self._store, fold, entity)
        return cast("S | None", self._states[known])

    def append(self, fold: Fold[S], entity: str, event: Event) -> S:
        """Adds a fact at the head of this node's chain, and folds it in."""
        before = self.load(fold, entity)
        recorded = self._chain.record(entity, event, self.clerk, self.at)
        self._store.execute(EVENT.insert, row_of(recorded))
        after = fold.advance(before, recorded, event) if before else fold.open(recorded, event)
        assert after is not None, f"{recorded.kind} opens nothing"
        self._states[id(fold), entity] = after
        self.appended.append((recorded, event))
        self._touch(self._projections[id(fold)], after, fresh=before is None)
        return after

    def append_many(self, drafts: Sequence[Draft]) -> None:
        """Facts as a merge or a take-over brings them: nobody asks whether they fit, what does not
        is a conflict. Each entity is folded once, after all.
        """
        facts = [(self._chain.record(d.entity, d.event, d.clerk, d.at), d.event) for d in drafts]
        self._store.executemany(EVENT.insert, (row_of(recorded) for recorded, _ in facts))
        self.appended.extend(facts)
        for entity in dict.fromkeys(draft.entity for draft in drafts):
            history = self._reader.history(self._store, entity)
            shown = shown_by(self._projections.values(), history)
            if shown:
                self._touch(*shown, fresh=len(history) == 1)

    # -- what the centre's feed brings ---------------------------------------------------------

    @property
    def cursor(self) -> dbapi2.Cursor:
        """That of the transaction."""
        return self._store

    def note(self, key: str, value: str) -> None:
        """A line of the store's own notes."""
        self.kept = True
        self._store.execute(notes.WRITE, (key, value))

    def write(self, event: Event) -> tuple[str, int, bytes]:
        """Kind, version and exact bytes of an event."""
        return self._reader.vocabulary.write(event)

    def read(self, recorded: Recorded) -> Event | None:
        """What a line says, None where a newer program wrote it."""
        return self._reader.read(recorded)

    def reached(self, place: Place) -> None:
        """How far the feed is read."""
        self.kept = True
        reached = ((notes.CURSOR, str(place.cursor)), (notes.MARK, place.mark.hex()))
        self._store.executemany(notes.WRITE, reached)

    def refold(self, changed: Mapping[str, bool]) -> None:
        """Folds entities anew whose history is another; True: it had none before."""
        self._reader.forget()
        for entity, fresh in changed.items():
            shown = shown_by(self._projections.values(), self._reader.history(self._store, entity))
            if shown:
                self._touch(*shown, fresh=fresh)
            elif not fresh:
                for projection in self._projections.values():
                    projection.clear(self._store, entity)
        self._project()

    def go_on(self, incarnation: str, follows: bytes) -> None:
        """This node's chain goes on in another incarnation."""
        chain = self._chain
        self._gone_on = True
        self._chain = Chain(
            self._reader.vocabulary, chain.office, chain.node, incarnation, 0, follows
        )
        self.kept = True

    def copy(self, recorded: Recorded) -> None:
        """The same event once more, at the head of the chain."""
        self._store.execute(EVENT.insert, row_of(self._chain.again(recorded)))

    def _touch(self, projection: Projection[Any], state: State, *, fresh: bool) -> None:
        self._states[id(projection.fold), state.id] = state
        first = self._touched.setdefault(projection, {})
        first[state.id] = fresh and first.get(state.id, True)

    def settle(self) -> None:
        """Writes the projections of all that was touched, then lets the witness know. The caller
        commits after it.
        """
        if not self.appended and not self._gone_on:
            return
        self._project()
        self._witness.testify(
            Testimony(
                incarnation=self._chain.incarnation,
                heads=(self._chain.began, self._chain.head),
                series=series_of(self._store),
            )
        )

    def _project(self) -> None:
        for projection, touched in self._touched.items():
            stale = [entity for entity, fresh in touched.items() if not fresh]
            projection.write(
                self._store, [self._states[id(projection.fold), e] for e in touched], stale
            )
        self._touched.clear()

    # -- arbiter: alone, the local store is its own ----------------------------------------------

    def take_number(self, series: str, day: date) -> tuple[date, int]:
        """The next running number; the day of a series never goes back."""
        row = self._store.execute(
            "INSERT INTO series (series, day, last) VALUES (?, ?, 1) ON CONFLICT (series) DO UPDATE"
            " SET last = CASE WHEN excluded.day > day THEN 1 ELSE last + 1 END,"
            " day = max(day, excluded.day) RETURNING day, last",
            (series, day.isoformat()),
        ).fetchone()
        return date.fromisoformat(row[0]), row[1]

    def take_tracking(self) -> str:
        """A number that neither the store nor its witness has seen; of a PC that belongs to a
        centre one that was leased. Where none is left, or after many tries in a crowded space, one
        of the fall-back kind (leading 0).
        """
        place, enrolled = self.office.places.get(self.node, 0), self.enrolled
        for attempt in range(40):
            made = "" if enrolled or attempt >= 20 else make(secrets.randbelow)
            leased = self._leased() if enrolled else ""
            number = leased or made or fallback(place % 100, secrets.randbelow)
            if not self.requests_tracked(number) and not self._witness.used(number):
                self._witness.use(number)
                return number
        raise AssertionError("no free tracking number")


def row_of(recorded: Recorded) -> tuple[Any, ...]:
    """The row of the event table: the next free place, no feed number yet."""
    return (
        None,
        None,
        0,
        recorded.office,
        recorded.node,
        recorded.incarnation,
        recorded.seq,
        recorded.id,
        recorded.at,
        recorded.clerk,
        recorded.entity,
        recorded.kind,
        recorded.version,
        recorded.body,
        recorded.content,
        recorded.link,
        None,
        None,
        None,
        None,
        None,
        None,
    )


def series_of(cursor: dbapi2.Cursor) -> dict[str, tuple[str, int]]:
    """Day and last number of every series."""
    return {series: (day, last) for series, day, last in cursor.execute(_SERIES)}
