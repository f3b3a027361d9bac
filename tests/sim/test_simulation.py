"""Years of an unlucky office: every seed ends with all PCs equal, every planted bug is noticed."""

from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor

import pytest

from tests.sim.mutants import MUTANTS
from tests.sim.play import play
from tests.sim.stretch import all_failing, first_caught, pool

SEEDS = 3_000
MANY = 100_000
FAILED_ONCE = (223_113, 317_689)
"""Seeds that found something: the guard of calls doubted what the caller itself had written, and
believed what a PC had brought of another, unsigned.
"""
LONGEST = 3_000
"""Seeds within which a planted bug must be noticed: no more than are played without one."""


@pytest.fixture(scope="module")
def players() -> Iterator[ProcessPoolExecutor]:
    """Whoever plays."""
    with pool() as playing:
        yield playing


@pytest.fixture(scope="module")
def hunts(players: ProcessPoolExecutor) -> list[Future[int | None]]:
    """One for each planted bug, side by side."""
    return [players.submit(first_caught, number, LONGEST) for number in range(len(MUTANTS))]


def test_every_seed_comes_to_rest_with_all_pcs_equal(players: ProcessPoolExecutor) -> None:
    assert not all_failing(players, SEEDS)


@pytest.mark.parametrize("seed", FAILED_ONCE)
def test_a_seed_that_failed_once_comes_to_rest(seed: int) -> None:
    play(seed)


@pytest.mark.soak
def test_a_hundred_thousand_seeds_come_to_rest(players: ProcessPoolExecutor) -> None:
    assert not all_failing(players, MANY)


@pytest.mark.parametrize("number", range(len(MUTANTS)), ids=lambda number: MUTANTS[number].name)
def test_a_planted_bug_is_noticed(hunts: list[Future[int | None]], number: int) -> None:
    seed = hunts[number].result()
    assert seed is not None, f"nobody noticed: {MUTANTS[number].name}"
    print(f"at seed {seed}")
