"""Stretches of seeds, played on all cores."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from subprocess import CalledProcessError, run

from tests.sim.mutants import MUTANTS, Mutant
from tests.sim.office import founded
from tests.sim.play import play

CHUNK = 25


@contextmanager
def pool() -> Iterator[ProcessPoolExecutor]:
    """As many players as cores."""
    players = ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn"))
    try:
        yield players
    finally:
        players.shutdown(cancel_futures=True)


def failing(first: int, count: int) -> list[str]:
    """What the seeds of a stretch break, each told so that anybody can play it again."""
    told = [(seed, _broken(seed)) for seed in range(first, first + count)]
    return [f"seed {seed}: {what}" for seed, what in told if what]


def all_failing(players: ProcessPoolExecutor, seeds: int) -> list[str]:
    """The same of all seeds from the first on, with the program that they broke."""
    firsts = range(0, seeds, CHUNK)
    found = [line for each in players.map(failing, firsts, [CHUNK] * len(firsts)) for line in each]
    return [f"{line} ({commit()})" for line in found]


def first_caught(number: int, longest: int) -> int | None:
    """The first seed at which the mutant of that number is noticed."""
    return next((seed for seed in range(longest) if _broken(seed, MUTANTS[number])), None)


def _broken(seed: int, mutant: Mutant | None = None) -> str:
    founded()  # before anything is planted
    try:
        if mutant is None:
            play(seed)
        else:
            with mutant.planted():
                play(seed, centre=mutant.centre)
    except Exception as error:  # noqa: BLE001  # whatever breaks is to be told with its seed
        return f"{type(error).__name__}: {error}"
    return ""


def commit() -> str:
    """Which program it was."""
    asked = ["git", "rev-parse", "--short", "HEAD"]
    try:
        told = run(asked, capture_output=True, text=True, check=True)
    except (OSError, CalledProcessError):
        return "an unknown commit"
    return f"commit {told.stdout.strip()}"
