"""What deeds and screens look up in the projections."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import cast

from sqlcipher3 import dbapi2

from app.event import micros
from app.persian import search_key
from app.ports import Found, LogLine, VisitLine
from db import catalogue, request, search, ticket
from db.connection import one


class StoreRecords:
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
        key = ticket.label_key(label)  # visits without a ticket have an empty one, and no label
        found = key and ticket.LABELLED.one(self._cursor, day=day.isoformat(), key=key)
        return found or None

    def first_waiting(self, lanes: Sequence[str], at: datetime) -> str | None:
        """Who is next in these lanes."""
        wanted = json.dumps(lanes)
        found = ticket.FIRST_WAITING.rows(
            self._cursor, lanes=wanted, lanes_held=wanted, at=micros(at)
        )
        first = min(found, default=None)
        return first[-1] if first else None

    def waiting_since_before(self, day: date) -> Sequence[str]:
        """Tickets of earlier days that still wait."""
        before = day.isoformat()
        return ticket.WAITING_BEFORE.column(self._cursor, day=before, day_held=before)

    def series_day(self, series: str) -> date | None:
        """The day of the last number that was taken from a series."""
        day = one(self._cursor, "SELECT day FROM series WHERE series = ?", (series,))
        return date.fromisoformat(day) if day else None

    def label_waits(self, label: str, day: date) -> bool:
        """Whether somebody still waits under that label."""
        key = ticket.label_key(label)
        return ticket.LABEL_WAITS.one(self._cursor, day=day.isoformat(), key=key) is not None

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
        return cast(int, ticket.AHEAD.one(self._cursor, id=ticket_id))

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
