"""`bajeh`, from the shell."""

import os
import sys

from ui.bootstrap import SystemClock
from ui.cli.main import run, standard_output


def main() -> None:
    """Does what the command line says and ends the process with its exit code."""
    out = standard_output()
    code = run(sys.argv[1:], SystemClock(), out)
    try:
        out.close()
    except OSError:
        # Nobody listens: what Python still holds must not complain on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(code)


if __name__ == "__main__":
    main()
