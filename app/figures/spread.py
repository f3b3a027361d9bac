"""How long something takes: mean, median and 90th percentile of many durations."""

from collections import Counter

from app.value import Value


class Spread(Value, frozen=True, kw_only=True):
    """Seconds. The median is the one in the middle, or midway between the two there; `most` is the
    least that nine of ten do not exceed. None where nothing was measured.
    """

    count: int = 0
    mean: float | None = None
    median: float | None = None
    most: int | None = None
    total: int = 0


def spread(times: Counter[int]) -> Spread:
    """Of durations, each with how often it was measured."""
    count = times.total()
    if not count:
        return Spread()
    ordered = sorted(times.items())
    total = sum(each * often for each, often in ordered)
    return Spread(
        count=count,
        mean=total / count,
        median=(_reaches(ordered, (count + 1) // 2) + _reaches(ordered, count // 2 + 1)) / 2,
        most=_reaches(ordered, -(-count * 9 // 10)),
        total=total,
    )


def _reaches(ordered: list[tuple[int, int]], rank: int) -> int:
    """The least duration that so many do not exceed."""
    seen = 0
    for each, often in ordered:
        seen += often
        if seen >= rank:
            return each
    return 0
