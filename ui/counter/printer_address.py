"""The road to a printer as a person types it: an address on the network, or a folder. Pure."""

import re
from ipaddress import AddressValueError, IPv4Address
from pathlib import Path

from app.letters import latin_digits

NETWORK, FOLDER = "tcp://", "file:"
"""How the names of such printers begin."""

_PORTS = 65_536
_HOST = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?", re.IGNORECASE)
_NUMBERS = re.compile(r"[0-9.]+")


def printer_address(typed: str) -> str:
    """The name of the printer that is there; empty for what is neither address nor whole path.

    A machine that is called by one word alone is told from a printer's name by `tcp://`.
    """
    text = typed.strip()
    if text[: len(FOLDER)].lower() == FOLDER:
        folder = text[len(FOLDER) :].strip()
        return FOLDER + folder if Path(folder).is_absolute() else ""
    plain = latin_digits(text).replace("٫", ".")
    named = plain[: len(NETWORK)].lower() == NETWORK
    plain = plain[len(NETWORK) :] if named else plain
    whole = _is_host_and_port(plain) and (named or "." in plain or ":" in plain)
    return NETWORK + plain if whole else ""


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
