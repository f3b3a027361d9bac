"""What this PC keeps for itself, in the same transactions as its deeds: drafts, settings, jobs."""

from collections.abc import Sequence
from datetime import datetime, time

from msgspec.structs import replace
from sqlcipher3 import dbapi2

from app.local import day_of, instant
from app.spooling.printers import Role
from app.spooling.spool import Job
from db import draft, setting, spool
from db.connection import one
from db.outside import require_folder


class StoreOwn:
    """The part of `app.ports.Look` and `app.ports.Work` that is no part of the record. `kept` tells
    whether anything was written.
    """

    now: datetime
    _store: dbapi2.Cursor
    kept: bool = False

    def draft(self, place: str) -> bytes | None:
        """What somebody has begun to type."""
        body = one(self._store, draft.ONE, (place,))
        return None if body is None else bytes(body)

    def keep_draft(self, place: str, body: bytes) -> None:
        """Keeps it, in place of what was kept there."""
        self._keep(draft.KEEP, place, body)

    def drop_draft(self, place: str) -> None:
        """Forgets it."""
        self._keep(draft.DROP, place)

    def setting(self, name: str) -> str:
        """A setting of this PC; empty where none was made."""
        return one(self._store, setting.ONE, (name,)) or ""

    def set_setting(self, name: str, value: str) -> None:
        """Makes a setting."""
        self._keep(setting.SET, name, value)

    def require_folder(self, folder: str) -> None:
        """Whether files can be made there."""
        require_folder(folder)

    def jobs(self, last: int = 50) -> Sequence[Job]:
        """All jobs that are not ended, and the last of today that are."""
        midnight = instant(datetime.combine(day_of(self.now), time()))
        return spool.listed(self._store, midnight, last)

    def queued(self, role: Role) -> Sequence[Job]:
        """Those that wait for one printer, the oldest first."""
        return spool.queued(self._store, role)

    def job(self, number: int) -> Job | None:
        """One of them."""
        return spool.one(self._store, number)

    def job_paper(self, number: int) -> bytes:
        """What it says."""
        return spool.paper_of(self._store, number)

    def spool(self, job: Job, paper: bytes) -> Job:
        """Queues a paper; gives the job with its number."""
        self.kept = True
        return replace(job, id=spool.add(self._store, job, paper))

    def set_job(self, job: Job) -> None:
        """What has become of a job."""
        self.kept = True
        spool.change(self._store, job)

    def _keep(self, sql: str, *values: object) -> None:
        self.kept = True
        self._store.execute(sql, values)
