"""Waiting, walking up, serving and idling, by clerk, counter, sub-service and hour."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from app.counted import (
    ARRIVED,
    CALLED,
    CAME,
    FORGOTTEN,
    NO_SHOW,
    Figures,
    Heard,
    VisitRow,
)
from app.figures.breaks import Breaks
from app.figures.spread import Spread, spread
from app.figures.stays import (
    BYS,
    NOT_MEASURED,
    PLACES,
    VISIT,
    By,
    Key,
    by_visit,
    stays,
)
from app.period import Period
from app.value import Value

PARTS = ("wait", "walk", "serve")

_SIMPLE = CAME | CALLED | ARRIVED
_GAP_BYS: tuple[By, ...] = ("counter", "clerk")
_SECOND = 1_000_000


class Group(Value, frozen=True, kw_only=True):
    """The visits that share a key, each client once. `came` counts all, `left` those who were never
    called there; `wait`, `walk` and `serve` have one number of a client, `forgotten` clients whose
    turn nobody ended in time are left out of the last two. The gaps between a visit and the next
    call at the same counter on the same day are in sum so many seconds `idle`, and (a break) of
    `rest`: only of clerks, of counters and of all.
    """

    key: str
    came: int = 0
    no_shows: int = 0
    left: int = 0
    forgotten: int = 0
    wait: Spread = Spread()
    walk: Spread = Spread()
    serve: Spread = Spread()
    idle: int = 0
    rest: int = 0


class VisitFigures(Value, frozen=True, kw_only=True):
    """All of a period, and the same by each key. Who was at two counters stands under both."""

    whole: Group
    by: dict[str, tuple[Group, ...]]
    days: int = 0
    """On how many days anybody came."""

    def groups(self, by: By) -> tuple[Group, ...]:
        """By one kind of key."""
        return self.by.get(by, ())


class _Heap(dict[Key, tuple[Callable[[int], None], ...]]):
    """For each key what takes a client's seconds of waiting, walking up and serving."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: dict[Key, tuple[array[int], ...]] = {}
        self.odd: Counter[tuple[Key, int]] = Counter()
        """Flags of whoever did not simply come, hear the call and stand there."""

    def __missing__(self, key: Key) -> tuple[Callable[[int], None], ...]:
        self.parts[key] = tuple(array("i") for _ in PARTS)
        self[key] = tuple(part.append for part in self.parts[key])
        return self[key]

    def take(
        self,
        keys: Sequence[Key],
        flags: Sequence[int],
        waits: Sequence[int],
        walks: Sequence[int],
        serves: Sequence[int],
    ) -> None:
        """Columns of stays; they are counted faster than rows."""
        self.odd.update(pair for pair in zip(keys, flags, strict=True) if pair[1] != _SIMPLE)
        for key, wait, walk, serve in zip(keys, waits, walks, serves, strict=True):
            add_wait, add_walk, add_serve = self[key]
            add_wait(wait)
            add_walk(walk)
            add_serve(serve)

    def flags(self, key: Key) -> Counter[int]:
        """How many bear which."""
        found = Counter({flags: times for (of, flags), times in self.odd.items() if of == key})
        found[_SIMPLE] = len(self.parts[key][0]) - found.total()
        return found

    def times(self, key: Key) -> list[Counter[int]]:
        """How often each number of seconds was measured, of each part."""
        return [Counter(part) for part in self.parts[key]]


