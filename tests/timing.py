"""How long something takes, on a machine that has other things to do at times."""

from collections.abc import Callable
from time import perf_counter

TRIES = 5
PATIENCE = 20_000
"""Milliseconds for whatever a test waits for: other programs may have the processor meanwhile."""


def quickest(act: Callable[[], object], enough: float) -> float:
    """Seconds of the quickest of a few tries; none follows one that took no more than `enough`."""
    took = float("inf")
    for _ in range(TRIES):
        begun = perf_counter()
        act()
        took = min(took, perf_counter() - begun)
        if took <= enough:
            break
    return took
