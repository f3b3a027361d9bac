"""What the chapter says of hours, days and units."""

from collections.abc import Sequence
from datetime import date

from app.persian import format_time, weekday_title
from app.week import WEEK, alike
from app.workdays import Hours
from ui.frame.words import tr

ESTIMATED = "تخمین"
"""Stands in the title of a holiday whose lunar day nobody has seen yet."""


def moves(title: str) -> bool:
    """Whether that holiday may yet move by a day."""
    return ESTIMATED in title


def days_words(days: Sequence[int]) -> str:
    """One weekday, two, or the first and the last of more."""
    names = [weekday_title(day) for day in days]
    if len(names) > 2:
        return tr("{first} to {last}", first=names[0], last=names[-1])
    return "، ".join(names)


def week_words(hours: Hours) -> str:
    """The hours of a week, weekdays that are alike together."""
    return "؛ ".join(
        tr(
            "{days} {opens} to {closes}",
            days=days_words(days),
            opens=format_time(span[0]),
            closes=format_time(span[1]),
        )
        for days, span in alike(hours)
        if span
    )


def closed_words(hours: Hours) -> str:
    """The weekdays on which nobody works."""
    return "، ".join(weekday_title(day) for day in WEEK if day not in hours)


def since_words(since: date, today: date, *, holds: bool) -> str:
    """Whether hours are those of today, are still to come, or have passed."""
    if since > today:
        return tr("to come")
    return tr("holds now") if holds else tr("has passed")
