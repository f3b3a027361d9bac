"""The machine alone, beside which a figure stands: what it makes of bare work just now."""

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Self

from tests.bench.report import timed

_STOLEN, _IDLE = 7, (3, 4)
"""Columns of the first line of /proc/stat, without its name."""

_TRIAL = 100_000
"""Rounds of reckoning, some five milliseconds."""

_TICK = 0.01


class Processor:
    """How much of the processor's time that was wanted went to other machines since."""

    def __init__(self) -> None:
        self._before = _spent()

    def __str__(self) -> str:
        before, after = self._before, _spent()
        if not before:
            return "How busy the machine was elsewhere is not known."
        spent = [late - early for late, early in zip(after, before, strict=True)]
        wanted = sum(spent) - sum(spent[column] for column in _IDLE)
        share = spent[_STOLEN] / max(wanted, 1)
        return f"Other machines took {share:.0%} of the processor's time that was wanted."


class Undisturbed:
    """Knows, of the time for which it was held, when other machines took nothing: to a tick, which
    is a hundredth of a second.
    """

    def __init__(self) -> None:
        self._seen: list[tuple[float, int]] = []
        self._over = Event()
        self._thread = Thread(target=self._look, name="undisturbed", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def between(self, begin: float, end: float) -> bool:
        """Whether nothing was taken there; seconds of the system's clock."""
        before = [stolen for at, stolen in self._seen if at <= begin]
        after = [stolen for at, stolen in self._seen if at >= end]
        return bool(before and after) and before[-1] == after[0]

    def _look(self) -> None:
        while not self._over.wait(_TICK):
            if spent := _spent():
                self._seen.append((time.time(), spent[_STOLEN]))


def bare(folder: Path, reckoning: float, syncs: int, times: int, pause: float) -> list[float]:
    """Seconds that so much reckoning (in seconds, as quick as the machine can) and so many writes
    that reach the disk take without any program, each time after a pause.
    """
    rounds = round(_TRIAL * reckoning / min(timed(partial(_reckon, _TRIAL)) for _ in range(9)))
    with (folder / "bare").open("wb", buffering=0) as file:

        def work() -> None:
            _reckon(rounds)
            for _ in range(syncs):
                file.write(bytes(40_000))
                os.fsync(file.fileno())

        return [_rested(work, pause) for _ in range(times)]


def _rested(work: Callable[[], None], pause: float) -> float:
    time.sleep(pause)
    return timed(work)


def _reckon(rounds: int) -> int:
    return sum(number * number for number in range(rounds))


def _spent() -> list[int]:
    """Ticks of all processors since the start; nothing where the system does not tell."""
    try:
        first = Path("/proc/stat").read_text().splitlines()[0]
    except OSError:
        return []
    return [int(ticks) for ticks in first.split()[1:9]]
