"""Tehran's clock: instants are stored in UTC, days and office hours are lived in local time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

TEHRAN = ZoneInfo("Asia/Tehran")
"""+03:30 the year round since 1402; summer time before is known to it too."""

_LAST = datetime(9000, 1, 1, tzinfo=UTC)


def local(at: datetime) -> datetime:
    """The naive local time of an aware instant; at the end of the calendar, where a clock may stand
    that somebody has tampered with, its last moment with a name. A naive one is a bug, told as
    `ValueError`.
    """
    if at.tzinfo is None:
        raise ValueError("an instant carries its zone")
    return min(at, _LAST).astimezone(TEHRAN).replace(tzinfo=None)


def instant(at: datetime) -> datetime:
    """The UTC instant of a naive local time. An aware one is a bug, told as `ValueError`.

    Of the hour that summer time repeated, `fold` chooses.
    """
    if at.tzinfo is not None:
        raise ValueError("a local time carries no zone")
    return at.replace(tzinfo=TEHRAN).astimezone(UTC)


def day_of(at: datetime) -> date:
    """The day in Tehran on which an aware instant falls."""
    return local(at).date()