class _Count:
    def __init__(self, breaks: Breaks) -> None:
        self._heaps = {by: _Heap() for by in BYS}
        self._idle: defaultdict[tuple[str, str], int] = defaultdict(int)
        self._rest: defaultdict[tuple[str, str], int] = defaultdict(int)
        """Of each counter and the clerk who called there next."""
        self._breaks = breaks
        self._days = 0

    def take(self, rows: Sequence[VisitRow]) -> None:
        """The rows of a day, in the order of counter and call."""
        self._days += 1
        times = Counter([row[VISIT] for row in rows])
        again = {visit for visit, turns in times.items() if turns > 1}
        self._add_single([row for row in rows if row[VISIT] not in again] if again else rows)
        many = by_visit(row for row in rows if row[VISIT] in again)
        for by in BYS if many else ():
            found = [stay for turns in many for stay in stays(turns, by)]
            self._heaps[by].take(*zip(*found, strict=True))
        self._add_gaps(rows)

    def _add_single(self, rows: Sequence[VisitRow]) -> None:
        """Visits of one turn, as `stays` would have them."""
        if not rows:
            return
        *keys, flags, waits, walks, serves, _, _, _ = zip(*rows, strict=True)
        columns: list[Sequence[int]] = [_where(ARRIVED, flags, waits), walks, serves]
        if any(map(FORGOTTEN.__and__, flags)):
            good = [flag ^ FORGOTTEN for flag in flags]
            columns[1:] = _where(FORGOTTEN, good, walks), _where(FORGOTTEN, good, serves)
        for by, heap in self._heaps.items():
            heap.take(keys[PLACES[by]], flags, *columns)

    def _add_gaps(self, rows: Sequence[VisitRow]) -> None:
        """Between a call and the end of all that the same counter did before on that day."""
        at, free = "", 0
        for counter, clerk, _, _, _, _, _, _, call, end, _ in rows:
            if counter != at:
                at, free = counter, end
                continue
            if call > free:
                rest = self._breaks.within(counter, free, call)
                if rest:
                    self._rest[counter, clerk] += rest
                self._idle[counter, clerk] += call - free - rest
            free = max(free, end)

    def told(self) -> VisitFigures:
        """What came of it; who was never called has neither clerk nor counter."""
        groups: dict[str, tuple[Group, ...]] = {
            by: tuple(self._group(by, key) for key in heap.parts if key != "")
            for by, heap in self._heaps.items()
        }
        return VisitFigures(whole=self._whole(), by=groups, days=self._days)

    def _group(self, by: By, key: Key) -> Group:
        heap = self._heaps[by]
        idle, rest = (
            sum(gaps[pair] for pair in gaps if by in _GAP_BYS and pair[PLACES[by]] == key)
            for gaps in (self._idle, self._rest)
        )
        return _told(str(key), heap.flags(key), heap.times(key), idle, rest)

    def _whole(self) -> Group:
        """Everybody stands under one hour, every gap under one counter."""
        heap = self._heaps["hour"]
        flags: Counter[int] = Counter()
        times: list[Counter[int]] = [Counter() for _ in PARTS]
        for key in heap.parts:
            flags.update(heap.flags(key))
            for every, some in zip(times, heap.times(key), strict=True):
                every.update(some)
        return _told("", flags, times, sum(self._idle.values()), sum(self._rest.values()))


def _where(flag: int, flags: Sequence[int], numbers: Sequence[int]) -> list[int]:
    """The numbers of those that bear a flag."""
    return [
        number if each & flag else NOT_MEASURED for number, each in zip(numbers, flags, strict=True)
    ]


def _told(
    key: str, flags: Counter[int], times: Sequence[Counter[int]], idle: int, rest: int
) -> Group:
    for counted in times:
        del counted[NOT_MEASURED]
    wait, walk, serve = (spread(counted) for counted in times)
    return Group(
        key=key,
        came=flags.total(),
        no_shows=_with(flags, NO_SHOW),
        left=flags.total() - _with(flags, CALLED),
        forgotten=_with(flags, FORGOTTEN),
        wait=wait,
        walk=walk,
        serve=serve,
        idle=idle // _SECOND,
        rest=rest // _SECOND,
    )


def _with(flags: Counter[int], flag: int) -> int:
    return sum(times for each, times in flags.items() if each & flag)


def count_visits(look: Figures, period: Period, heard: Heard) -> VisitFigures:
    """Counts the visits of a period."""
    count = _Count(Breaks(look.break_marks(period.first, period.last)))
    for day in period.each:
        heard(day)
        if rows := look.visits_of(day):
            count.take(rows)
    return count.told()
