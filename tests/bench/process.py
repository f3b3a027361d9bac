"""Programs under measure: how long until they say that they are painted, and how large they are."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from time import perf_counter


def resident() -> int:
    """Resident memory of this process and of those it has begun, kilobytes."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        with suppress(OSError):  # processes end while one looks
            said = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
            if str(os.getpid()) in (said["Pid"].strip(), said["PPid"].strip()):
                total += int(said.get("VmRSS", "0").split()[0])
    return total


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
