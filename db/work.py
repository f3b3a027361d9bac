"""One transaction of the local store: what deeds look up, decide and append."""

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from secrets import randbelow
from typing import Any, TypeVar, cast

from sqlcipher3 import dbapi2

from app.event import Event, Recorded, Vocabulary, content_of, link_of, micros, moment
from app.folds import office
from app.folds import ticket as ticket_fold
from app.folds.fold import Fold, State
from app.folds.office import Office
from app.ids import new_id
from app.persian import search_key
from app.ports import Found, LogLine, VisitLine
from app.tracking import fallback, make
from db import catalogue, request, search, ticket
from db.history import HistoryReader
from db.projection import Projection
from db.statement import insert_sql
from db.tables import EVENT
from db.witness import Testimony, Witness

S = TypeVar("S", bound=State)

INSERT_EVENT = insert_sql(EVENT)
_SERIES = "SELECT series, day, last FROM series"
STANDS_STILL = timedelta(minutes=1)


class Chain:
    """Where this node's chain stands inside a transaction."""

    def __init__(self, node: str, incarnation: str, seq: int, link: bytes) -> None:
        self.node = node
        self.incarnation = incarnation
        self.seq = seq
        self.link = link
        self.began = (seq, link.hex())

    def next(self, content: bytes) -> tuple[int, bytes]:
        """Takes the next place."""
        self.seq += 1
        self.link = link_of(self.link, self.incarnation, self.seq, content)
        return self.seq, self.link


