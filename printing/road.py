"""Which road leads to a printer of that name."""

import sys

from app.ports import Transport
from app.refusal import Refusal
from printing.transports.cups import CupsTransport
from printing.transports.network import PORT, NetworkTransport
from printing.transports.windows import WindowsTransport

NETWORK = "tcp://"


def road(name: str, *, raw: bool) -> Transport:
    """`tcp://host[:port]` is a printer on the network, anything else one that the system knows.

    `raw`: the job is a thermal printer's commands. Refuses `printer_unknown` for a malformed name.
    """
    if name.startswith(NETWORK):
        return _network(name)
    if not name.strip() or name.startswith("-"):
        raise Refusal("printer_unknown", printer=name)
    return (
        WindowsTransport(name, raw=raw) if sys.platform == "win32" else CupsTransport(name, raw=raw)
    )


def _network(name: str) -> NetworkTransport:
    host, _, port = name.removeprefix(NETWORK).partition(":")
    if not host or (port and not (port.isascii() and port.isdigit() and int(port) < 65_536)):
        raise Refusal("printer_unknown", printer=name)
    return NetworkTransport(host, int(port) if port else PORT)
