"""What this PC notes of its centre, for the windows of every program that shares its data."""

from datetime import datetime, timedelta
from typing import Literal, cast

import msgspec

from app.decoding import decode
from app.event import micros, moment
from app.ports import Alarm, Look, Work
from app.refusal import Refusal
from app.roles import deed
from app.value import Value

Standing = Literal["reached", "away", "paused", "revoked", "unknown", "unproven", "failed"]
"""How the centre stands to this PC: `paused`, it answers and lets nobody be called yet; `revoked`,
it was told to let this PC in no more; `unknown`, it does not let in whoever comes with this name
and password; `unproven`, something is there whose certificate does not prove that it is the centre;
`failed`, a defect of this program ends every round.
"""

STANDING, SINCE, OFFSET, SEEN = "centre", "centre_since", "centre_offset", "centre_seen"
"""Names of this PC's settings."""

RESUMED = "centre_resumed"
"""The setting that keeps who has ended a pause last, and when."""

_PASSED_ON = "centre_resume_told"
_STALE = timedelta(minutes=10)
"""A word of a supervisor that did not reach the centre for so long was about another pause."""

_TREMBLE = timedelta(milliseconds=200)
"""By so much two measurements of the same clocks may differ; that is not worth a write."""

_FAR = timedelta(minutes=1)
"""By so much a measurement is wrong that an answer on its way contradicts."""

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


def note_clock(work: Work, said: datetime) -> None:
    """The centre's clock said this just now. That is known before anything else is done with the
    answer: a PC that was started with a wrong clock ends nobody's day by it. The answer may have
    been on its way for a while; what was measured better stays where this does not contradict it.
    """
    offset = said - work.now
    if not work.setting(OFFSET) or abs(offset_of(work) - offset) > _FAR:
        note_offset(work, offset)


def is_news(look: Look, offset: timedelta) -> bool:
    """Whether a measurement says anything that is not known."""
    return not look.setting(OFFSET) or abs(offset_of(look) - offset) > _TREMBLE


def offset_of(look: Look) -> timedelta:
    """How far the centre's clock is ahead of this PC's, as it was measured last; nothing without a
    centre.
    """
    return int(look.setting(OFFSET) or 0) * _MICROSECOND


class Seen(Value, frozen=True, kw_only=True):
    """Who said that these alarms are looked after, and when."""

    clerk: str
    at: datetime
    alarms: tuple[Alarm, ...]


@deed
def acknowledge(work: Work) -> Seen:
    """Whoever acts has looked after all alarms that stand: they are shown no more, until one is
    raised anew. Refuses `no_alarm`.
    """
    if not alarms_standing(work):
        raise Refusal("no_alarm")
    said = Seen(clerk=work.clerk, at=work.now, alarms=work.outbox().alarms)
    work.set_setting(SEEN, msgspec.json.encode(said).decode())
    return said


@deed
def resume_calls(work: Work) -> datetime:
    """Whoever acts says that no other PC is waited for: the centre, which is told next, grants
    calls again.
    """
    work.set_setting(RESUMED, f"{work.clerk} {micros(work.now)}")
    return work.now


def resume_wanted(look: Look) -> bool:
    """Whether the centre is still to be told so."""
    said = look.setting(RESUMED)
    if not said or said == look.setting(_PASSED_ON):
        return False
    return look.now - moment(int(said.split()[-1])) < _STALE


def note_resumed(work: Work) -> None:
    """The centre was told."""
    work.set_setting(_PASSED_ON, work.setting(RESUMED))


def seen(look: Look) -> Seen | None:
    """Who has acknowledged alarms of this PC last."""
    said = look.setting(SEEN)
    return decode(said, Seen) if said else None


def alarms_standing(look: Look) -> tuple[Alarm, ...]:
    """Those that nobody has acknowledged."""
    said = seen(look)
    known = said.alarms if said else ()
    return tuple(alarm for alarm in look.outbox().alarms if alarm not in known)


def standing_since(look: Look) -> tuple[Standing, datetime | None]:
    """How it stands, and since when; before anybody has asked it, it is away."""
    said = look.setting(STANDING)
    since = look.setting(SINCE)
    return cast(Standing, said or "away"), moment(int(since)) if since else None
