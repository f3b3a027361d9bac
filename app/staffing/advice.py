"""How many counters an hour needs for a waiting goal, and what would happen with others.

Each hour is looked at by itself, as if it went on: people come by chance at that hour's rate, any
free counter takes whoever is next, and serving takes as long as it was measured. What happens then
is played through by a `Player`.
"""

import math
from collections.abc import Callable
from typing import Literal

from msgspec.structs import replace

from app.refusal import Refusal
from app.staffing.load import Load
from app.value import Value

Assumed = Literal["measured", "chance"]
"""How long serving takes: as it was measured, or by pure chance around the measured mean, which is
what Erlang's formula assumes.
"""

_MOST = 60
"""Counters that anybody would think of."""
_NOBODY = 0.05
"""Of an hour that comes so seldom nothing can be said."""


class Goal(Value, frozen=True, kw_only=True):
    """That share of all shall wait no longer than so many minutes."""

    share: float = 0.8
    minutes: int = 10


class WhatIf(Value, frozen=True, kw_only=True):
    """What is changed in thought: how many parts of a hundred more come, or serving takes longer;
    `open` counters in every hour, 0 where the goal decides.
    """

    arrivals: int = 0
    service: int = 0
    open: int = 0
    assumed: Assumed = "measured"


class Case(Value, frozen=True, kw_only=True):
    """One hour to be played through: people an hour, seconds of serving to draw from, or (`chance`)
    their mean alone.
    """

    rate: float
    services: tuple[int, ...]
    counters: int
    minutes: int
    chance: bool = False


class Played(Value, frozen=True, kw_only=True):
    """What came of it: `within` is the share that waited no longer than the goal's minutes; seconds
    of the mean wait, and what nine of ten did not exceed.
    """

    within: float
    mean: float
    most: float


Player = Callable[[Case], Played]


class HourAdvice(Value, frozen=True, kw_only=True):
    """`load` is how many counters would never be idle; `needed` 0: nobody to speak of comes.
    `reached` is what the advice brings, None where no number of counters would do.
    """

    hour: int
    came: float
    load: float
    worked: float
    needed: int
    reached: Played | None = None


class Advice(Value, frozen=True, kw_only=True):
    """For each hour, and what it rests on."""

    goal: Goal
    what_if: WhatIf
    load: Load
    hours: tuple[HourAdvice, ...]

    @property
    def needed(self) -> int:
        """Counters in the busiest hour."""
        return max((hour.needed for hour in self.hours), default=0)


def advise(
    load: Load, goal: Goal, what_if: WhatIf, play: Player, tell: Callable[[float], None]
) -> Advice:
    """Plays every hour with more and more counters until the goal is reached, or with as many as
    are said. Refuses `goal_wrong` for a share that nobody can reach or that asks for nothing.
    """
    if not (0.05 <= goal.share <= 0.99 and 0 <= goal.minutes <= 240):
        raise Refusal("goal_wrong")
    services = tuple(round(each * (1 + what_if.service / 100)) for each in load.services)
    hours: list[HourAdvice] = []
    for place, hour in enumerate(load.hours):
        tell(place / len(load.hours))
        rate = hour.came * (1 + what_if.arrivals / 100)
        mean = sum(services) / len(services) if services else 0.0
        busy = rate * mean / 3600
        told = HourAdvice(hour=hour.hour, came=rate, load=busy, worked=hour.counters, needed=0)
        if rate >= _NOBODY and services:
            case = Case(
                rate=rate,
                services=services,
                counters=what_if.open or _usual(busy),
                minutes=goal.minutes,
                chance=what_if.assumed == "chance",
            )
            told = _searched(told, case, goal, what_if, play)
        hours.append(told)
    return Advice(goal=goal, what_if=what_if, load=load, hours=tuple(hours))


def _usual(load: float) -> int:
    """What an hour of that load usually needs; the search begins there."""
    return max(math.ceil(load + math.sqrt(load) / 2), int(load) + 1)


def _searched(
    told: HourAdvice, case: Case, goal: Goal, what_if: WhatIf, play: Player
) -> HourAdvice:
    """With a number of counters that cannot carry the load the line would grow without end."""
    if what_if.open:
        reached = play(case) if case.counters > told.load else None
        return replace(told, needed=case.counters, reached=reached)
    best = play(case)
    while best.within >= goal.share and case.counters - 1 > told.load:
        fewer = replace(case, counters=case.counters - 1)
        found = play(fewer)
        if found.within < goal.share:
            break
        case, best = fewer, found
    while best.within < goal.share and case.counters < _MOST:
        case = replace(case, counters=case.counters + 1)
        best = play(case)
    return replace(told, needed=case.counters, reached=best)
