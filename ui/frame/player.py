"""Asks the process that plays hours of the desk through, so that the window stays quick."""

import subprocess
import sys
from subprocess import PIPE, Popen
from types import TracebackType
from typing import Self

import msgspec

from app.decoding import decode
from app.staffing.advice import Case, Played

_UNSEEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class PlayerApart:
    """Begun when it is first asked, ended with its block. To be used by one thread."""

    def __init__(self) -> None:
        self._child: Popen[bytes] | None = None
        self._known: dict[Case, Played] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            self._close()

    def __call__(self, case: Case) -> Played:
        """Plays it through; what was played once is known."""
        if case not in self._known:
            self._known[case] = self._asked(case)
        return self._known[case]

    def _asked(self, case: Case) -> Played:
        child = self._child or self._begun()
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(msgspec.json.encode(case) + b"\n")
        child.stdin.flush()
        return decode(child.stdout.readline(), Played)

    def _begun(self) -> Popen[bytes]:
        self._child = Popen(
            (sys.executable, "-m", "ui.playing"),
            stdin=PIPE,
            stdout=PIPE,
            start_new_session=True,
            creationflags=_UNSEEN,
        )
        return self._child

    def _close(self) -> None:
        assert self._child is not None
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()
