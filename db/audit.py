"""Reads the journal back for whoever asks who did what."""

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlcipher3 import dbapi2

from app.auditing import Line, Mark, Wanted
from app.event import Event, Recorded
from db.sql import audit
from db.statement import Statement
from db.ticket import label_key

_RECORDED = slice(2, 16)


class StoreAudit:
    """Fulfils `app.auditing.Auditing`."""

    @property
    def _cursor(self) -> dbapi2.Cursor:
        raise NotImplementedError

    def read(self, recorded: Recorded) -> Event | None:
        """What a line says."""
        raise NotImplementedError

    def first_fact(self) -> int | None:
        """When the oldest fact was recorded."""
        found: int | None = audit.FIRST_FACT.one(self._cursor)
        return found

    def facts(self, wanted: Wanted, since: int, before: Mark, most: int) -> Sequence[Line]:
        """Facts from `since` to before the mark, the newest first."""
        return self._lines(audit.FACTS, wanted, since, before, most)

    def facts_of(
        self, entities: Collection[str], wanted: Wanted, since: int, before: Mark, most: int
    ) -> Sequence[Line]:
        """Those of these entities alone."""
        of = json.dumps(sorted(entities))
        return self._lines(audit.FACTS_OF, wanted, since, before, most, entities=of)

    def labelled_between(self, label: str, first: date, last: date) -> Sequence[str]:
        """The tickets of those days with that label."""
        key = label_key(label)
        days = {"first": first.isoformat(), "last": last.isoformat()}
        return audit.LABELLED_BETWEEN.column(self._cursor, key=key, **days) if key else []

    def received_between(self, first: date, last: date) -> Sequence[tuple[str, str]]:
        """Id and tracking number of every request received on those days."""
        days = {"first": first.isoformat(), "last": last.isoformat()}
        return [(id_, number) for id_, number in audit.RECEIVED_BETWEEN.rows(self._cursor, **days)]

    def _lines(
        self,
        statement: Statement,
        wanted: Wanted,
        since: int,
        before: Mark,
        most: int,
        **of: str,
    ) -> list[Line]:
        rows = statement.run(
            self._cursor,
            since=since,
            until=before.at,
            mark=before.at,
            pos=before.pos,
            clerks=json.dumps(wanted.clerks),
            kinds=json.dumps(wanted.kinds),
            overrides=int(wanted.overrides),
            most=most,
            **of,
        ).fetchall()
        return [self._line(row) for row in rows]

    def _line(self, row: tuple[Any, ...]) -> Line:
        recorded = Recorded(*row[_RECORDED])
        tracking, label, detail, corrected = row[16:]
        event, mark = self.read(recorded), Mark(row[0], row[1])
        return Line(mark, recorded, event, tracking, label, detail, bool(corrected))
