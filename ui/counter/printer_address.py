"""The road to a printer as a person types it: an address, a device, a name, or a folder. Pure."""

import re
from ipaddress import AddressValueError, IPv4Address
from pathlib import Path

from app.letters import latin_digits

NETWORK, FOLDER = "tcp://", "file:"
"""How the names of such printers begin."""

_IPP, _USB, _SERIAL, _SYSTEM = "ipp://", "usb://", "serial:", "system:"
_PORTS = 65_536
_HOST = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?", re.IGNORECASE)
_NUMBERS = re.compile(r"[0-9.]+")
_OF_USB = re.compile(r"[0-9a-f]{4}:[0-9a-f]{4}(/[!-~]+)?", re.IGNORECASE)
_DEVICE = re.compile(r"[^@\s]+(@[0-9]{3,7})?")
_PATH = re.compile(r"[!-~]*")


def printer_address(typed: str) -> str:
    """The name of the printer that is there; empty for what is no whole address, device or path.

    A machine that is called by one word alone is told from a printer's name by `tcp://`, a page
    printer of the system by `system:`.
    """
    text = typed.strip()
    if text[: len(FOLDER)].lower() == FOLDER:
        folder = text[len(FOLDER) :].strip()
        return FOLDER + folder if Path(folder).is_absolute() else ""
    if text[: len(_SYSTEM)].lower() == _SYSTEM:
        name = text[len(_SYSTEM) :].strip()
        return _SYSTEM + name if name and not name.startswith("-") else ""
    plain = latin_digits(text).replace("٫", ".")
    for beginning, whole in ((_IPP, _is_ipp), (_USB, _is_usb), (_SERIAL, _is_device)):
        if plain[: len(beginning)].lower() == beginning:
            rest = plain[len(beginning) :]
            return beginning + rest if whole(rest) else ""
    return _network(plain)


def _network(plain: str) -> str:
    named = plain[: len(NETWORK)].lower() == NETWORK
    plain = plain[len(NETWORK) :] if named else plain
    whole = _is_host_and_port(plain) and (named or "." in plain or ":" in plain)
    return NETWORK + plain if whole else ""


def _is_ipp(plain: str) -> bool:
    host, _, path = plain.partition("/")
    return _is_host_and_port(host) and bool(_PATH.fullmatch(path))


def _is_usb(plain: str) -> bool:
    return bool(_OF_USB.fullmatch(plain))


def _is_device(plain: str) -> bool:
    return bool(_DEVICE.fullmatch(plain))


def _is_host_and_port(plain: str) -> bool:
    host, colon, port = plain.partition(":")
    if colon and not (port.isascii() and port.isdigit() and 0 < int(port) < _PORTS):
        return False
    return _is_number(host) if _NUMBERS.fullmatch(host) else bool(_HOST.fullmatch(host))


def _is_number(host: str) -> bool:
    try:
        IPv4Address(host)
    except AddressValueError:
        return False
    return True
