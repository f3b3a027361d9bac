"""The cable between the PCs and the centre: everything passes through here, until it is pulled."""

import socket
from collections.abc import Sequence
from contextlib import suppress
from threading import Lock, Thread

_BLOCK = 1 << 16
_HERE = "127.0.0.1"


class Cable:
    """PCs find the centre at `host`; `target` is where it is. `pulls` counts."""

    def __init__(self, target: tuple[str, int]) -> None:
        self.pulls = 0
        self._target, self._in = target, True
        self._lines: list[tuple[socket.socket, socket.socket]] = []
        self._lock = Lock()
        self._door = socket.create_server((_HERE, 0))
        self._thread = Thread(target=self._serve, name="cable", daemon=True)
        self._thread.start()

    @property
    def host(self) -> str:
        """As a node file names it."""
        return f"{_HERE}:{self._door.getsockname()[1]}"

    def pull(self) -> None:
        """Every line is cut, and nobody comes through until it is plugged in."""
        self._in = False
        self.pulls += 1
        self._cut()

    def plug(self) -> None:
        """It is back."""
        self._in = True

    def close(self) -> None:
        """Ends it, and all lines."""
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._cut()

    def _serve(self) -> None:
        while True:
            try:
                pc, _ = self._door.accept()
            except OSError:
                return
            try:
                if not self._in:
                    raise ConnectionRefusedError
                centre = socket.create_connection(self._target, timeout=2)
            except OSError:
                pc.close()
                continue
            centre.settimeout(None)
            self._join((pc, centre))

    def _join(self, line: tuple[socket.socket, socket.socket]) -> None:
        with self._lock:
            self._lines.append(line)
        for way in (line, line[::-1]):
            Thread(target=_carry, args=(way,), daemon=True).start()
        if not self._in:  # pulled while it was being made
            self._cut()

    def _cut(self) -> None:
        with self._lock:
            lines, self._lines = self._lines, []
        for line in lines:
            _end(line)


def _carry(way: Sequence[socket.socket]) -> None:
    """What one end says comes to the other, until either is gone."""
    source, sink = way
    with suppress(OSError):
        while said := source.recv(_BLOCK):
            sink.sendall(said)
    _end(way)


def _end(line: Sequence[socket.socket]) -> None:
    for each in line:
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
        each.close()
