"""How long a newcomer will wait: from how quickly those before were served."""

from collections.abc import Sequence
from datetime import timedelta
from math import ceil, floor

from app.ports import Look

WINDOW = timedelta(minutes=90)
"""How far back the pace is measured: a morning's pace says little of the noon."""

ENOUGH = 5
"""So many visits must have ended in it before anything is promised."""

_ROUND = 5
_LEAST, _MOST = 0.75, 1.25


def expected_wait(look: Look, lanes: Sequence[str], ahead: int) -> tuple[int, int] | None:
    """Minutes (from, to) until somebody behind `ahead` others in these lanes is called, in steps
    of five; None while too little was measured.
    """
    served = look.served_in(lanes, look.at - WINDOW)
    if served.count < ENOUGH or served.since is None:
        return None
    pace = (look.at - served.since) / timedelta(minutes=1) / (served.count - 1)
    least = floor(ahead * pace * _LEAST / _ROUND) * _ROUND
    most = ceil(max(ahead * pace, pace / 2) * _MOST / _ROUND) * _ROUND
    return least, max(most, least + _ROUND)
