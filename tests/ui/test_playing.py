"""Hours that are played through agree with Erlang's closed form on its own assumptions."""

import sys
from subprocess import PIPE, Popen

import msgspec
import pytest

from app.staffing.advice import Case, Goal, WhatIf, advise
from app.staffing.load import HourLoad, Load
from tests.app.test_staffing import erlang
from ui.frame.player import PlayerApart
from ui.playing import play


@pytest.mark.parametrize(
    ("rate", "mean", "counters"), [(20, 300, 2), (30, 240, 3), (40, 360, 5), (90, 400, 12)]
)
def test_the_share_within_the_goal_is_that_of_the_formula(
    rate: float, mean: int, counters: int
) -> None:
    case = Case(rate=rate, services=(mean,), counters=counters, minutes=10, chance=True)
    assert play(case).within == pytest.approx(erlang(case).within, rel=0.05)


def test_the_mean_wait_comes_to_that_of_the_formula() -> None:
    case = Case(rate=18, services=(400,), counters=3, minutes=10, chance=True)
    assert play(case, 150_000).mean == pytest.approx(erlang(case).mean, rel=0.05)


def test_the_advice_is_that_of_the_formula() -> None:
    hours = tuple(HourLoad(hour=8 + place, came=rate) for place, rate in enumerate((8, 22, 45)))
    load = Load(days=20, hours=hours, services=(320,))
    what_if = WhatIf(assumed="chance")
    told: list[float] = []
    with PlayerApart() as player:
        played = advise(load, Goal(), what_if, player, told.append)
    closed = advise(load, Goal(), what_if, erlang, lambda _: None)
    assert [hour.needed for hour in played.hours] == [hour.needed for hour in closed.hours]
    assert told[0] == 0


def test_it_ends_quietly_when_nobody_is_there_to_be_answered() -> None:
    case = Case(rate=20, services=(300,), counters=2, minutes=10)
    with Popen((sys.executable, "-m", "ui.playing"), stdin=PIPE, stdout=PIPE, stderr=PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        child.stdin.write(msgspec.json.encode(case) + b"\n")
        child.stdin.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0


def test_serving_as_it_was_measured_is_drawn_from_what_was_measured() -> None:
    steady = Case(rate=20, services=(300,), counters=2, minutes=10)
    chance = Case(rate=20, services=(300,), counters=2, minutes=10, chance=True)
    assert play(steady).mean < play(chance).mean


def test_the_same_question_has_the_same_answer() -> None:
    case = Case(rate=10, services=(200, 400), counters=2, minutes=5)
    assert play(case, 2000) == play(case, 2000)
