"""Those who wait, in words."""

from app.showing.queue import Waiting
from ui.frame.words import tr


def mark_name(waiting: Waiting) -> str:
    """Why somebody waits otherwise than with a new number of today."""
    names = {
        "return": tr("came back"),
        "carried": tr("from yesterday"),
        "priority": waiting.detail or tr("priority"),
        "collect": tr("to collect an answer"),
        "guide": tr("guidance"),
        "sent": tr("transferred"),
        "appointment": tr("appointment"),
    }
    return names.get(waiting.mark, "")


def night_said(ended: int) -> str:
    """What became of those who waited when the day ended."""
    return tr("The wait of {n} numbers of the day before has ended with it.", n=ended)
