"""One seed is one schedule: whoever plays it again, anywhere, sees the same."""

import os
import sys
from pathlib import Path
from subprocess import run

import pytest

from tests.sim.fate import FATES
from tests.sim.play import play

ROOT = Path(__file__).parents[2]
ASKED = "import sys; from tests.sim.test_schedule import told; print(told(int(sys.argv[1])))"


def told(seed: int) -> str:
    """What the centre ended with, and what chance would have brought next."""
    world = play(seed)
    return f"{len(world.centre.feed)} {world.centre.feed[-1].mark.hex()} {world.chance.random()}"


@pytest.mark.parametrize("seed", range(len(FATES)))
def test_a_seed_is_the_same_schedule_every_time(seed: int) -> None:
    assert told(seed) == told(seed)


@pytest.mark.parametrize("order", ["1", "2"])
def test_a_seed_is_the_same_schedule_in_another_process(order: str) -> None:
    seed = len(FATES) - 1
    environment = {**os.environ, "PYTHONHASHSEED": order}
    answer = run(
        [sys.executable, "-c", ASKED, str(seed)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert answer.stdout.strip() == told(seed)
