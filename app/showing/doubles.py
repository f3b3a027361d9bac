"""What was given twice, because a PC or its data folder was copied: it stands in nobody's history,
and goes with the week.
"""

from collections.abc import Sequence
from datetime import timedelta

from app.local import day_of
from app.ports import Double, Look

WEEK = timedelta(days=7)
"""How long a label that was given twice is spoken of; tracking numbers always are."""


def doubles_shown(look: Look) -> Sequence[Double]:
    """Tickets first, the newest day first."""
    return look.doubles(day_of(look.at) - WEEK)
