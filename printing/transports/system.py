"""A page printer through its own driver, for systems that take no PDF: Windows above all."""

import subprocess
import sys
from collections.abc import Sequence

from app.printer import Condition, Taken, not_ready
from app.refusal import Refusal
from printing.transports.cups import CupsTransport
from printing.transports.windows import WindowsTransport

PATIENCE = 60.0
"""Seconds for a driver to take a whole paper; the longest log takes five."""
COMMAND = (sys.executable, "-m", "printing.driver")
UNKNOWN, UNTAKEN = 3, 4
"""What the process ends with when the system does not know the name, and when the driver does not
begin.
"""

_UNSEEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class SystemTransport:
    """Paints the pages of a PDF file on a printer of the system, in a process of its own: drivers
    show windows, wait, and fall, and none of that is to happen to ours.

    Refuses `printer_unknown(printer)` when the system does not know the name, other `STOPS` as the
    system tells them, `printer_refused` when the driver begins nothing, `print_unconfirmed`
    when it breaks off or does not come to an end.
    """

    def __init__(
        self, printer: str, *, command: Sequence[str] = COMMAND, patience: float = PATIENCE
    ) -> None:
        self._printer, self._command, self._patience = printer, command, patience
        windows = sys.platform == "win32"
        self._asked = WindowsTransport(printer) if windows else CupsTransport(printer)

    def condition(self) -> Condition:
        """What the system's own spooler says."""
        return self._asked.condition()

    def send(self, data: bytes, title: str) -> Taken:
        """Hand the pages over; when they are on paper nobody says."""
        now = self.condition()
        if now in ("unreachable", "offline", "silent", "missing"):
            told = now if now in ("offline", "missing") else "unreachable"
            raise not_ready(self._printer, told)
        code = self._painted(data, title)
        if code == UNKNOWN:
            raise not_ready(self._printer, "missing")
        if code == UNTAKEN:
            raise Refusal("printer_refused", printer=self._printer, why="driver")
        if code:
            raise Refusal("print_unconfirmed", printer=self._printer)
        return Taken()

    def _painted(self, data: bytes, title: str) -> int:
        try:
            return subprocess.run(  # noqa: S603 - our own program
                [*self._command, self._printer, title],
                input=data,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=self._patience,
                check=False,
                creationflags=_UNSEEN,
            ).returncode
        except subprocess.TimeoutExpired as trouble:
            raise Refusal("print_unconfirmed", printer=self._printer) from trouble
