"""What a day's sheet and its parts are called."""

from app.persian import format_time, long_date
from app.showing.day import DayShown
from ui.frame.words import tr
from ui.look.parts.chip import Tone


def part_names(*, supplement: bool) -> tuple[str, str, str]:
    """What its parts are called."""
    changed = tr("What became of rows of the closed report")
    if supplement:
        return tr("Requests received after the closing"), tr("Answers given after it"), changed
    given = tr("Answers given on this day (requests of earlier days)")
    return tr("Requests received on this day"), given, changed


def day_title(shown: DayShown) -> str:
    """Which day of which counter, and whether it is the supplement."""
    day = long_date(shown.day)
    if shown.supplement and shown.counter:
        return tr("Supplement of {day}, counter {n}", day=day, n=shown.counter)
    if shown.supplement:
        return tr("Supplement of {day}, all counters", day=day)
    if shown.counter:
        return tr("Daily report, {day}, counter {n}", day=day, n=shown.counter)
    return tr("Daily report, {day}, all counters", day=day)


def day_state(shown: DayShown) -> tuple[str, Tone]:
    """Whether it is closed, and since when."""
    if shown.closed_at:
        return tr("Closed at {time}", time=format_time(shown.closed_at)), "firuzeh"
    return tr("Still open"), "amber" if shown.day < shown.today else "quiet"
