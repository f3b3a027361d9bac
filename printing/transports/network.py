"""A thermal printer on the network, port 9100."""

import socket
from contextlib import suppress

from escpos.printer import Network

from app.refusal import Refusal

PORT, PATIENCE = 9100, 5.0
"""The usual port, and the seconds that a printer may take to answer or to accept bytes."""

LAST_WORD = 1.0
"""Seconds in which a printer that lost the job has mostly hung up on us."""


class _Line(Network):  # type: ignore[misc]
    """The printer's class, which itself leaves its socket open when nobody answers."""

    def open(self, raise_not_found: bool = True) -> None:  # noqa: ARG002, FBT001, FBT002 - as there
        self.device = socket.create_connection((self.host, self.port), self.timeout)


class NetworkTransport:
    """Sends to a printer that most likely takes one client at a time: opened late, closed at once.

    Refuses `printer_unreachable(printer)` when nobody answers at the address, and
    `printer_refused(printer, why)` when the connection breaks before all bytes are handed over.
    Returning means that the bytes were taken and nobody hung up on them within a second, not that
    the paper is printed.
    """

    def __init__(self, host: str, port: int = PORT, patience: float = PATIENCE) -> None:
        self._host, self._port, self._patience = host, port, patience

    def send(self, data: bytes, title: str) -> None:  # noqa: ARG002 - as the port asks
        """Hand the job over."""
        printer = self._open()
        try:
            printer._raw(data)  # noqa: SLF001 - its name for bytes as they are
            _hear_out(printer.device)
        except OSError as trouble:
            why = trouble.strerror or str(trouble)
            raise Refusal("printer_refused", printer=self._host, why=why) from trouble
        finally:
            printer.close()

    def _open(self) -> _Line:
        line = _Line(self._host, port=self._port, timeout=self._patience)
        try:
            line.open()
        except OSError as trouble:
            raise Refusal("printer_unreachable", printer=self._host) from trouble
        return line


def _hear_out(line: socket.socket) -> None:
    """The kernel takes a whole job before the printer has read it: a connection that breaks shortly
    after is an `OSError` here too. A printer that stays silent, as most do, is no trouble.
    """
    line.shutdown(socket.SHUT_WR)
    line.settimeout(LAST_WORD)
    with suppress(TimeoutError):
        line.recv(64)
