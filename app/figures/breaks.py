"""When counters rested: a gap between two visits is idle only as far as it was no break."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from app.counted import BreakMark

_FOR_EVER = 2**63


class Breaks:
    """The breaks of every counter. Marks come in the order of time; a reason that is said anew
    begins no new break, and one that began before them lasts since ever.
    """

    def __init__(self, marks: Iterable[BreakMark]) -> None:
        self._begins: defaultdict[str, list[int]] = defaultdict(list)
        self._ends: defaultdict[str, list[int]] = defaultdict(list)
        for counter, at, rests in marks:
            begins, ends = self._begins[counter], self._ends[counter]
            resting = len(begins) > len(ends)
            if rests and not resting:
                begins.append(at)
            elif not rests and (resting or not begins):
                begins.extend([0] * (not resting))
                ends.append(at)

    def within(self, since: int, until: int, *counters: str) -> int:
        """How much of a span (all in microseconds) any of these counters rested."""
        total, reached = 0, since
        for begin, end in self._of({*counters}, since, until):
            total += max(min(end, until) - max(begin, reached), 0)
            reached = max(reached, end)
        return total

    def _of(self, counters: Iterable[str], since: int, until: int) -> list[tuple[int, int]]:
        """The breaks that touch a span, as they began; mostly there are none."""
        found: list[tuple[int, int]] = []
        for counter in counters:
            if begins := self._begins.get(counter):
                ends = self._ends[counter]
                first, beyond = bisect_right(ends, since), bisect_right(begins, until)
                found += zip(begins[first:beyond], (*ends[first:beyond], _FOR_EVER), strict=False)
        return sorted(found) if found else found
