"""PCs' programs that are born warm and die by kill -9.

`python -m tests.central.chaos_nursery` reads folders of PCs, one a line, and answers each with the
process id of a program that works there: it gives tickets and speaks with the centre, until the
file `enough` stands beside the folders and nothing of its own is left to send.
"""

import os
import signal
import sys
import time
import traceback
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import NoReturn

from app.deeds import ticket
from app.sync.drive import carry
from app.sync.rounds import one_round
from app.sync.talk import Unreachable
from ui.bootstrap import open_desk

MOST = 120
"""Tickets between two talks."""

SERVICE = "1"


class RunningClock:
    """The PC's own clock."""

    def now(self) -> datetime:
        """The instant."""
        return datetime.now(UTC)


def work(folder: Path) -> None:
    """Until it has been enough."""
    chance = Random()
    enough, done = folder.parent / "enough", folder.with_suffix(".done")
    with closing(open_desk(folder, RunningClock())) as desk:
        centre = desk.centre()
        assert centre is not None
        while True:
            last = enough.exists()
            for _ in range(0 if last else chance.randrange(MOST)):
                with desk.journal.work("") as open_work:
                    ticket.issue(open_work, SERVICE)
            try:
                carry(one_round(desk.replica), centre)
            except Unreachable:
                time.sleep(chance.uniform(0.01, 0.1))
            else:
                if last and desk.replica.clean():
                    done.touch()
                    return


def _alone(folder: Path) -> NoReturn:
    try:
        work(folder)
    except BaseException:  # noqa: BLE001 told to the parent
        with folder.with_suffix(".bug").open("a") as bug:
            bug.write(traceback.format_exc())
    finally:
        os._exit(0)


def main() -> None:
    """Until nobody asks any more."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _alone(Path(line.strip()))
        print(child, flush=True)


if __name__ == "__main__":
    main()
