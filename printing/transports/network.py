"""A thermal printer on the network, port 9100."""

import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from time import monotonic

from msgspec.structs import replace

from app.printer import Condition, Printer, Taken, not_ready
from printing.lookup import number_of
from printing.status import ANSWER, condition
from printing.talk import hand_over, nobody

PORT = 9100
"""The usual port."""
CONNECT, QUICK = 2.0, 0.9
"""Seconds to find a printer and for it to pick up: for a job, and where a person wants to know,
which with `ANSWER` takes less than two.
"""
LAST_WORD = 1.0
"""Seconds in which a printer that lost the job has mostly hung up on us."""
_HELD = 8192
"""Bytes that the kernel is asked to hold."""


class _Line:
    """A connection as a `Line`. OSError where nobody answers in that many seconds."""

    def __init__(self, host: str, port: int, patience: float) -> None:
        end = monotonic() + patience
        number = number_of(host, patience / 2)
        self._device = _connected((number, port), end - monotonic())

    def write(self, data: bytes, patience: float) -> int:
        self._device.settimeout(max(patience, 0.001))
        with suppress(TimeoutError):
            return self._device.send(data)
        return 0

    def read(self, patience: float) -> bytes:
        self._device.settimeout(max(patience, 0.001))
        with suppress(TimeoutError):
            if data := self._device.recv(256):
                return data
            raise ConnectionAbortedError("hung up")
        return b""

    def finish(self) -> None:
        """The kernel takes a whole job before the printer has read it: a connection that breaks
        shortly after is an `OSError` here too. A printer that stays silent, as most do, is no
        trouble.
        """
        self._device.shutdown(socket.SHUT_WR)
        with suppress(ConnectionAbortedError):
            self.read(LAST_WORD)

    def close(self) -> None:
        self._device.close()


def _connected(address: tuple[str, int], patience: float) -> socket.socket:
    """A connection that holds little: what the kernel takes is then soon with the printer, and one
    that stands still is noticed while the job is sent.
    """
    line = socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET)
    try:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _HELD)
        line.settimeout(patience)
        line.connect(address)
    except OSError:
        line.close()
        raise
    return line


class NetworkTransport:
    """Sends to a printer that most likely takes one client at a time: opened late, closed at once.

    Refuses `printer_unreachable(printer)` when nobody answers at the address; the rest is
    `printing.talk.hand_over`'s. Without proof, returning means that the bytes were taken, that
    nobody hung up on them within a second and that the printer does not say that it stopped.
    """

    def __init__(self, host: str, port: int = PORT, printer: Printer | None = None) -> None:
        self._host, self._port = host, port
        record = printer or Printer()
        self._printer = replace(record, name=record.name or f"{host}:{port}")
        self.still: Callable[[bool], None] = nobody
        self.answers = False

    def send(self, data: bytes, title: str) -> Taken:  # noqa: ARG002 - as the port asks
        """Hand the job over."""
        with self._open() as line:
            return hand_over(line, data, self._printer, self.still, answers=self.answers)

    def condition(self) -> Condition:
        """Asks DLE EOT 1 to 4; another client that holds the printer makes it unreachable."""
        try:
            with closing(_Line(self._host, self._port, QUICK)) as line:
                return condition(line, ANSWER)
        except OSError:
            return "unreachable"

    @contextmanager
    def _open(self) -> Iterator[_Line]:
        try:
            line = _Line(self._host, self._port, CONNECT)
        except OSError as trouble:
            raise not_ready(self._printer.name, "unreachable") from trouble
        with closing(line):
            yield line
