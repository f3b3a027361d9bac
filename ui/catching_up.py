"""One round with the centre beside an open window: `python -m ui.catching_up FOLDER`, begun by
`ui.frame.sync_apart`. It ends early when its standard input ends.
"""

import os
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread
from time import sleep

from app.refusal import Refusal
from ui.bootstrap import SystemClock, open_desk, sync_thread

_AFTER_WINDOWS = 10
"""By how much it lets the windows go first where both want the processor."""

_PATIENCE = 2.0
"""Seconds for a centre that is silent to answer once it shall end."""


def main(folder: str) -> int:
    """1 where the store cannot be used, else 0: what the centre said stands in the store."""
    if hasattr(os, "nice"):
        os.nice(_AFTER_WINDOWS)
    try:
        with closing(open_desk(Path(folder), SystemClock())) as desk:
            thread = sync_thread(desk)
            Thread(target=_end_with, args=(thread.end,), daemon=True).start()
            thread.once(desk)
    except Refusal:
        return 1
    return 0


def _end_with(end: Callable[[], None]) -> None:
    """Python's own reader would hold a lock that the end of the program wants."""
    with suppress(OSError):
        while os.read(0, 1):
            pass
    end()
    sleep(_PATIENCE)
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
