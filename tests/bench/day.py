"""A day at one counter, worked by keys in a program of its own, with prints."""

import json
import os
import sys
from pathlib import Path
from subprocess import PIPE, run
from typing import NamedTuple

from app.deeds.spool import set_printers
from app.spooling.printers import Printers, named_printers
from ui.bootstrap import SystemClock, open_desk


class Worked(NamedTuple):
    """For every kind of key the seconds until its screen stood there painted, the longest time in
    which the window did nothing else, and the kilobytes of it and its press at the end.
    """

    took: dict[str, list[float]]
    stall: float
    memory: int


def into_files(papers: Path) -> Printers:
    """Printers whose papers become files of a new folder."""
    papers.mkdir()
    return named_printers(roll=f"file:{papers}", page=f"file:{papers}")


def work_a_day(data: Path, printers: Printers, clients: int) -> Worked:
    """Serves so many clients of this data folder, with these printers."""
    desk = open_desk(data, SystemClock())
    with desk.journal.work() as work:
        set_printers(work, printers)
    desk.close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    worked = run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.bench.busy", str(data), str(clients)],
        env=environment,
        check=True,
        stdout=PIPE,
    )
    said = json.loads(worked.stdout.splitlines()[0])
    return Worked(said["took"], said["stall"], said["memory"])


def own_home(folder: Path) -> None:
    """Programs under measure leave this person's folders alone."""
    for name in ("STATE", "CONFIG", "DATA"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
