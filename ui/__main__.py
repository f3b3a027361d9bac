"""`bajeh`, from the shell."""

import gc
import sys
from contextlib import suppress

STOPPED = 130
"""What every shell says of a program that Ctrl-C ended."""

gc.disable()  # loading makes no garbage, and looking for it costs a tenth of the time
try:  # Half of a short command is loading: Ctrl-C then must not show our insides either.
    from ui.bootstrap import SystemClock
    from ui.cli.main import run, standard_output
except KeyboardInterrupt:
    sys.exit(STOPPED)


def main() -> None:
    """Does what the command line says and ends the process with its exit code."""
    gc.enable()
    try:
        out = standard_output()
        try:
            code = run(sys.argv[1:], SystemClock(), out)
        finally:
            with suppress(OSError):  # what nobody listens to must not complain on its way out
                out.close()
    except KeyboardInterrupt:
        code = STOPPED
    sys.exit(code)


if __name__ == "__main__":
    main()
