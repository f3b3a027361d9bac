"""Reads lists of work."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlcipher3 import dbapi2

from app.listing import ReadyRow
from db.sql import lists


class StoreLists:
    """Fulfils `app.listing.Listing`."""

    @property
    def _cursor(self) -> dbapi2.Cursor:
        raise NotImplementedError

    def owed_between(self, since: date, until: date) -> int:
        """Open requests without an answer, promised in that time."""
        found: int = lists.OWED_BETWEEN.one(
            self._cursor, since=since.isoformat(), until=until.isoformat()
        )
        return found

    def ready_rows(self, most: int) -> Sequence[ReadyRow]:
        """Answers that were not collected, those that wait longest first."""
        return [
            ReadyRow(id_, tracking, name, mobile, title, _day(promised), _day(ready))
            for id_, tracking, name, mobile, title, promised, ready in lists.READY_ROWS.rows(
                self._cursor, most=most
            )
        ]

    def slips_since(self, day: date, most: int) -> Sequence[str]:
        """Tickets from that day on whose newest slip nobody came back with."""
        return lists.SLIPS_SINCE.column(self._cursor, day=day.isoformat(), most=most)

    def at_units(self) -> Mapping[str, int]:
        """How many requests each unit has now."""
        return dict(lists.AT_UNITS.rows(self._cursor))

    def at_unit(self, spellings: Sequence[str], most: int) -> Sequence[str]:
        """The requests that a unit has now, the earliest promise first."""
        return lists.AT_UNIT.column(self._cursor, units=json.dumps(spellings), most=most)


def _day(text: str) -> date:
    return datetime.fromisoformat(text).date()
