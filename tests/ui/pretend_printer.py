"""A printer on the network, as far as a socket can tell."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue


class PretendPrinter:
    """Takes jobs one after the other. `got` has each that arrived whole. From `hold` on it reads
    but does not hang up, until `let_go`; from `reset` on it breaks the line in the middle.
    """

    def __init__(self, port: int = 0) -> None:
        self._server = socket.create_server(("127.0.0.1", port))
        self.port: int = self._server.getsockname()[1]
        self.name = f"tcp://127.0.0.1:{self.port}"
        self.got: SimpleQueue[bytes] = SimpleQueue()
        self.resetting = False
        self._free = threading.Event()
        self._free.set()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def hold(self) -> None:
        """Keeps every sender waiting at the end of its job."""
        self._free.clear()

    def let_go(self) -> None:
        """Hangs up as usual again."""
        self._free.set()

    def turn_off(self) -> None:
        """Nobody answers any more."""
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self.let_go()
        self._thread.join(10)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._server.accept()
                with line, suppress(OSError):
                    self._take(line)

    def _take(self, line: socket.socket) -> None:
        if self.resetting:
            line.recv(1)  # with more to read, closing resets the line
            return
        parts = []
        while part := line.recv(65536):
            parts.append(part)
        self.got.put(b"".join(parts))
        self._free.wait(30)


@contextmanager
def pretend_printer(port: int = 0) -> Iterator[PretendPrinter]:
    """One that is on for the length of a block."""
    printer = PretendPrinter(port)
    try:
        yield printer
    finally:
        printer.turn_off()
