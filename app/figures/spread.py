"""How long something takes: mean, median and 90th percentile of many durations."""

from bisect import bisect_left
from collections import Counter
from itertools import accumulate
from operator import mul

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
    durations = sorted(times)
    often = [times[each] for each in durations]
    total = sum(map(mul, durations, often))
    reached = list(accumulate(often))

    def reaches(rank: int) -> int:
        """The least duration that so many do not exceed."""
        return durations[bisect_left(reached, rank)]

    return Spread(
        count=count,
        mean=total / count,
        median=(reaches((count + 1) // 2) + reaches(count // 2 + 1)) / 2,
        most=reaches(-(-count * 9 // 10)),
        total=total,
    )
