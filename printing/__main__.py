"""The press as a process: `python -m printing`, asked by `printing.apart` on its standard input."""

import os
import sys
import traceback
from typing import IO, Any

from app.refusal import Refusal
from printing.apart import Broke, hear, tell
from printing.engine import start
from printing.paper import Press

_AFTER_WINDOWS = 5
"""By how much it lets the windows go first where both want the processor."""


def main() -> None:
    """Makes papers until nobody asks any more."""
    if hasattr(os, "nice"):
        os.nice(_AFTER_WINDOWS)
    asked, said = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library might print is no answer
    application = start()
    serve(Press(), asked, said)
    del application


def serve(press: Press, asked: IO[bytes], said: IO[bytes]) -> None:
    """One paper after another."""
    while True:
        try:
            make, paper, wish = hear(asked)
        except EOFError:
            return
        try:
            tell(said, _made(press, make, paper, wish))
        except BrokenPipeError:
            return


def _made(press: Press, make: str, paper: Any, wish: Any) -> object:
    try:
        return None if make == "nothing" else getattr(press, make)(paper, wish)
    except Refusal as refusal:
        return refusal
    except Exception:  # noqa: BLE001 told to whoever asked, who logs it
        return Broke(traceback.format_exc())


if __name__ == "__main__":
    main()
