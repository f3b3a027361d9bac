"""Reads who waits and who is served, and what became of the waits that were told."""

from collections.abc import Sequence
from datetime import datetime

from sqlcipher3 import dbapi2

from app.awaited import AtCounter, Kept, Standing
from app.event import micros
from db.sql import waiting


class StoreWaiting:
    """Fulfils `app.awaited.Awaited`."""

    @property
    def _cursor(self) -> dbapi2.Cursor:
        raise NotImplementedError

    def standing(self, at: datetime, most: int) -> Sequence[Standing]:
        """Who waits anywhere, in the order of calling."""
        rows = waiting.STANDING.rows(self._cursor, at=micros(at), most=most)
        return [Standing(*row[2:]) for row in rows]

    def at_counters(self) -> Sequence[AtCounter]:
        """Who is at any counter now."""
        return [AtCounter(*row) for row in waiting.AT_COUNTERS.rows(self._cursor)]

    def kept_waits(self, since: datetime, until: datetime, most: int) -> Sequence[Kept]:
        """What was told in that time to people whose first turn is over, the newest first."""
        times = {"since": micros(since), "until": micros(until)}
        rows = waiting.KEPT.rows(self._cursor, **times, most=most)
        return [Kept(*row) for row in rows]
