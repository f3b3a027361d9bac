"""A printer that CUPS knows by name, on Linux and macOS."""

import subprocess
from shutil import which

from app.refusal import Refusal

PATIENCE = 20.0
"""Seconds for the system to take a job into its own queue."""


class CupsTransport:
    """Hands jobs to `lp`. `raw` for a thermal printer's commands, which no filter may touch.

    Refuses `printer_unreachable(printer)` when the system has no printing service or does not
    answer, and `printer_refused(printer, why)` when the queue is unknown or turns the job away.
    """

    def __init__(self, printer: str, *, raw: bool = False, patience: float = PATIENCE) -> None:
        self._printer, self._raw, self._patience = printer, raw, patience

    def send(self, data: bytes, title: str) -> None:
        """Queue the job under its title."""
        lp = which("lp")
        if lp is None:
            raise Refusal("printer_unreachable", printer=self._printer)
        options = ["-o", "raw"] if self._raw else []
        order = [lp, "-d", self._printer, "-t", title, *options, "--", "-"]
        try:
            done = subprocess.run(  # noqa: S603 - no shell, and the name is an argument of its own
                order, input=data, capture_output=True, timeout=self._patience, check=False
            )
        except subprocess.TimeoutExpired as trouble:
            raise Refusal("printer_unreachable", printer=self._printer) from trouble
        if done.returncode:
            why = done.stderr.decode(errors="replace").strip()
            raise Refusal("printer_refused", printer=self._printer, why=why)
