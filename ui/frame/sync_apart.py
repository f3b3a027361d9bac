"""A long round in a process of its own, so that the window beside it stays quick: threads of one
process take turns at the interpreter, and a person feels it.
"""

import subprocess
from collections.abc import Sequence
from contextlib import suppress
from subprocess import DEVNULL, PIPE, Popen
from time import monotonic

_PATIENCE = 1.0
"""Seconds in which it may put away what it holds."""

LONGEST = 60.0
"""Seconds in which it does something that is seen, however little of the processor it is given."""

_UNSEEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_AFTER_WINDOWS = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""Where a process cannot make itself lower."""


class Apart:
    """Begun at once by `command`. It holds no lock but the store's own, for short: it may be killed
    at any time. It ends when nobody holds the other end of its standard input any more, and so
    with this process, however that ends.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._seen: object = None
        self._moved = monotonic()
        self._child = Popen(  # noqa: S603 our own program
            command,
            stdin=PIPE,
            stdout=DEVNULL,
            start_new_session=True,  # the keys that interrupt a shell's program are not for it
            creationflags=_UNSEEN | _AFTER_WINDOWS,
        )

    @property
    def pid(self) -> int:
        """Of the process."""
        return self._child.pid

    @property
    def code(self) -> int | None:
        """With what it ended: 0, it did what could be done; None, it goes on."""
        return self._child.poll()

    def hangs(self, seen: object) -> bool:
        """Whether what it is to change, as it is `seen` now, has not changed for too long."""
        if seen != self._seen:
            self._seen, self._moved = seen, monotonic()
        return monotonic() > self._moved + LONGEST

    def end(self) -> None:
        """It is gone when this returns."""
        assert self._child.stdin is not None
        with suppress(OSError):
            self._child.stdin.close()
        try:
            self._child.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
