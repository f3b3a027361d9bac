"""What deeds and screens look up in the projections."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import cast

from sqlcipher3 import dbapi2

from app.event import micros, moment
from app.folds.request import WaitsFor
from app.local import instant
from app.papers import LogLine
from app.persian import search_key
from app.ports import (
    WEEK,
    CallSaid,
    Crowd,
    Double,
    Found,
    Owed,
    RequestLine,
    VisitLine,
    WaitingLine,
)
from db import doubles, search
from db.connection import one
from db.figures import StoreFigures
from db.request import log_line, request_line
from db.sql import catalogue, journal, request, ticket
from db.ticket import label_key, visit_line

_HEARD_FROM = """
    SELECT event.node, event.at
    FROM (
        SELECT max(pos) AS newest FROM event
        WHERE kind NOT IN ('NodePlaced', 'SealPublished', 'SeriesGiven') GROUP BY node
    ) JOIN event ON event.pos = newest
"""


class StoreRecords(StoreFigures):
    """Fulfils `app.ports.Records`."""

    def __init__(self, cursor: dbapi2.Cursor) -> None:
        self._store = cursor

    @property
    def _cursor(self) -> dbapi2.Cursor:
        return self._store

    def entry_of(self, code: str) -> str | None:
        """The sub-service of that code."""
        return cast("str | None", catalogue.BY_CODE.one(self._cursor, key=search_key(code)))

    def services(self) -> Sequence[str]:
        """All sub-services; retired ones too, for somebody may still wait for them."""
        return catalogue.EVERY.column(self._cursor)

    def ticket_labelled(self, label: str, day: date) -> str | None:
        """The ticket of that day with that label, spelled in any way."""
        key = label_key(label)  # visits without a ticket have an empty one, and no label
        found = key and ticket.LABELLED.one(self._cursor, day=day.isoformat(), key=key)
        return found or None

    def tickets_labelled(self, label: str, day: date) -> Sequence[str]:
        """All of them, in the order of their issue."""
        return doubles.labelled(self._cursor, label, day)

    def doubles(self, since: date) -> Sequence[Double]:
        """What a copied PC has given twice."""
        return doubles.doubles(self._cursor, since)

    def first_waiting(self, lanes: Sequence[str], at: datetime) -> str | None:
        """Who is next in these lanes."""
        wanted = json.dumps(lanes)
        found = ticket.FIRST_WAITING.rows(
            self._cursor, lanes=wanted, lanes_held=wanted, at=micros(at)
        )
        first = min(found, default=None)
        return first[-1] if first else None

    def open_before(self, day: date) -> Sequence[str]:
        """Tickets of earlier days that are not ended."""
        return ticket.OPEN_BEFORE.column(self._cursor, day=day.isoformat())

    def borne_before(self, label: str, day: date) -> Sequence[str]:
        """Those of them with that label."""
        key = label_key(label)
        return ticket.BORNE_BEFORE.column(self._cursor, day=day.isoformat(), key=key) if key else ()

    def series_day(self, series: str) -> date | None:
        """The day of the last number that was taken from a series."""
        day = one(self._cursor, "SELECT day FROM series WHERE series = ?", (series,))
        return date.fromisoformat(day) if day else None

    def waiting_in(self, lane: str) -> Sequence[str]:
        """Tickets that wait or are held in a lane."""
        return ticket.WAITING_IN.column(self._cursor, lane=lane, lane_held=lane)

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

    def no_shows(self, day: date) -> Sequence[str]:
        """Tickets to which nobody came since that day began, the last one first."""
        first, since = (day - WEEK).isoformat(), micros(instant(datetime.combine(day, time())))
        return ticket.NO_SHOWS.column(self._cursor, day=first, since=since)

    def requests_tracked(self, tracking: str) -> Sequence[str]:
        """The requests of a tracking number, newest first."""
        return request.TRACKED.column(self._cursor, tracking=tracking)

    def requests_by(self, applicant: str) -> Sequence[str]:
        """The requests of an applicant's id, newest first."""
        return request.BY_APPLICANT.column(self._cursor, applicant=applicant)

    def requests_of_visit(self, ticket: str) -> Sequence[str]:
        """The requests registered or delivered during a visit."""
        return request.OF_VISIT.column(self._cursor, ticket=ticket)

    def ahead_of(self, ticket_id: str, lanes: Sequence[str], at: datetime) -> int:
        """How many wait before it in these lanes, those whose hold is over too."""
        found = ticket.AHEAD.one(self._cursor, id=ticket_id, lanes=json.dumps(lanes), at=micros(at))
        return cast(int, found)

    def collecting(self, request: str) -> Sequence[str]:
        """The tickets by which the answer of a request is collected, as long as they live."""
        return ticket.COLLECTING.column(self._cursor, request=request)

    def day_log(self, day: date) -> Sequence[LogLine]:
        """What Table 2 says of the requests received or answered on a day."""
        rows = request.LOG_OF_DAY.rows(self._cursor, day=day.isoformat())
        return [log_line(row) for row in rows]

    def visits_of_day(self, day: date) -> Sequence[VisitLine]:
        """How the visits of a day ended."""
        rows = ticket.VISITS_OF_DAY.rows(self._cursor, day=day.isoformat())
        return [visit_line(row) for row in rows]

    def crowd(self, lanes: Sequence[str], at: datetime) -> Crowd:
        """Who waits in these lanes, those whose hold is over too."""
        waiting = ticket.CROWD.run(self._cursor, lanes=json.dumps(lanes)).fetchone()
        over = [row[-1] for row in self._held(lanes) if row[0] <= micros(at)]
        since = min((taken for taken in (waiting[1], *over) if taken is not None), default=None)
        return Crowd(count=waiting[0] + len(over), since=None if since is None else moment(since))

    def next_in(self, lanes: Sequence[str], at: datetime, most: int) -> Sequence[str]:
        """The first tickets of these lanes, in the order of calling."""
        waiting = list(ticket.NEXT.rows(self._cursor, lanes=json.dumps(lanes), most=most))
        over = [row[1:4] for row in self._held(lanes) if row[0] <= micros(at)]
        return [row[-1] for row in sorted([*waiting, *over])[:most]]

    def held_in(self, lanes: Sequence[str], at: datetime, most: int) -> Sequence[str]:
        """Tickets of these lanes whose hold goes on."""
        held = sorted(row for row in self._held(lanes) if row[0] > micros(at))
        return [id_ for _, _, _, id_, _ in held[:most]]

    def slips_for(self, applicant: str) -> Sequence[str]:
        """Tickets whose newest slip awaits that applicant, the newest first."""
        return ticket.SLIPS_FOR.column(self._cursor, applicant=applicant)

    def asked_for_since(self, day: date) -> Mapping[str, int]:
        """Tickets and visits since that day by sub-service."""
        return dict(ticket.ASKED_FOR.rows(self._cursor, day=day.isoformat()))

    def owed(self, today: date, counter: str) -> Owed:
        """The open requests in figures."""
        day, tomorrow = today.isoformat(), (today + timedelta(days=1)).isoformat()
        counted = list(
            request.OWED.rows(
                self._cursor, today=day, from_today=day, tomorrow=tomorrow, counter=counter
            )
        )
        return Owed(
            late=sum(late for _, _, late, _ in counted),
            today=sum(today for _, _, _, today in counted),
            waits={waits_for: count for waits_for, count, _, _ in counted},
        )

    def overdue_on(self, day: date, counter: str) -> int:
        """How many requests were overdue when that day was over."""
        return cast(int, request.OVERDUE_ON.one(self._cursor, day=day.isoformat(), counter=counter))

    def owed_lines(
        self,
        waits_for: WaitsFor,
        since: datetime,
        until: datetime,
        counter: str,
        most: int,
        *,
        ready: bool = True,
    ) -> Sequence[RequestLine]:
        """Open requests promised in that time, the earliest first."""
        rows = request.OWED_LINES.rows(
            self._cursor,
            waits_for=waits_for,
            since=since.isoformat(),
            until=until.isoformat(),
            ready=int(ready),
            counter=counter,
            most=most,
        )
        return [request_line(row) for row in rows]

    def handed_over_by(self, day: date) -> Sequence[str]:
        """The requests that may have been given to a unit on a day."""
        said = day.isoformat()
        return request.HANDED_OVER_BY.column(
            self._cursor, day=said, not_before=said, not_after=said
        )

    def waiting_lines(self, at: datetime) -> Sequence[WaitingLine]:
        """All lanes in which anybody waits and may be called."""
        return [
            WaitingLine(lane=lane, count=count, since=moment(since), code=code, title=title)
            for lane, count, since, code, title in ticket.LINES.rows(self._cursor, at=micros(at))
        ]

    def purposes_waiting(self, at: datetime) -> Mapping[str, int]:
        """How many wait and may be called, by what they came for."""
        return dict(ticket.PURPOSES.rows(self._cursor, at=micros(at)))

    def calls_said(self, since: datetime, most: int) -> Sequence[CallSaid]:
        """What was called since then, the newest of the journal first."""
        rows = ticket.CALLS_SAID.rows(self._cursor, since=micros(since), most=most)
        return [CallSaid(event=e, ticket=t, call=c, again=bool(a)) for e, t, c, a in rows]

    def last_ended(self, day: date) -> Mapping[str, datetime]:
        """When the last visit of that day ended at each counter that had one."""
        rows = ticket.LAST_ENDED.rows(self._cursor, day=day.isoformat())
        return {counter: moment(ended) for counter, ended in rows}

    def called_after(self, day: date, counter: str, since: datetime) -> int:
        """How many calls of tickets of that day to a counter came after that moment."""
        found = ticket.CALLED_AFTER.one(
            self._cursor, day=day.isoformat(), counter=counter, since=micros(since)
        )
        return cast(int, found)

    def numbers_given(self, day: date) -> Mapping[str, tuple[int, datetime]]:
        """How many numbers of that day each series gave, and when the last."""
        rows = ticket.LAST_GIVEN.rows(self._cursor, day=day.isoformat())
        return {series: (count, moment(last)) for series, last, count in rows}

    def find(self, text: str) -> Sequence[Found]:
        """At most 50 requests by number, id, mobile or name."""
        return search.find(self._cursor, text)

    def requests_of_day(self, day: date, counter: str) -> Sequence[str]:
        """The requests received on a day, or answered on it."""
        rows = request.OF_DAY.rows(self._cursor, day=day.isoformat())
        return [id_ for id_, *counters, _, _ in rows if not counter or counter in counters]

    def heard_from(self) -> Mapping[str, datetime]:
        """Of every PC when it recorded the last of its work that is known here."""
        return {node: moment(at) for node, at in self._cursor.execute(_HEARD_FROM)}

    def open_conflicts(self, most: int) -> Sequence[tuple[str, str]]:
        """Entity and event of what does not fit and nobody has settled, the newest first."""
        rows = journal.OPEN_CONFLICTS.rows(self._cursor, most=most)
        return [(entity, event) for entity, event in rows]

    def open_conflict_count(self) -> int:
        """How many those are."""
        return cast(int, journal.OPEN_CONFLICT_COUNT.one(self._cursor))

    def conflict_of(self, event: str) -> str | None:
        """The entity with which that event makes a conflict, settled or not."""
        return cast("str | None", journal.CONFLICT_OF.one(self._cursor, event=event))

    def _held(self, lanes: Sequence[str]) -> list[tuple[int, int, int, str, int]]:
        """Whoever is held in these lanes: a few, whatever the queue."""
        return list(ticket.HELD.rows(self._cursor, lanes=json.dumps(lanes)))
