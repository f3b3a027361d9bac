"""The printers that can be found: those that the system knows by name, and those on USB."""

import ctypes
import subprocess
import sys
from shutil import which

from printing.transports.usb import plugged

PATIENCE = 5.0
"""Seconds for the system to name them."""

_LOCAL_AND_CONNECTED = 0x2 | 0x4


class _Printer(ctypes.Structure):
    """PRINTER_INFO_4W of the spooler."""

    _fields_ = (
        ("name", ctypes.c_wchar_p),
        ("server", ctypes.c_wchar_p),
        ("attributes", ctypes.c_ulong),
    )


def found() -> tuple[str, ...]:
    """Their names, sorted, as roads; none where the system has no printing service or does not
    answer, and nothing is plugged in.
    """
    names = _of_windows() if sys.platform == "win32" else _of_cups()
    return tuple(sorted({*names, *(f"usb://{number}" for number, _ in plugged())}))


def _of_cups() -> list[str]:
    lpstat = which("lpstat")
    if lpstat is None:
        return []
    try:
        told = subprocess.run(  # noqa: S603 - no shell, no argument of anybody's
            [lpstat, "-e"], capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [line for line in told.stdout.decode(errors="replace").splitlines() if line.strip()]


def _of_windows() -> list[str]:
    if sys.platform == "win32":
        spooler = ctypes.WinDLL("winspool.drv")
        needed, count = ctypes.c_ulong(), ctypes.c_ulong()
        counters = (ctypes.byref(needed), ctypes.byref(count))
        spooler.EnumPrintersW(_LOCAL_AND_CONNECTED, None, 4, None, 0, *counters)
        room = ctypes.create_string_buffer(max(needed.value, 1))
        told = spooler.EnumPrintersW(_LOCAL_AND_CONNECTED, None, 4, room, needed, *counters)
        printers = ctypes.cast(room, ctypes.POINTER(_Printer))
        return [printers[place].name for place in range(count.value)] if told else []
    return []
