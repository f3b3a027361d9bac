"""One visit, one client, one wait: what a visit's turns come to, at one counter or in all.

Who is called again, after a no-show, a hold or a transfer, came once. They waited once, until they
first stood at a counter: all that they waited in the queue till then, without their own absence.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Final, Literal, NamedTuple

from app.counted import ARRIVED, CALLED, CAME, FORGOTTEN, NO_SHOW, VisitRow

By = Literal["service", "clerk", "counter", "hour"]
BYS: tuple[By, ...] = ("service", "clerk", "counter", "hour")

Key = str | int
COUNTER: Final = 0
CLERK: Final = 1
PLACES: dict[By, int] = {"counter": COUNTER, "clerk": CLERK, "service": 2, "hour": 3}
FLAGS: Final = 4
WAIT: Final = 5
WALK: Final = 6
SERVE: Final = 7
CALL: Final = 8
END: Final = 9
VISIT: Final = 10
NOT_MEASURED = -1

_in_time = itemgetter(CALL, END)


class Stay(NamedTuple):
    """What a visit was under one key: flags, and seconds of waiting, walking up and serving. A wait
    stands where its client first arrived, a no-show where they were called last.
    """

    key: Key
    flags: int
    wait: int
    walk: int
    serve: int


def stays(turns: Iterable[VisitRow], by: By) -> list[Stay]:
    """Of the turns of one visit, one for each key."""
    ordered = _ordered(turns)
    if by == "hour":  # all of it belongs to the hour in which it began
        first = next((turn for turn in ordered if turn[FLAGS] & CAME), ordered[0])
        return [_stay(key_of(first, by), ordered, ordered)]
    parts: defaultdict[Key, list[VisitRow]] = defaultdict(list)
    for turn in ordered:
        parts[key_of(turn, by)].append(turn)
    return [_stay(key, part, ordered) for key, part in parts.items()]


def key_of(turn: VisitRow, by: By) -> Key:
    """Under which key it stands."""
    return turn[PLACES[by]]


def by_visit(turns: Iterable[VisitRow]) -> list[list[VisitRow]]:
    """The turns of each visit together."""
    visits: defaultdict[str, list[VisitRow]] = defaultdict(list)
    for turn in turns:
        visits[turn[VISIT]].append(turn)
    return list(visits.values())


def _ordered(turns: Iterable[VisitRow]) -> list[VisitRow]:
    """As they were called; what no call ended comes last."""
    return sorted(turns, key=lambda turn: (not turn[CALL], *_in_time(turn)))


def _stay(key: Key, part: Sequence[VisitRow], visit: Sequence[VisitRow]) -> Stay:
    measured = [turn for turn in part if not turn[FLAGS] & FORGOTTEN]
    walks = [turn[WALK] for turn in measured if turn[WALK] != NOT_MEASURED]
    serves = [turn[SERVE] for turn in measured if turn[SERVE] != NOT_MEASURED]
    arrived = next((turn for turn in visit if turn[FLAGS] & ARRIVED), None)
    return Stay(
        key=key,
        flags=_flags(part, visit),
        wait=_waited(visit, arrived) if arrived in part else NOT_MEASURED,
        walk=walks[0] if walks else NOT_MEASURED,
        serve=sum(serves) if serves else NOT_MEASURED,
    )


def _flags(part: Sequence[VisitRow], visit: Sequence[VisitRow]) -> int:
    every = 0
    for turn in part:
        every |= turn[FLAGS]
    missed = visit[-1][FLAGS] & NO_SHOW if visit[-1] in part else 0
    return (every & (CALLED | ARRIVED | FORGOTTEN)) | CAME | missed


def _waited(visit: Sequence[VisitRow], arrived: VisitRow | None) -> int:
    """In the queue, up to the call with which they arrived. Calls of two counters at once end one
    wait.
    """
    total, ended = 0, 0
    for turn in visit:
        wait = turn[WAIT]
        if wait != NOT_MEASURED and turn[CALL] - wait * 1_000_000 >= ended:
            total += wait
            ended = turn[CALL]
        if turn is arrived:
            return total if any(each[WAIT] != NOT_MEASURED for each in visit) else NOT_MEASURED
    return NOT_MEASURED
