"""A printer that speaks IPP itself, as most page printers of an office do."""

from time import monotonic, sleep

from app.printer import Condition, Printer, Taken, lets_begin, not_ready
from app.refusal import Refusal
from printing.ipp import (
    BAD,
    BUSY,
    GET_JOB,
    GET_PRINTER,
    INTEGER,
    KEYWORD,
    MIME,
    NAME,
    PRINT_JOB,
    Address,
    Answer,
    asked,
)
from printing.line import SILENCE
from printing.reasons import gravest, puzzles, stops

QUICK, AGAIN, LONGEST = 0.9, 0.5, 60.0
"""Seconds for an answer that a person waits for; between two looks at a job; for a whole job."""

_PDF, _BYTES = "application/pdf", "application/octet-stream"
_WORKING, _STOPPED, _CANCELLED, _DONE = (3, 4), 5, (7, 8), 9
"""States of a printer and of a job."""
_WANTED = (
    *("printer-state", "printer-state-reasons", "printer-is-accepting-jobs"),
    "document-format-supported",
)


class IppTransport:
    """Gives a PDF file, or `raw` bytes, to a printer. With any `proof` the job is followed until
    the printer says that it is done.

    Refuses like every road: `app.printer.STOPS` before the first byte, `printer_refused` when it
    does not take the job or breaks off, `print_unconfirmed` when it does not come to its end.
    """

    def __init__(self, address: Address, printer: Printer, *, raw: bool = False) -> None:
        self._address, self._printer = address, printer
        self._format = _BYTES if raw else _PDF

    def condition(self) -> Condition:
        """What the printer says of itself."""
        try:
            return _condition(self._look())
        except OSError:
            return "unreachable"
        except EOFError:
            return "silent"

    def send(self, data: bytes, title: str) -> Taken:
        """Hand the job over, and follow it where that is a proof."""
        self._require_ready()
        taken = self._job(data, title)
        number = taken.one("job-id")
        if self._printer.proof == "none" or not number:
            return Taken()
        return self._followed(number)

    def _look(self) -> Answer:
        wish = (KEYWORD, "requested-attributes", _WANTED)
        return asked(self._address, GET_PRINTER, (wish,), patience=QUICK)

    def _require_ready(self) -> None:
        try:
            told = self._look()
        except (OSError, EOFError) as trouble:
            raise not_ready(self._printer.name, "unreachable") from trouble
        now = _condition(told)
        if not lets_begin(now, self._printer.proof):
            raise not_ready(self._printer.name, now)
        known = told.all("document-format-supported")
        if known and self._format not in known:
            raise self._refused(f"takes no {self._format}")

    def _job(self, data: bytes, title: str) -> Answer:
        attributes = ((NAME, "job-name", (title,)), (MIME, "document-format", (self._format,)))
        try:
            answer = asked(self._address, PRINT_JOB, attributes, data, patience=SILENCE)
        except OSError as trouble:
            raise not_ready(self._printer.name, "unreachable") from trouble
        except EOFError as trouble:
            raise self._refused(str(trouble)) from trouble
        if answer.status in BUSY:
            raise not_ready(self._printer.name, "unreachable")
        if answer.status >= BAD:
            raise self._refused(f"{answer.status:#06x}")
        return answer

    def _followed(self, number: int) -> Taken:
        end = monotonic() + LONGEST
        while monotonic() < end:
            try:
                state = self._state(number)
                if state == _DONE:
                    return Taken(proved=True)
                if state in _CANCELLED or not lets_begin(_condition(self._look()), "none"):
                    break
            except (OSError, EOFError):
                break
            sleep(AGAIN)
        raise Refusal("print_unconfirmed", printer=self._printer.name)

    def _state(self, number: int) -> int:
        attributes = (
            (INTEGER, "job-id", (number,)),
            (KEYWORD, "requested-attributes", ("job-state",)),
        )
        told = asked(self._address, GET_JOB, attributes, patience=SILENCE)
        return told.one("job-state")

    def _refused(self, why: str) -> Refusal:
        return Refusal("printer_refused", printer=self._printer.name, why=why)


def _condition(told: Answer) -> Condition:
    if told.status >= BAD:
        return "unknown"
    reasons, state = told.all("printer-state-reasons"), told.one("printer-state")
    reason = gravest(reasons)
    if reason and reason != "near_end":
        return reason
    shut = told.all("printer-is-accepting-jobs") == ("0",)
    if state == _STOPPED or shut or stops(reasons):
        return "offline"
    clear = state in _WORKING and not puzzles(reasons)
    return (reason or "fine") if clear else "unknown"
