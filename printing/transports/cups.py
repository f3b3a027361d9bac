"""A printer that CUPS knows by name, on Linux and macOS."""

import os
import subprocess
from collections.abc import Sequence
from shutil import which

from app.printer import Condition, Taken, not_ready
from app.refusal import Refusal
from printing.reasons import gravest

PATIENCE, QUICK = 5.0, 1.8
"""Seconds for the system to take a job into its own queue, and to say how a printer stands."""

_ALERTS = "Alerts:"
_NAMELESS = b"Invalid destination name"


class CupsTransport:
    """Hands jobs to `lp`. `raw` for a thermal printer's commands, which no filter may touch.

    What a queue says of paper may be of yesterday, so that only a queue that is stopped, unknown or
    out of reach keeps a job from beginning: `printer_unknown`, `printer_unreachable` and
    `printer_offline(printer)`.
    Refuses `printer_refused(printer, why)` when the queue turns the job away, and
    `print_unconfirmed(printer)` when the service falls silent with the job in hand.
    """

    def __init__(self, printer: str, *, raw: bool = False) -> None:
        self._printer, self._raw = printer, raw

    def send(self, data: bytes, title: str) -> Taken:
        """Queue the job under its title; when it is on paper nobody says."""
        lp = which("lp")
        now = self.condition()
        if lp is None or now in ("unreachable", "offline", "silent", "missing"):
            told = now if now in ("offline", "missing") else "unreachable"
            raise not_ready(self._printer, told)
        options = ["-o", "raw"] if self._raw else []
        order = [lp, "-d", self._printer, "-t", title, *options, "--", "-"]
        try:
            done = _ran(order, PATIENCE, data)
        except subprocess.TimeoutExpired as trouble:
            raise Refusal("print_unconfirmed", printer=self._printer) from trouble
        if done.returncode:
            why = done.stderr.decode(errors="replace").strip()
            raise Refusal("printer_refused", printer=self._printer, why=why)
        return Taken()

    def condition(self) -> Condition:
        """What the queue says; that it says nothing bad is no news of the printer."""
        lpstat = which("lpstat")
        if lpstat is None:
            return "unknown"
        try:
            told = _ran([lpstat, "-l", "-p", self._printer], QUICK)
        except subprocess.TimeoutExpired:
            return "silent"
        if told.returncode:
            return "missing" if _NAMELESS in told.stderr else "unreachable"
        return _meant(told.stdout.decode(errors="replace").splitlines())


def _meant(lines: Sequence[str]) -> Condition:
    if " disabled since" in lines[0] if lines else True:
        return "offline" if lines else "unreachable"
    alerts = [line.strip() for line in lines if line.strip().startswith(_ALERTS)]
    reasons = [word for line in alerts for word in line.removeprefix(_ALERTS).split()]
    return gravest(reasons) or "unknown"


def _ran(
    order: Sequence[str], patience: float, said: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    plain = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(  # noqa: S603 - no shell, and the name is an argument of its own
        order, input=said, capture_output=True, timeout=patience, check=False, env=plain
    )
