"""`bajeh`, from the shell."""

import sys

from ui.bootstrap import SystemClock
from ui.cli.main import run, standard_output


def main() -> None:
    """Does what the command line says and ends the process with its exit code."""
    sys.exit(run(sys.argv[1:], SystemClock(), standard_output()))


if __name__ == "__main__":
    main()
