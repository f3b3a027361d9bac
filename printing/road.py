"""Which road leads to a printer."""

import re
import sys
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path

from app.ports import Transport
from app.printer import Printer
from app.refusal import Refusal
from printing.ipp import Address
from printing.transports.cups import CupsTransport
from printing.transports.file import FileTransport
from printing.transports.ipp import IppTransport
from printing.transports.network import PORT, NetworkTransport
from printing.transports.serial import SPEED, SerialTransport
from printing.transports.system import SystemTransport
from printing.transports.usb import UsbTransport
from printing.transports.windows import WindowsTransport

_HOST = r"(?P<host>[^\s:/@-][^\s:/@]*)(:(?P<port>[0-9]{1,5}))?"
_TCP = re.compile(rf"tcp://{_HOST}/?")
_IPP = re.compile(rf"ipp://{_HOST}(?P<path>/[!-~]*)?")
_USB = re.compile(r"usb://(?P<number>[0-9A-Fa-f]{4}:[0-9A-Fa-f]{4}(/[!-~]+)?)")
_SERIAL = re.compile(r"serial:(?P<device>[^@\s]+)(@(?P<speed>[0-9]{3,7}))?")
_FIGURES = re.compile(r"[0-9.]+")
_FILE, _SYSTEM = "file:", "system:"


def road(printer: Printer | str, *, raw: bool, job: str = "") -> Transport:
    """The road that the printer's name says (`app.printer.Printer`): besides those there,
    `serial:DEVICE@SPEED` and `system:NAME`, a system's page printer by its driver. In a folder each
    job becomes a file of its own name.

    `raw`: the job is a thermal printer's commands. Refuses `printer_unknown` for a malformed name.
    """
    whole = Printer(name=printer) if isinstance(printer, str) else printer
    name = whole.name
    if name.startswith(_FILE):
        return _folder(_named(whole), f"{job or 'paper'}{_ending(raw=raw)}")
    if found := _TCP.fullmatch(name):
        host, port = _host(whole, found["host"]), _port(whole, found["port"], PORT)
        return NetworkTransport(host, port, whole)
    if found := _IPP.fullmatch(name):
        host, port = _host(whole, found["host"]), _port(whole, found["port"], 631)
        address = Address(host=host, port=port, path=found["path"] or "/ipp/print")
        return IppTransport(address, whole, raw=raw)
    if found := _USB.fullmatch(name):
        return UsbTransport(found["number"], whole)
    if found := _SERIAL.fullmatch(name):
        return SerialTransport(found["device"], whole, speed=int(found["speed"] or SPEED))
    return _of_system(name, raw=raw)


def _of_system(name: str, *, raw: bool) -> Transport:
    plain = name.removeprefix(_SYSTEM)
    if not plain.strip() or plain.startswith("-") or re.match(r"(tcp|ipp|usb|serial):", plain):
        raise Refusal("printer_unknown", printer=name)
    if not raw and (plain != name or sys.platform == "win32"):
        return SystemTransport(plain)
    return WindowsTransport(plain) if sys.platform == "win32" else CupsTransport(plain, raw=raw)


def _named(printer: Printer) -> Path:
    """A folder without a name would be wherever the program happens to run."""
    folder = printer.name.removeprefix(_FILE)
    if not folder.strip():
        raise Refusal("printer_unknown", printer=printer.name)
    return Path(folder)


def _folder(folder: Path, name: str) -> FileTransport:
    with suppress(OSError):  # the road itself says what is wrong with the folder
        folder.mkdir(parents=True, exist_ok=True)
    return FileTransport(folder / name)


def _ending(*, raw: bool) -> str:
    return ".bin" if raw else ".pdf"


def _host(printer: Printer, text: str) -> str:
    """No host is called by figures alone that are no number of a host."""
    if _FIGURES.fullmatch(text):
        try:
            ip_address(text)
        except ValueError:
            raise Refusal("printer_unknown", printer=printer.name) from None
    return text


def _port(printer: Printer, text: str | None, usual: int) -> int:
    port = int(text) if text else usual
    if not 0 < port < 65_536:
        raise Refusal("printer_unknown", printer=printer.name)
    return port
