"""A page printer that speaks IPP, as far as a socket can tell, with the troubles of real ones."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer

from printing.ipp import GET_JOB, GET_PRINTER, INTEGER, KEYWORD, PRINT_JOB

ENUM = 0x23
PRINTER, JOB, END = b"\x04", b"\x02", b"\x03"
STOPPED, IDLE, PROCESSING, ABORTED, DONE = 5, 3, 5, 8, 9


@dataclass
class PretendIpp:
    """`jobs` are the documents that came; the rest may be changed at any time."""

    port: int = 0
    reasons: tuple[str, ...] = ("none",)
    state: int = IDLE
    job_state: int = DONE
    status: int = 0
    mute: bool = False
    stalls: bool = False
    drops: bool = False
    slow: float = 0
    jobs: list[bytes] = field(default_factory=list)
    off: threading.Event = field(default_factory=threading.Event)

    def answer(self, operation: int, document: bytes) -> bytes:
        """What it says to an operation."""
        if operation == GET_PRINTER:
            told = PRINTER + _one(ENUM, "printer-state", self.state.to_bytes(4, "big"))
            for at, reason in enumerate(self.reasons):
                told += _one(KEYWORD, "" if at else "printer-state-reasons", reason.encode())
        elif operation == PRINT_JOB:
            self.jobs.append(document)
            told = JOB + _one(INTEGER, "job-id", (7).to_bytes(4, "big"))
        else:
            assert operation == GET_JOB
            told = JOB + _one(ENUM, "job-state", self.job_state.to_bytes(4, "big"))
        status = self.status if operation == PRINT_JOB else 0
        return b"\x01\x01" + status.to_bytes(2, "big") + b"\0\0\0\1" + told + END


def _one(tag: int, name: str, value: bytes) -> bytes:
    parts = (name.encode(), value)
    return bytes((tag,)) + b"".join(len(part).to_bytes(2, "big") + part for part in parts)


@contextmanager
def pretend_ipp() -> Iterator[PretendIpp]:
    """One that is on for the length of a block."""
    printer = PretendIpp()

    class Handler(BaseHTTPRequestHandler):
        """One question after the other."""

        def do_POST(self) -> None:
            """Answers, or does not."""
            size = int(self.headers["Content-Length"])
            head = self.rfile.read(4)
            operation = int.from_bytes(head[2:4], "big")
            job = operation == PRINT_JOB
            if printer.mute or (job and printer.stalls):
                printer.off.wait(10)
                return
            if job and printer.drops:
                return
            body = self.rfile.read(size - 4)
            printer.off.wait(printer.slow if job else 0)
            said = printer.answer(operation, body[body.index(END) + 1 :])
            self.send_response(200)
            self.send_header("Content-Type", "application/ipp")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        printer.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield printer
        finally:
            printer.off.set()
            with suppress(OSError):
                server.shutdown()
            thread.join(10)
