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

    def within(self, counter: str, since: int, until: int) -> int:
        """How much of a span (all in microseconds) that counter rested."""
        begins = self._begins.get(counter)
        if not begins:
            return 0
        ends, total = self._ends[counter], 0
        for place in range(bisect_right(ends, since), bisect_right(begins, until)):
            end = ends[place] if place < len(ends) else _FOR_EVER
            total += max(min(end, until) - max(begins[place], since), 0)
        return total
