"""A printer that the Windows spooler knows by name."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from app.printer import Condition, Taken, not_ready
from app.refusal import Refusal

_MEANINGS: tuple[tuple[Condition, int], ...] = (
    ("cover_open", 0x0040_0000),
    ("paper_out", 0x10 | 0x40),
    ("unreachable", 0x80 | 0x1000),
    # Paused, in error, being deleted, jammed, full, needing a person or toner.
    ("offline", 0x1 | 0x2 | 0x4 | 0x8 | 0x800 | 0x0010_0000 | 0x0004_0000),
)
"""PRINTER_STATUS bits, the gravest first."""
_NAMELESS = 1801
"""ERROR_INVALID_PRINTER_NAME."""


class _Job(ctypes.Structure):
    """DOC_INFO_1W of the spooler."""

    _fields_ = (
        ("title", ctypes.c_wchar_p),
        ("output", ctypes.c_wchar_p),
        ("datatype", ctypes.c_wchar_p),
    )


class WindowsTransport:
    """Hands the commands of a thermal printer to the spooler as they are.

    Refuses `printer_unknown(printer)` when the spooler does not know the name, other `STOPS` as it
    tells them, `printer_refused(printer, why)` when it does not take all bytes.
    """

    def __init__(self, printer: str) -> None:
        self._printer = printer

    def send(self, data: bytes, title: str) -> Taken:
        """Queue the job under its title; when it is on paper nobody says."""
        now = self.condition()
        if now != "unknown":
            raise not_ready(self._printer, now)
        if sys.platform == "win32":
            self._spool(ctypes.WinDLL("winspool.drv", use_last_error=True), data, title)
        return Taken()

    def condition(self) -> Condition:
        """What the spooler says; that it says nothing bad is no news of the printer."""
        if sys.platform == "win32":
            spooler = ctypes.WinDLL("winspool.drv", use_last_error=True)
            try:
                with self._opened(spooler) as printer:
                    return meaning(_status(spooler, printer))
            except Refusal:
                return _unopened()
        return "unreachable"

    def _spool(self, spooler: Any, data: bytes, title: str) -> None:
        job, written = _Job(title, None, "RAW"), ctypes.c_ulong()
        with self._opened(spooler) as printer:
            if not spooler.StartDocPrinterW(printer, 1, ctypes.byref(job)):
                raise Refusal("printer_refused", printer=self._printer, why="StartDocPrinter")
            spooler.StartPagePrinter(printer)
            spooler.WritePrinter(printer, data, len(data), ctypes.byref(written))
            spooler.EndPagePrinter(printer)
            spooler.EndDocPrinter(printer)
        if written.value != len(data):
            raise Refusal("printer_refused", printer=self._printer, why="WritePrinter")

    @contextmanager
    def _opened(self, spooler: Any) -> Iterator[ctypes.c_void_p]:
        printer = ctypes.c_void_p()
        if not spooler.OpenPrinterW(self._printer, ctypes.byref(printer), None):
            raise not_ready(self._printer, _unopened())
        try:
            yield printer
        finally:
            spooler.ClosePrinter(printer)


def meaning(status: int) -> Condition:
    """The gravest of the spooler's bits; none of them means that nobody knows."""
    for condition, bits in _MEANINGS:
        if status & bits:
            return condition
    return "unknown"


def _unopened() -> Condition:
    """Why the spooler has just not opened a printer."""
    if sys.platform == "win32" and ctypes.get_last_error() == _NAMELESS:
        return "missing"
    return "unreachable"


def _status(spooler: Any, printer: ctypes.c_void_p) -> int:
    """PRINTER_INFO_6 is the status alone."""
    status, needed = ctypes.c_ulong(), ctypes.c_ulong()
    size = ctypes.sizeof(status)
    told = spooler.GetPrinterW(printer, 6, ctypes.byref(status), size, ctypes.byref(needed))
    return status.value if told else 0
