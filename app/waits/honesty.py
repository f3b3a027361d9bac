"""From a forecast to a range: as wide as the forecasts before were wrong."""

from collections.abc import Sequence
from math import ceil, floor

from app.awaited import Forecast, Kept, Told

_OUT = 0.09
"""On either side so many may lie outside; a little less than half of the rest, for who is told
least has come when the hall was full.
"""
_BEFORE = (-0.65, 0.65)
"""Where nothing is known of forecasts before: a little more than the forecast itself says."""
_WEIGHT = 40
"""So many kept ones weigh as much as that."""
_ROUND, _MINUTE = 5, 60
_NARROW = 90
"""Seconds; what comes at once has no width by which an error could be measured."""


def forecast(rounds: Sequence[float]) -> Forecast:
    """Of seconds, at least one."""
    ordered = sorted(rounds)
    low, middle, high = (_at(ordered, share) for share in (0.1, 0.5, 0.9))
    return Forecast(middle=round(middle), spread=max(round(high - low), _NARROW))


def errors(kept: Sequence[Kept]) -> tuple[float, float]:
    """How far before and behind the middle the truth came to lie, in widths of the forecast."""
    scores = sorted((each.truth - each.middle) / max(each.spread, _NARROW) for each in kept)
    if not scores:
        return _BEFORE
    known = len(scores) / (len(scores) + _WEIGHT)
    low, high = _at(scores, _OUT), _at(scores, 1 - _OUT)
    return (
        min(known * low + (1 - known) * _BEFORE[0], 0.0),
        max(known * high + (1 - known) * _BEFORE[1], 0.0),
    )


def told(of: Forecast, wrong: tuple[float, float]) -> Told:
    """In steps of five minutes, outwards."""
    least = (of.middle + wrong[0] * of.spread) / _MINUTE
    most = (of.middle + wrong[1] * of.spread) / _MINUTE
    low = max(floor(least / _ROUND), 0) * _ROUND
    high = ceil(most / _ROUND) * _ROUND
    return Told(least=low, most=max(high, low + _ROUND), forecast=of)


def _at(ordered: Sequence[float], share: float) -> float:
    """Between the two nearest."""
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)
