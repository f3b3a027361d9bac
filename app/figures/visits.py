"""Waiting, walking up, serving and idling, by clerk, counter, sub-service and hour."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import itemgetter

from app.counted import (
    ARRIVED,
    CALLED,
    CAME,
    FORGOTTEN,
    KEPT,
    NO_SHOW,
    Figures,
    Heard,
    VisitRow,
)
from app.figures.breaks import Breaks
from app.figures.spread import Spread, spread
from app.figures.stays import (
    BYS,
    CALL,
    CLERK,
    COUNTER,
    END,
    FLAGS,
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
_by_clerk = itemgetter(CLERK, CALL)


class Group(Value, frozen=True, kw_only=True):
    """The visits that share a key, each client once. `came` counts all, `left` those who were never
    called there; `wait`, `walk` and `serve` have one number of a client, `forgotten` clients whose
    turn nobody ended in time are left out of the last two. The gaps between a visit and the next
    call on the same day are in sum so many seconds `idle`, and (a break) of `rest`: of a counter
    those at it, of a clerk those between their own visits at whichever counter, of all those of the
    counters; of others none.
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


class _Seen:
    """Seconds of waiting, walking up and serving, a number of every client in each; and the flags
    of whoever did not simply come, hear the call and stand there.
    """

    def __init__(self) -> None:
        self.waits, self.walks, self.serves = array("i"), array("i"), array("i")
        self.odd: Counter[int] = Counter()

    @cached_property
    def flags(self) -> Counter[int]:
        """How many bear which, once all have been seen."""
        return self.odd + Counter({_SIMPLE: len(self.waits) - self.odd.total()})

    @cached_property
    def times(self) -> list[Counter[int]]:
        """How often each number of seconds was measured, of each part."""
        times = [Counter(part) for part in (self.waits, self.walks, self.serves)]
        for counted in times:
            del counted[NOT_MEASURED]
        return times


class _Gap:
    """Microseconds between visits."""

    __slots__ = ("idle", "rest")

    def __init__(self) -> None:
        self.idle = self.rest = 0

    def add(self, whole: int, rest: int) -> None:
        """One gap more, of which so much was a break."""
        self.idle += whole - rest
        self.rest += rest


class _Count:
    def __init__(self, breaks: Breaks) -> None:
        self._seen: dict[By, defaultdict[Key, _Seen]] = {by: defaultdict(_Seen) for by in BYS}
        self._gaps: dict[By, defaultdict[Key, _Gap]] = {by: defaultdict(_Gap) for by in _GAP_BYS}
        self._breaks = breaks
        self._days = 0

    def take(self, rows: Sequence[VisitRow]) -> None:
        """The rows of a day, in the order of counter and call."""
        ended = [row for row in rows if not row[FLAGS] & KEPT]
        self._days += bool(ended)
        times = Counter([row[VISIT] for row in ended])
        again = {visit for visit, turns in times.items() if turns > 1}
        self._add_single([row for row in ended if row[VISIT] not in again] if again else ended)
        many = by_visit(row for row in ended if row[VISIT] in again)
        for by, keys in self._seen.items():
            for key, *stay in (stay for turns in many for stay in stays(turns, by)):
                _add((keys[key],), *stay)
        self._add_gaps("counter", rows)
        self._add_gaps("clerk", sorted(rows, key=_by_clerk))

    def _add_single(self, rows: Sequence[VisitRow]) -> None:
        """Visits of one turn, as `stays` would have them."""
        services, clerks, counters, hours = (self._seen[by] for by in BYS)
        for counter, clerk, service, hour, flags, wait, walk, serve, _, _, _ in rows:
            every = services[service], clerks[clerk], counters[counter], hours[hour]
            if flags == _SIMPLE:
                _add(every, flags, wait, walk, serve)
            else:
                waited = wait if flags & ARRIVED else NOT_MEASURED
                times = (NOT_MEASURED, NOT_MEASURED) if flags & FORGOTTEN else (walk, serve)
                _add(every, flags, waited, *times)

    def _add_gaps(self, by: By, rows: Iterable[VisitRow]) -> None:
        """Between a call and the end of all that the same one did before on that day. Whoever went
        to another counter meanwhile rested as long as either did.
        """
        place, gaps = PLACES[by], self._gaps[by]
        at: Key = ""
        left, free = "", 0
        for row in rows:
            key, counter, call, end = row[place], row[COUNTER], row[CALL], row[END]
            if key != at:
                at, left, free = key, counter, end
                continue
            if call > free:
                gaps[key].add(call - free, self._breaks.within(free, call, left, counter))
            if end > free:
                left, free = counter, end

    def told(self) -> VisitFigures:
        """What came of it; who was never called has neither clerk nor counter."""
        groups: dict[str, tuple[Group, ...]] = {
            by: tuple(self._group(by, key, every) for key, every in seen.items() if key != "")
            for by, seen in self._seen.items()
        }
        return VisitFigures(whole=self._whole(), by=groups, days=self._days)

    def _group(self, by: By, key: Key, seen: _Seen) -> Group:
        gap = self._gaps[by][key] if by in self._gaps else _Gap()
        return _told(str(key), seen.flags, seen.times, gap)

    def _whole(self) -> Group:
        """Everybody stands under one hour, every gap under one counter."""
        flags: Counter[int] = Counter()
        times: list[Counter[int]] = [Counter() for _ in PARTS]
        for seen in self._seen["hour"].values():
            flags.update(seen.flags)
            for every, some in zip(times, seen.times, strict=True):
                every.update(some)
        every_gap = _Gap()
        for gap in self._gaps["counter"].values():
            every_gap.add(gap.idle + gap.rest, gap.rest)
        return _told("", flags, times, every_gap)


def _add(every: Iterable[_Seen], flags: int, wait: int, walk: int, serve: int) -> None:
    """One client more, under each of them."""
    for seen in every:
        seen.waits.append(wait)
        seen.walks.append(walk)
        seen.serves.append(serve)
        if flags != _SIMPLE:
            seen.odd[flags] += 1


def _told(key: str, flags: Counter[int], times: Sequence[Counter[int]], gap: _Gap) -> Group:
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
        idle=gap.idle // _SECOND,
        rest=gap.rest // _SECOND,
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
