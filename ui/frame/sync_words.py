"""How this PC and its centre stand, in the words of the status bar."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.local import local
from app.persian import format_moment, format_time
from app.showing.sync import SyncState
from ui.frame.words import tr
from ui.look.parts.status_bar import StatusItem, Tone

_LATE = timedelta(minutes=5)
"""What has waited for longer is spoken of in colour, also while the centre answers."""


def sync_items(state: SyncState, now: datetime) -> tuple[StatusItem, ...]:
    """From the right: what somebody must look after first, what is not sent, the centre."""
    if state.centre == "none":
        text = tr("Works by itself, without a centre")
        return (*tuple(alarms(state))[:1], StatusItem(icon="plug-connected", text=text))
    return (*tuple(alarms(state))[:1], _outbox(state, now), _centre(state, now))


def alarms(state: SyncState) -> Iterator[StatusItem]:
    """What does not mend itself, the gravest first."""
    if state.another:
        yield _alarm(tr("Another PC works under this one's name: a copied PC"))
    if state.aside:
        yield _alarm(tr("The centre did not take {n} entries", n=state.aside))
    if state.rolled:
        yield _alarm(tr("The data of this PC were put back to an older state"))
    if state.clock_wrong:
        minutes = round(abs(state.offset).total_seconds() / 60)
        ahead = tr("The clock is {n} minutes fast", n=minutes)
        behind = tr("The clock is {n} minutes slow", n=minutes)
        yield _alarm(ahead if state.offset < timedelta() else behind)


def new_alarm(before: SyncState, now: SyncState) -> str:
    """The gravest that has come since; empty where there is none."""
    known = tuple(alarms(before))
    return next((alarm.text for alarm in alarms(now) if alarm not in known), "")


def age(at: datetime, now: datetime) -> str:
    """How long ago that was."""
    minutes = max(now - at, timedelta()) // timedelta(minutes=1)
    if minutes < 1:
        return tr("just now")
    if minutes < 60:
        return tr("{n} minutes ago", n=minutes)
    if minutes < 24 * 60:
        return tr("{n} hours ago", n=minutes // 60)
    return tr("{n} days ago", n=minutes // (24 * 60))


def _alarm(text: str) -> StatusItem:
    return StatusItem(icon="alert-triangle", text=text, tone="trouble")


def _outbox(state: SyncState, now: datetime) -> StatusItem:
    if not state.unsent or state.oldest is None:
        return StatusItem(icon="cloud-check", text=tr("Everything is sent"))
    waited = age(state.oldest, now)
    late = state.centre != "reached" or now - state.oldest > _LATE
    return StatusItem(
        icon="cloud-up",
        text=tr("Unsent: {n} entries, the oldest {age}", n=state.unsent, age=waited),
        tone="warning" if late else "calm",
    )


def _centre(state: SyncState, now: datetime) -> StatusItem:
    if state.centre == "reached":
        return StatusItem(icon="plug-connected", text=tr("Connected to the centre"))
    words = {
        "away": tr("Without the centre"),
        "paused": tr("The centre is recovering; call by the paper"),
        "revoked": tr("The centre no longer lets this PC in"),
        "unknown": tr("The centre does not let this PC sign in"),
        "unproven": tr("The centre's certificate was not accepted; check this PC's clock"),
        "failed": tr("A defect in synchronising with the centre"),
    }
    text = words[state.centre]
    if state.centre == "away" and state.since is not None:
        text = tr("Without the centre since {time}", time=_since(state.since, now))
    tone: Tone = "warning" if state.centre in ("away", "paused") else "trouble"
    return StatusItem(icon="plug-connected-x", text=text, tone=tone)


def _since(since: datetime, now: datetime) -> str:
    """The time of today, or the day too."""
    here = local(since)
    return format_time(here) if here.date() == local(now).date() else format_moment(here)
