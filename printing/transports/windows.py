"""A printer that the Windows spooler knows by name."""

import ctypes
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.refusal import Refusal


class _Job(ctypes.Structure):
    """DOC_INFO_1W of the spooler."""

    _fields_ = (
        ("title", ctypes.c_wchar_p),
        ("output", ctypes.c_wchar_p),
        ("datatype", ctypes.c_wchar_p),
    )


class WindowsTransport:
    """Hands jobs to the spooler, or PDF files to the program that prints them.

    `raw` jobs, the commands of a thermal printer, go to the spooler as they are.

    Refuses `printer_unreachable(printer)` when the spooler does not know the name or nothing on
    this PC prints PDF files, `printer_refused(printer, why)` when it does not take all bytes.
    """

    def __init__(self, printer: str, *, raw: bool = False) -> None:
        self._printer, self._raw = printer, raw

    def send(self, data: bytes, title: str) -> None:
        """Queue the job under its title."""
        if sys.platform == "win32":
            if self._raw:
                self._spool(ctypes.WinDLL("winspool.drv", use_last_error=True), data, title)
            else:
                self._print(data, title)
        else:
            raise Refusal("printer_unreachable", printer=self._printer)

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
            raise Refusal("printer_unreachable", printer=self._printer)
        try:
            yield printer
        finally:
            spooler.ClosePrinter(printer)

    def _print(self, data: bytes, title: str) -> None:
        if sys.platform == "win32":
            # The file outlives us: the other program reads it when it is ready.
            file = Path(tempfile.mkdtemp(prefix="bajeh-")) / f"{title or 'paper'}.pdf"
            file.write_bytes(data)
            try:
                os.startfile(file, "printto", f'"{self._printer}"')  # noqa: S606 - our own file
            except OSError as trouble:
                raise Refusal("printer_unreachable", printer=self._printer) from trouble
