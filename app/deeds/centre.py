"""What this PC notes of its centre, for the windows of every program that shares its data."""

from datetime import datetime, timedelta
from typing import Literal, cast

from app.event import micros, moment
from app.ports import Look, Work

Standing = Literal["reached", "away", "paused", "revoked"]
"""How the centre stands to this PC: `paused`, it answers and lets nobody be called yet; `revoked`,
it no longer lets this PC in.
"""

STANDING, SINCE, OFFSET = "centre", "centre_since", "centre_offset"
"""Names of this PC's settings."""

_TREMBLE = timedelta(milliseconds=200)
"""By so much two measurements of the same clocks may differ; that is not worth a write."""

_MICROSECOND = timedelta(microseconds=1)


def note_standing(work: Work, standing: Standing) -> None:
    """From now on it stands so."""
    if work.setting(STANDING) != standing:
        work.set_setting(STANDING, standing)
        work.set_setting(SINCE, str(micros(work.now)))


def note_offset(work: Work, offset: timedelta) -> None:
    """The centre's clock is so far ahead of this PC's."""
    if is_news(work, offset):
        work.set_setting(OFFSET, str(offset // _MICROSECOND))


def is_news(look: Look, offset: timedelta) -> bool:
    """Whether a measurement says anything that is not known."""
    return not look.setting(OFFSET) or abs(offset_of(look) - offset) > _TREMBLE


def offset_of(look: Look) -> timedelta:
    """How far the centre's clock is ahead of this PC's, as it was measured last; nothing without a
    centre.
    """
    return int(look.setting(OFFSET) or 0) * _MICROSECOND


def standing_since(look: Look) -> tuple[Standing, datetime | None]:
    """How it stands, and since when; before anybody has asked it, it is away."""
    said = look.setting(STANDING)
    since = look.setting(SINCE)
    return cast(Standing, said or "away"), moment(int(since)) if since else None
