"""Programs under measure: how long until they say that they are painted, and how large they are."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from time import perf_counter


def resident() -> int:
    """Memory of this process and of those it has begun, kilobytes; pages that they share with each
    other or with others are counted by their share.
    """
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        with suppress(OSError):  # processes end while one looks
            said = _fields(status)
            if str(os.getpid()) in (said["Pid"], said["PPid"]):
                total += int(_fields(status.with_name("smaps_rollup"))["Pss"].split()[0])
    return total


def _fields(file: Path) -> dict[str, str]:
    lines = (line.partition(":") for line in file.read_text("utf-8").splitlines())
    return {name: said.strip() for name, _, said in lines}


def until_painted(module: str, *arguments: str) -> tuple[float, int, "Popen[str]"]:
    """Starts `python -m module` and waits for its first line: seconds, kilobytes, the process."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled, once
    begun = perf_counter()
    started = Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        text=True,
        env=environment,
    )
    assert started.stdout is not None
    said = started.stdout.readline()
    return perf_counter() - begun, int(said), started


def best(seconds: Sequence[float]) -> float:
    """The least of several: noise only ever adds."""
    return min(seconds)