class StoreWork:
    """Fulfils `app.ports.Work` on one connection that has begun a transaction."""

    def __init__(
        self,
        cursor: dbapi2.Cursor,
        *,
        office_id: str,
        chain: Chain,
        clerk: str,
        now: datetime,
        last_at: datetime,
        vocabulary: Vocabulary,
        reader: HistoryReader,
        projections: dict[int, Projection[Any]],
        witness: Witness,
    ) -> None:
        self.node = chain.node
        self.clerk = clerk
        self.last_at = last_at
        # A clock that steps back a little (the network's own correction) stands still instead.
        self.at = last_at if now < last_at <= now + STANDS_STILL else now
        self.appended: list[tuple[Recorded, Event]] = []
        self._cursor = cursor
        self._office_id = office_id
        self._chain = chain
        self._vocabulary = vocabulary
        self._reader = reader
        self._projections = projections
        self._witness = witness
        self._states: dict[str, State | None] = {}
        self._dirty: dict[str, tuple[Projection[Any], bool]] = {}

    # -- what stands ---------------------------------------------------------------------------

    @property
    def office(self) -> Office:
        """The office as it stands; there is always one after the first transaction."""
        found = self.load(office.FOLD, self._office_id)
        assert found is not None
        return found

    @property
    def head(self) -> bytes:
        """The head of this node's chain."""
        return self._chain.link

    def load(self, fold: Fold[S], entity: str) -> S | None:
        """The state of an entity, folded once in a transaction."""
        if entity not in self._states:
            self._states[entity] = self._reader.state(self._cursor, fold, entity)
        return cast("S | None", self._states[entity])

    def append(self, fold: Fold[S], entity: str, event: Event) -> S:
        """Adds a fact at the head of this node's chain, and folds it in."""
        before = self.load(fold, entity)
        recorded = self._record(entity, event)
        after = fold.advance(before, recorded, event) if before else fold.open(recorded, event)
        assert after is not None, f"{recorded.kind} opens nothing"
        self._states[entity] = after
        self.appended.append((recorded, event))
        projection = self._projections.get(id(fold))
        if projection:
            self._dirty.setdefault(entity, (projection, before is None))
        return after

    def _record(self, entity: str, event: Event) -> Recorded:
        kind, version, body = self._vocabulary.write(event)
        event_id, at = new_id(self.at), micros(self.at)
        content = content_of(event_id, at, self.clerk, entity, kind, version, body)
        seq, link = self._chain.next(content)
        recorded = Recorded(
            self._office_id,
            self.node,
            self._chain.incarnation,
            seq,
            event_id,
            at,
            self.clerk,
            entity,
            kind,
            version,
            body,
            content,
            link,
        )
        self._cursor.execute(INSERT_EVENT, row_of(recorded))
        return recorded

    def settle(self) -> None:
        """Writes the projections of all that was touched, then lets the witness know. The caller
        commits after it.
        """
        if not self.appended:
            return
        for entity, (projection, fresh) in self._dirty.items():
            projection.write(self._cursor, self._states[entity], fresh=fresh)
        self._witness.testify(
            Testimony(
                incarnation=self._chain.incarnation,
                heads=(self._chain.began, (self._chain.seq, self._chain.link.hex())),
                series=series_of(self._cursor),
            )
        )

    # -- arbiter: alone, the local store is its own ----------------------------------------------

    def take_number(self, series: str, day: date) -> tuple[date, int]:
        """The next running number; the day of a series never goes back."""
        row = self._cursor.execute(
            "INSERT INTO series (series, day, last) VALUES (?, ?, 1) ON CONFLICT (series) DO UPDATE"
            " SET last = CASE WHEN excluded.day > day THEN 1 ELSE last + 1 END,"
            " day = max(day, excluded.day) RETURNING day, last",
            (series, day.isoformat()),
        ).fetchone()
        return date.fromisoformat(row[0]), row[1]

    def take_tracking(self) -> str:
        """A number that neither the store nor its witness has seen; after many tries in a crowded
        space, one of the fall-back kind (leading 0).
        """
        for attempt in range(40):
            place = self.office.series[self.node].place if self.node in self.office.series else 0
            number = make(randbelow) if attempt < 20 else fallback(place, randbelow)
            if not self.requests_tracked(number) and not self._witness.used(number):
                self._witness.use(number)
                return number
        raise AssertionError("no free tracking number")

    # -- records ----------------------------------------------------------------------------------

    def entry_of(self, code: str) -> str | None:
        """The sub-service of that code."""
        return cast("str | None", catalogue.BY_CODE.one(self._cursor, key=search_key(code)))

    def services(self) -> Sequence[str]:
        """All sub-services that are offered."""
        return catalogue.OFFERED.column(self._cursor)

    def ticket_labelled(self, label: str, day: date) -> str | None:
        """The ticket of that day with that label, spelled in any way."""
        found = ticket.LABELLED.one(self._cursor, day=day.isoformat(), key=search_key(label))
        return cast("str | None", found)

    def first_waiting(self, lanes: Sequence[str], at: datetime) -> str | None:
        """Who is next in these lanes."""
        wanted = json.dumps(lanes)
        found = ticket.FIRST_WAITING.column(
            self._cursor, lanes=wanted, lanes_held=wanted, at=micros(at)
        )
        return min(
            found,
            key=lambda id_: (ticket.EFFECTIVE.one(self._cursor, id=id_), id_),
            default=None,
        )

    def waiting_since_before(self, day: date) -> Sequence[str]:
        """Tickets of earlier days that still wait."""
        return ticket.WAITING_BEFORE.column(self._cursor, day=day.isoformat())

    def label_waits(self, series: str, number: int) -> bool:
        """Whether somebody still waits under that number."""
        return ticket.NUMBER_WAITS.one(self._cursor, series=series, number=number) is not None

    def visit_at(self, counter: str) -> str | None:
        """The ticket that is called to or served at a counter."""
        return cast("str | None", ticket.AT_COUNTER.one(self._cursor, counter=counter))

    def ticket_called_by(self, call: str) -> str | None:
        """The ticket that a call id was granted."""
        return cast("str | None", ticket.CALLED_BY.one(self._cursor, call=call))

    def visit_open_on(self, day: date, counter: str) -> str | None:
        """A ticket of that day that is still called or served."""
        rows = ticket.ACTIVE_ON.rows(self._cursor, day=day.isoformat())
        return next((id_ for id_, at in rows if counter in ("", at)), None)

    def requests_tracked(self, tracking: str) -> Sequence[str]:
        """The requests of a tracking number, newest first."""
        return request.TRACKED.column(self._cursor, tracking=tracking)

    def requests_by(self, applicant: str) -> Sequence[str]:
        """The requests of an applicant's id, newest first."""
        return request.BY_APPLICANT.column(self._cursor, applicant=applicant)

    def requests_of_visit(self, ticket: str) -> Sequence[str]:
        """The requests registered or delivered during a visit."""
        return request.OF_VISIT.column(self._cursor, ticket=ticket)

    def ahead_of(self, ticket_id: str) -> int:
        """How many wait before it in its lane."""
        found = self.load(ticket_fold.FOLD, ticket_id)
        if found is None or found.state != "waiting":
            return 0
        ahead = ticket.AHEAD.one(
            self._cursor,
            lane=found.lane,
            effective_at=micros(found.effective_at),
            id=ticket_id,
        )
        return cast(int, ahead)

    def day_log(self, day: date) -> Sequence[LogLine]:
        """What Table 2 says of the requests received or answered on a day."""
        rows = request.LOG_OF_DAY.rows(self._cursor, day=day.isoformat())
        return [request.log_line(row) for row in rows]

    def visits_of_day(self, day: date) -> Sequence[VisitLine]:
        """How the visits of a day ended."""
        rows = ticket.VISITS_OF_DAY.rows(self._cursor, day=day.isoformat())
        return [ticket.visit_line(row) for row in rows]

    def overdue(self, now: datetime) -> int:
        """Requests still owed after their promise."""
        return cast(int, request.OVERDUE.one(self._cursor, now=now.isoformat()))

    def find(self, text: str) -> Sequence[Found]:
        """At most 50 requests by number, id, mobile or name."""
        return search.find(self._cursor, text)

    def requests_of_day(self, day: date, counter: str) -> Sequence[str]:
        """The requests received on a day, or answered on it."""
        rows = request.OF_DAY.rows(self._cursor, day=day.isoformat())
        return [id_ for id_, *counters, _, _ in rows if not counter or counter in counters]


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
    )


def series_of(cursor: dbapi2.Cursor) -> dict[str, tuple[str, int]]:
    """Day and last number of every series."""
    return {series: (day, last) for series, day, last in cursor.execute(_SERIES)}


def last_moment(at: int | None) -> datetime:
    """The moment of the last event, or the beginning of time."""
    return moment(at or 0)
