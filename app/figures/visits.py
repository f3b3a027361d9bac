"""Waiting, walking up, serving and idling, by clerk, counter, sub-service and hour."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any, Literal

from app.counted import CALLED, CAME, NO_SHOW, Figures, Heard, VisitRow
from app.figures.spread import Spread, spread
from app.value import Value

By = Literal["service", "clerk", "counter", "hour"]
BYS: tuple[By, ...] = ("service", "clerk", "counter", "hour")
PARTS = ("wait", "walk", "serve", "idle")


class Group(Value, frozen=True, kw_only=True):
    """The visits that share a key. `came` counts each client once, `left`
    those who were never called, `idle` the gaps between a visit and the next call at
    the same counter on the same day, breaks among them.
    """

    key: str
    came: int = 0
    turns: int = 0
    no_shows: int = 0
    left: int = 0
    wait: Spread = Spread()
    walk: Spread = Spread()
    serve: Spread = Spread()
    idle: Spread = Spread()


class VisitFigures(Value, frozen=True, kw_only=True):
    """All of a period, and the same by each key."""

    whole: Group
    by: dict[str, tuple[Group, ...]]
    days: int = 0
    """On how many days anybody came."""

    def groups(self, by: By) -> tuple[Group, ...]:
        """By one kind of key."""
        return self.by.get(by, ())


_PLACES: dict[By, int] = {"counter": 0, "clerk": 1, "service": 2, "hour": 3}
_FLAGS, _CALL, _END = 4, 8, 9
_SECONDS = {"wait": 5, "walk": 6, "serve": 7, "idle": 10}
"""Where they stand in a row; the gap before it is put behind."""
_NOT_MEASURED = -1

_Key = str | int


class _Lists(dict[_Key, Callable[[int], None]]):
    """For each key what adds to its list of seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds: dict[_Key, array[int]] = {}

    def __missing__(self, key: _Key) -> Callable[[int], None]:
        self.seconds[key] = array("i")
        self[key] = self.seconds[key].append
        return self[key]


class _Count:
    """Columns are counted, for they are counted faster than rows."""

    def __init__(self) -> None:
        self.flags: dict[By, Counter[tuple[_Key, int]]] = {by: Counter() for by in BYS}
        self.lists: dict[tuple[By, str], _Lists] = {
            (by, part): _Lists() for by in BYS for part in PARTS
        }
        self.days = 0

    def take(self, rows: Sequence[VisitRow]) -> None:
        """The rows of a day, in the order of counter and call."""
        self.days += 1
        columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
        columns.append(_gaps(columns[_PLACES["counter"]], columns[_CALL], columns[_END]))
        for by, counted in self.flags.items():
            counted.update(zip(columns[_PLACES[by]], columns[_FLAGS], strict=True))
        for (by, part), lists in self.lists.items():
            for key, seconds in zip(columns[_PLACES[by]], columns[_SECONDS[part]], strict=True):
                lists[key](seconds)

    def told(self) -> VisitFigures:
        groups: dict[str, tuple[Group, ...]] = {by: self._groups(by) for by in BYS}
        whole = self._group("", "counter", None)
        return VisitFigures(whole=whole, by=groups, days=self.days)

    def _groups(self, by: By) -> tuple[Group, ...]:
        """What was never called has neither clerk nor counter."""
        nobody = by in ("clerk", "counter")
        keys = dict.fromkeys(k for k, flags in self.flags[by] if flags & CALLED or not nobody)
        return tuple(self._group(str(key), by, key) for key in keys)

    def _group(self, name: str, by: By, key: _Key | None) -> Group:
        """Of one key; None: of all."""
        flags: Counter[int] = Counter()
        for (at, flag), times in self.flags[by].items():
            if key in (None, at):
                flags[flag] += times
        return Group(
            key=name,
            came=_with(flags, CAME),
            turns=_with(flags, CALLED),
            no_shows=_with(flags, NO_SHOW),
            left=flags.total() - _with(flags, CALLED),
            wait=self._spread(by, "wait", key),
            walk=self._spread(by, "walk", key),
            serve=self._spread(by, "serve", key),
            idle=self._spread(by, "idle", key),
        )

    def _spread(self, by: By, part: str, key: _Key | None) -> Spread:
        seconds = self.lists[by, part].seconds
        times = Counter(chain(*seconds.values()) if key is None else seconds[key])
        del times[_NOT_MEASURED]
        return spread(times)


def _gaps(counters: Sequence[str], calls: Sequence[int], ends: Sequence[int]) -> list[int]:
    """Seconds between a call and the end of all that the same counter did before on that day."""
    gaps, at, free = list[int](), "", 0
    for counter, call, end in zip(counters, calls, ends, strict=True):
        if counter == at and call:
            gaps.append((call - free) // 1_000_000 if call > free else 0)
            free = max(free, end)
        else:
            gaps.append(_NOT_MEASURED)
            at, free = counter, end
    return gaps


def _with(flags: Counter[int], flag: int) -> int:
    return sum(times for each, times in flags.items() if each & flag)


def count_visits(look: Figures, days: Iterable[date], heard: Heard) -> VisitFigures:
    """Counts the turns of these days."""
    count = _Count()
    for day in days:
        heard(day)
        if rows := look.visits_of(day):
            count.take(rows)
    return count.told()
