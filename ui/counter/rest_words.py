"""How long a counter rests, in words."""

from datetime import datetime

from app.folds.office import Paused, Rested
from app.local import day_of
from app.persian import format_time
from ui.frame.words import tr

_MINUTE = 60


def rest_sentence(paused: Paused, rested: Rested | None, now: datetime | None) -> str:
    """Since when, for how long, and how much that makes today."""
    since = format_time(paused.at)
    if now is None:
        return tr("Since {time}; nobody is called here.", time=since)
    seconds = max(int((now - paused.at).total_seconds()), 0)
    minutes = seconds // _MINUTE
    before = rested if rested and rested.day == day_of(now) else None
    if before is None:
        return tr("Since {time}, {n} minutes; nobody is called here.", time=since, n=minutes)
    return tr(
        "Since {time}, {n} minutes; with those before {all} minutes today.",
        time=since,
        n=minutes,
        all=(before.seconds + seconds) // _MINUTE,
    )
