"""Advice on counters: from what was measured, for a goal, within what Erlang's formula says."""

import math

import pytest

from app.refusal import Refusal
from app.staffing.advice import Advice, Case, Goal, Played, WhatIf, advise
from app.staffing.load import HourLoad, Load


def erlang(case: Case) -> Played:
    """M/M/c in its closed form: the share that waits no longer, and the mean wait."""
    mean = sum(case.services) / len(case.services)
    rate, busy = case.rate / 3600, case.rate / 3600 * mean
    free = case.counters - busy
    if free <= 0:
        return Played(within=0, mean=math.inf, most=math.inf)
    last = busy**case.counters / math.factorial(case.counters) * case.counters / free
    waits = last / (sum(busy**n / math.factorial(n) for n in range(case.counters)) + last)
    drain = free / mean
    assert rate
    return Played(
        within=1 - waits * math.exp(-drain * case.minutes * 60),
        mean=waits / drain,
        most=max(math.log(waits / 0.1) / drain, 0),
    )


def load(*came: float, mean: int = 300) -> Load:
    hours = tuple(HourLoad(hour=8 + place, came=each) for place, each in enumerate(came))
    return Load(days=20, hours=hours, services=(mean,))


def advice(found: Load, goal: Goal | None = None, **what_if: int) -> Advice:
    return advise(found, goal or Goal(), WhatIf(**what_if), erlang, lambda _: None)  # type: ignore[arg-type]


def test_each_hour_gets_the_least_counters_that_reach_the_goal() -> None:
    told = advice(load(6, 30, 60))
    assert [hour.needed for hour in told.hours] == [1, 4, 6]
    for hour in told.hours:
        assert hour.reached is not None
        assert hour.reached.within >= 0.8
        fewer = Case(rate=hour.came, services=(300,), counters=hour.needed - 1, minutes=10)
        assert hour.needed == 1 or erlang(fewer).within < 0.8
    assert told.needed == 6


def test_more_people_or_longer_serving_need_more() -> None:
    plain = advice(load(40)).needed
    assert advice(load(40), arrivals=50).needed > plain
    assert advice(load(40), service=50).needed > plain
    assert advice(load(40), Goal(share=0.95, minutes=5)).needed > plain


def test_open_counters_say_what_they_would_bring() -> None:
    told = advice(load(40), open=5).hours[0]
    assert (told.needed, told.reached is not None) == (5, True)
    short = advice(load(40), open=3).hours[0]
    assert (short.needed, short.reached) == (3, None)


def test_where_nobody_comes_nobody_is_needed() -> None:
    assert advice(load(0.01)).needed == 0
    assert advice(Load()).hours == ()


def test_a_goal_must_be_one() -> None:
    with pytest.raises(Refusal, match="goal_wrong"):
        advice(load(10), Goal(share=1.0))
