"""Papers on their way to a printer, as rows: this PC's own, no part of the record."""

from datetime import datetime
from typing import Any

from sqlcipher3 import dbapi2

from app.event import micros, moment
from app.spooling.printers import Role
from app.spooling.spool import ENDED, Job

KEPT = 500
"""Ended jobs that are this far behind the newest are forgotten; their papers can be filled anew."""

_FIELDS = Job.__struct_fields__
_NAMES = ", ".join(f'"{name}"' for name in _FIELDS)
_ENDED = ", ".join(f"'{state}'" for state in ENDED)
_ADD = f"INSERT INTO job VALUES ({', '.join('?' * (len(_FIELDS) + 1))}) RETURNING id"  # noqa: S608 our own names
_FORGET = f"DELETE FROM job WHERE id <= ? AND state IN ({_ENDED})"  # noqa: S608 likewise
_CHANGE = (
    "UPDATE job SET role = ?, made_at = ?, state = ?, why = ?, printer = ?, tries = ? WHERE id = ?"
)
_ONE = f"SELECT {_NAMES} FROM job WHERE id = ?"  # noqa: S608 likewise
_LISTED = (
    f"SELECT {_NAMES} FROM job WHERE state NOT IN ({_ENDED}) OR id IN"  # noqa: S608 likewise
    f" (SELECT id FROM job WHERE state IN ({_ENDED}) AND made_at >= ? ORDER BY id DESC LIMIT ?)"
    " OR id IN (SELECT max(id) FROM job"
    " WHERE state IN ('sent', 'confirmed') AND made_at >= ? GROUP BY role)"
    " ORDER BY id DESC"
)
_QUEUED = f"SELECT {_NAMES} FROM job WHERE state = 'queued' AND role = ? ORDER BY id"  # noqa: S608 likewise
_PAPER = "SELECT paper FROM job WHERE id = ?"
_DOUBT = (
    "UPDATE job SET state = 'unconfirmed', why = 'print_unconfirmed'"
    " WHERE state IN ('queued', 'sending')"
)


def add(cursor: dbapi2.Cursor, job: Job, paper: bytes) -> int:
    """Puts a job behind all others; gives its number."""
    number = int(cursor.execute(_ADD, (None, *_row(job)[1:], paper)).fetchone()[0])
    cursor.execute(_FORGET, (number - KEPT,))
    return number


def change(cursor: dbapi2.Cursor, job: Job) -> None:
    """What has become of it, and when it was asked for last; what it is of never changes."""
    asked = micros(job.made_at)
    cursor.execute(_CHANGE, (job.role, asked, job.state, job.why, job.printer, job.tries, job.id))


def one(cursor: dbapi2.Cursor, number: int) -> Job | None:
    """A job by its number."""
    row = cursor.execute(_ONE, (number,)).fetchone()
    return _job(row) if row else None


def listed(cursor: dbapi2.Cursor, since: datetime, last: int) -> list[Job]:
    """All that are not ended, and of those that were made since then so many, also the last that
    came out of each printer; newest first.
    """
    wanted = (micros(since), last, micros(since))
    return [_job(row) for row in cursor.execute(_LISTED, wanted).fetchall()]


def queued(cursor: dbapi2.Cursor, role: Role) -> list[Job]:
    """Those that wait for one printer, in their order."""
    return [_job(row) for row in cursor.execute(_QUEUED, (role,)).fetchall()]


def paper_of(cursor: dbapi2.Cursor, number: int) -> bytes:
    """What a job is to print."""
    row = cursor.execute(_PAPER, (number,)).fetchone()
    return bytes(row[0]) if row else b""


def doubt(cursor: dbapi2.Cursor) -> None:
    """In a store that is not the last one of its PC, what waits may be on paper long since."""
    cursor.execute(_DOUBT)


def _row(job: Job) -> tuple[Any, ...]:
    values = (getattr(job, name) for name in _FIELDS)
    return tuple(micros(value) if isinstance(value, datetime) else value for value in values)


def _job(row: tuple[Any, ...]) -> Job:
    values = dict(zip(_FIELDS, row, strict=True))
    return Job(**{**values, "made_at": moment(values["made_at"])})
