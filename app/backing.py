"""Backups of this PC: which were made and proven, when the next is due, and what it is called."""

from datetime import date, datetime, timedelta

from jdatetime import date as jalali

from app.decoding import decode
from app.local import local
from app.ports import Look
from app.roles import may_do
from app.settings import BACKUP_FOLDER, BACKUP_KEEP, BY_KEY, value_of
from app.value import Value

MADE, DAILY, PROVEN, TROUBLE = "backup_made", "backup_daily", "backup_proven", "backup_trouble"
"""Rows of this PC."""

ENDING = ".bajeh"
_BACK = 14
_MARK = 8


class Kept(Value, frozen=True, kw_only=True):
    """A file, when it was made or proven, and by how much of the recovery key (`whole` or one
    group of it); of a trouble the code of its refusal.
    """

    at: datetime
    path: str
    whole: bool = False
    code: str = ""


class Proven(Value, frozen=True, kw_only=True):
    """What a backup holds, found in a folder of its own with the recovery key alone. `sound`:
    chains and tables hold against each other.
    """

    office: str
    name: str
    events: int
    last: datetime | None
    sound: bool


class BackupState(Value, frozen=True, kw_only=True):
    """`days` for which a proof is good; `overdue`: the last one is older, or there is none."""

    made: Kept | None
    daily: Kept | None
    proven: Kept | None
    trouble: Kept | None
    folder: str
    keep: int
    days: int
    overdue: bool
    editable: bool


def backup_state(look: Look, clerk: str = "") -> BackupState:
    """As this PC knows it."""
    proven, days = kept(look, PROVEN), look.office.rules.proven_days
    old = proven is None or look.at - proven.at > timedelta(days=days)
    return BackupState(
        made=kept(look, MADE),
        daily=kept(look, DAILY),
        proven=proven,
        trouble=kept(look, TROUBLE),
        folder=look.setting(BACKUP_FOLDER),
        keep=int(value_of(look, BY_KEY[BACKUP_KEEP])),
        days=days,
        overdue=days > 0 and old,
        editable=may_do(look, clerk, "backup.note_made"),
    )


def kept(look: Look, row: str) -> Kept | None:
    """What one of the rows says."""
    said = look.setting(row)
    return decode(said, Kept) if said else None


def daily_due(look: Look) -> bool:
    """Whether the backup of a day is still to be made: each working day has one after it closes,
    or as soon as a window is open again.
    """
    last = kept(look, DAILY)
    closed = _last_closing(look)
    return bool(look.setting(BACKUP_FOLDER)) and (
        last is None or (closed is not None and local(last.at) < closed)
    )


def mark_of(look: Look) -> str:
    """How names of this PC's own daily backups begin, also where several PCs share a folder."""
    return f"bajeh-{look.node[:_MARK]}-"


def file_name(at: datetime, begins: str = "bajeh-") -> str:
    """A name that sorts by time, and that any disk can bear."""
    here = local(at)
    return f"{begins}{_day(here.date())}-{here:%H%M%S}{ENDING}"


def _day(day: date) -> str:
    return str(jalali.fromgregorian(date=day))


def _last_closing(look: Look) -> datetime | None:
    """When the office closed last."""
    here, calendar = local(look.at), look.office.calendar
    for back in range(_BACK):
        day = here.date() - timedelta(days=back)
        hours = calendar.hours_of(day) if calendar.is_open(day) else None
        closing = datetime.combine(day, hours[1], here.tzinfo) if hours else None
        if closing and closing <= here:
            return closing
    return None
