"""The line played through to its end, again and again, each time with other turns of the office's
own past: so the one order of calling, counters that serve some things only and clients who are half
served already are all in it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush
from random import Random

from app.value import Value
from app.waits.habits import Habits

NEVER = float("inf")
"""Of whom no counter that is at work may call."""

_STEPS = 1600
"""Calls that are played through in all: so the longest line takes no longer than a short one."""
_LEAST, _MOST = 32, 80
_DAYS_DIFFER = 0.12
"""How much a stretch of a day differs from another, beside what chance does to each turn."""


class Desk(Value, frozen=True, kw_only=True):
    """A counter at work: in `after` seconds it begins; `serving` a sub-service for `elapsed`
    seconds, or (empty) free for so long. `takes`: the groups of the line it may call out of.
    """

    takes: tuple[int, ...]
    after: float = 0
    serving: str = ""
    elapsed: float = 0


class InLine(Value, frozen=True, kw_only=True):
    """One who waits: whom the same counters may call are one group."""

    group: int
    service: str


def play(
    line: Sequence[InLine], desks: Sequence[Desk], habits: Habits, chance: Random
) -> list[list[float]]:
    """Seconds until each of the line is called, in each round; `NEVER` of whom nobody may call."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(line):
        groups[each.group].append(place)
    lasting = [habits.lasting(each.service) for each in line]
    takes = [tuple(group for group in desk.takes if group in groups) for desk in desks]
    frees = [_Free(desk, habits) for desk in desks]
    gaps, draw = habits.gaps or (0.0,), chance.random

    def one() -> list[float]:
        pace = habits.pace * chance.lognormvariate(0, _DAYS_DIFFER)
        free = [(each.seconds(pace, draw()), desk) for desk, each in enumerate(frees)]
        return _round(groups, lasting, takes, free, gaps, pace, draw)

    return [one() for _ in range(min(max(_STEPS // max(len(line), 1), _LEAST), _MOST))]


class _Free:
    """When a counter calls: after the rest of a turn and the gap behind it, or of such a gap."""

    def __init__(self, desk: Desk, habits: Habits) -> None:
        self._desk, self._gaps = desk, habits.gaps if desk.serving else ()
        self._known = habits.lasting(desk.serving) if desk.serving else habits.gaps

    def seconds(self, pace: float, drawn: float) -> float:
        """In a round of that pace; it goes on as long as others did that went on for so long."""
        if self._desk.after or not self._known:
            return self._desk.after
        times, elapsed = pace if self._desk.serving else 1.0, self._desk.elapsed
        gap = self._gaps[int(drawn * len(self._gaps))] if self._gaps else 0.0
        shorter = bisect_right(self._known, elapsed / times)
        longer = len(self._known) - shorter
        if not longer:
            return drawn * self._known[len(self._known) // 2] * times + gap
        return self._known[shorter + int(drawn * longer)] * times - elapsed + gap


def _round(
    groups: dict[int, list[int]],
    lasting: list[tuple[float, ...]],
    takes: list[tuple[int, ...]],
    free: list[tuple[float, int]],
    gaps: tuple[float, ...],
    pace: float,
    draw: Callable[[], float],
) -> list[float]:
    called = [NEVER] * len(lasting)
    rest = {group: places[::-1] for group, places in groups.items()}
    heapify(free)
    while free:
        at, desk = heappop(free)
        heads = [rest[group] for group in takes[desk] if rest[group]]
        if not heads:
            continue
        place = (min(heads, key=_first) if len(heads) > 1 else heads[0]).pop()
        called[place] = at
        took = lasting[place]
        until = at + took[int(draw() * len(took))] * pace + gaps[int(draw() * len(gaps))]
        heappush(free, (until, desk))
    return called


def _first(places: list[int]) -> int:
    return places[-1]
