"""The press in a process of its own, so that a window stays quick while papers are made beside it:
threads of one process take turns at the interpreter, and a person feels it.
"""

import logging
import pickle
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from subprocess import PIPE, Popen
from threading import Lock, Timer
from typing import IO, Any, Literal

from app.papers import Paper
from app.printer import Printer
from app.refusal import Refusal
from printing.leaf import Leaf

Make = Literal["pdf", "thermal", "leaves", "strip", "nothing"]

PATIENCE = 60.0
"""Seconds after which a press that says nothing is ended. The longest log takes less than two."""

_ONCE_MORE = (True, False)
_UNSEEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Broke(RuntimeError):
    """A bug, told by the press: its report."""


class PressApart:
    """Makes papers as `printing.paper.Press` does. Any thread may call it; it makes one at a time.

    `command` starts the press (`python -m printing`); it begins with the first paper, begins anew
    when it has died, and dies with this process. Raises what the press raises, and `Broke`;
    refuses `press_died` where it has died twice over one paper.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._child: Popen[bytes] | None = None
        self._turn = Lock()

    def pdf(self, paper: Paper, size: Literal["A3", "A4", "A5"] | None = None) -> bytes:
        """The paper as a PDF file; None takes the size that suits its kind."""
        made: bytes = self._ask("pdf", paper, size)
        return made

    def thermal(self, paper: Paper, width: Literal[80, 58] | Printer = 80) -> bytes:
        """The paper as a job for that thermal printer, or a usual one of that width (mm)."""
        made: bytes = self._ask("thermal", paper, width)
        return made

    def leaves(self, paper: Paper, dpi: int) -> list[Leaf]:
        """The pages for a screen, with the places of their named rows."""
        made: list[Leaf] = self._ask("leaves", paper, dpi)
        return made

    def strip(self, paper: Paper, width: Literal[80, 58] | Printer = 80) -> list[Leaf]:
        """The dots of that printer's roll, or a usual one's of that width, for a screen."""
        made: list[Leaf] = self._ask("strip", paper, width)
        return made

    def warm(self) -> None:
        """Begins now, and waits until it is ready."""
        self._ask("nothing", None, None)

    def close(self) -> None:
        """Ends it, after the paper that is being made."""
        with self._turn:
            self._end()

    # -- the process -----------------------------------------------------------------------------

    def _ask(self, make: Make, paper: Paper | None, wish: object) -> Any:
        with self._turn:
            answer = self._answer((make, paper, wish))
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _answer(self, asked: tuple[Make, Paper | None, object]) -> Any:
        """A press that has died meanwhile is begun anew, once."""
        for again in _ONCE_MORE:
            child = self._child = self._child or self._begun()
            watch = Timer(PATIENCE, child.kill)
            watch.daemon = True
            watch.start()
            try:
                tell(_pipe(child.stdin), asked)
                return hear(_pipe(child.stdout))
            except (OSError, EOFError):
                self._end()
                logging.getLogger("bajeh").warning("the press died: %s", child.returncode)
                if not again:
                    raise Refusal("press_died") from None
            finally:
                watch.cancel()
        raise AssertionError

    def _begun(self) -> Popen[bytes]:
        return Popen(  # noqa: S603 our own program
            self._command,
            stdin=PIPE,
            stdout=PIPE,
            start_new_session=True,  # the keys that interrupt a shell's program are not for it
            creationflags=_UNSEEN,
        )

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        with suppress(OSError):
            _pipe(child.stdin).close()
        try:
            child.wait(1.0)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        _pipe(child.stdout).close()


def tell(pipe: IO[bytes], said: object) -> None:
    """One message."""
    pickle.dump(said, pipe)
    pipe.flush()


def hear(pipe: IO[bytes]) -> Any:
    """The next message. Raises EOFError where nobody speaks any more."""
    try:
        return pickle.load(pipe)  # noqa: S301 nobody else can write into this pipe
    except pickle.UnpicklingError as cut:
        raise EOFError from cut


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    assert end is not None
    return end
