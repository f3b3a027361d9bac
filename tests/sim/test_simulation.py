"""Years of an unlucky office: every seed ends with all PCs equal, and every planted bug is caught."""

import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from multiprocessing import get_context
from subprocess import CalledProcessError, run

import pytest

from tests.sim.mutants import MUTANTS, Mutant
from tests.sim.play import play

SEEDS = 3_000
MANY = 100_000
CHUNK = 50
LONGEST = 2_400
"""Seeds in which a mutant must be caught; the slowest needs about nine hundred."""


def failing(first: int, count: int, mutant: str = "") -> list[str]:
    """The seeds of a stretch that break an invariant; of a mutant only the first."""
    planted = next((each for each in MUTANTS if each.name == mutant), None)
    found: list[str] = []
    for seed in range(first, first + count):
        try:
            with planted.planted() if planted else nullcontext():
                play(seed, **({"centre": planted.centre} if planted else {}))
        except Exception as error:  # noqa: BLE001 whatever breaks is to be told with its seed
            found.append(f"seed {seed} of {commit()}: {type(error).__name__}: {error}")
            if planted:
                break
    return found


def commit() -> str:
    """Which program it was."""
    try:
        told = run(
            ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 whoever has no git has no commit
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    except (OSError, CalledProcessError):
        return "an unknown commit"
    return told.stdout.strip()


def played(seeds: int) -> list[str]:
    """All seeds, on all cores."""
    firsts = range(0, seeds, CHUNK)
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        stretches = pool.map(failing, firsts, [CHUNK] * len(firsts))
        return [line for stretch in stretches for line in stretch]


def test_every_seed_comes_to_rest_with_all_pcs_equal() -> None:
    assert not played(SEEDS)


@pytest.mark.soak
def test_a_hundred_thousand_seeds_come_to_rest() -> None:
    assert not played(MANY)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_planted_bug_is_caught(mutant: Mutant) -> None:
    firsts = range(0, LONGEST, CHUNK)
    for first in firsts:
        if failing(first, CHUNK, mutant.name):
            return
    pytest.fail(f"nobody noticed: {mutant.name}")
