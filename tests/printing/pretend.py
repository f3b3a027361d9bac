"""A thermal printer as far as a cable can tell: it speaks ESC/POS, prints into pictures, and has
every trouble that real ones have. Over a socket (`PretendPrinter`) or a device file (`on_a_pty`).
"""

import os
import select
import socket
import struct
import threading
import tty
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from typing import Literal

from tests.printing.strips import REAL_TIME, CutShort, Roll, UnknownCommand, length

TICK = 0.005
BUFFER = 60_000
"""Bytes that it takes before they are printed; then it takes no more."""
WINDOW = 8192
"""Bytes that its network card takes beside them."""
FEED = 8
"""Bytes that a command counts for when it is printed slowly, beside its own."""


@dataclass
class Troubles:
    """What is wrong with it; may be changed at any time, from any thread."""

    paper: Literal["full", "near", "out"] = "full"
    cover_open: bool = False
    offline: bool = False
    mute: bool = False
    """Prints, and never answers."""
    knows: tuple[int, ...] = (1, 2, 3, 4)
    """The questions of DLE EOT that it answers."""
    stalled: bool = False
    """Reads nothing more."""
    stalls_after: int | None = None
    drops_after: int | None = None
    paper_ends_after: int | None = None
    cover_opens_after: int | None = None
    """Bytes of a job; questions are not counted."""
    speed: float | None = None
    """Bytes that it prints in a second."""

    @property
    def stopped(self) -> bool:
        """Whether it prints nothing now."""
        return self.paper == "out" or self.cover_open or self.offline

    def told(self, question: int) -> bytes:
        """The answer to DLE EOT."""
        cover, out = self.cover_open, self.paper == "out"
        near = self.paper != "full"
        bits = {
            1: 0x08 * self.stopped,
            2: 0x04 * cover | 0x20 * out | 0x40 * self.offline,
            3: 0x08 * self.offline,
            4: 0x0C * near | 0x60 * out,
        }
        return bytes((0x12 | bits[question],)) if question in self.knows else b""


class Dropped(ConnectionError):
    """It breaks the line now."""


class Machine:
    """The printer behind the line. `got` has each job's bytes without the questions, `rolls` the
    paper, `unknown` the bytes that no command explains.
    """

    def __init__(self) -> None:
        self.troubles = Troubles()
        self.got: SimpleQueue[bytes] = SimpleQueue()
        self.rolls: list[Roll] = []
        self.unknown: list[bytes] = []
        self.roll = Roll()
        self._inbox = b""
        self._queue: deque[bytes] = deque()
        self._job: list[bytes] = []
        self._came = self._printed = 0
        self._since = monotonic()

    @property
    def full(self) -> bool:
        """Whether it takes nothing now."""
        waiting = len(self._inbox) + sum(map(len, self._queue))
        return self.troubles.stalled or waiting > BUFFER

    @property
    def printing(self) -> bool:
        """Whether it will print more by itself."""
        return bool(self._queue) and not self.troubles.stopped

    def take(self, data: bytes) -> bytes:
        """Bytes that came; gives what is answered at once."""
        self._inbox += data
        said = b""
        at = 0
        while at < len(self._inbox):
            try:
                long = length(self._inbox[at : at + 16])
            except CutShort:
                break
            except UnknownCommand:
                self.unknown.append(self._inbox[at : at + 1])
                long = 1
            if at + long > len(self._inbox):
                break
            command = self._inbox[at : at + long]
            at += long
            if command.startswith(REAL_TIME):
                said += self.troubles.told(command[2])
            else:
                self._queue.append(command)
                self._job.append(command)
                self._came += long
        self._inbox = self._inbox[at:]
        self._meet_troubles()
        return b"" if self.troubles.mute else said

    def go_on(self) -> bytes:
        """Prints what it can by now; gives what is answered after it."""
        said = b""
        while self._queue and not self.troubles.stopped and self._in_time():
            command = self._queue.popleft()
            self._printed += len(command) + FEED
            self.roll.do(command)
            if command.startswith(b"\x1dV"):
                self.rolls.append(self.roll)
                self.roll = Roll()
            elif command.startswith(b"\x1dr"):
                said += bytes((0x03 if self.troubles.paper == "near" else 0,))
            elif command.startswith(b"\x1d(H"):
                said += b"\x37\x22" + command[7:11] + b"\0"
        return b"" if self.troubles.mute else said

    def begin(self) -> None:
        """Somebody has connected."""
        self._since, self._printed = monotonic(), 0

    def end(self) -> bool:
        """The line is closed; what was cut off is not printed. Tells whether there was a job."""
        closing = (b"\x1dr", b"\x1d(H")
        job = b"".join(command for command in self._job if not command.startswith(closing))
        if job or self._inbox:
            self.got.put(job + self._inbox)
        self._inbox, self._came = b"", 0
        self._job.clear()
        return bool(job)

    def _in_time(self) -> bool:
        speed = self.troubles.speed
        return speed is None or self._printed <= (monotonic() - self._since) * speed

    def _meet_troubles(self) -> None:
        troubles, came = self.troubles, self._came + len(self._inbox)
        if troubles.drops_after is not None and came > troubles.drops_after:
            raise Dropped
        if troubles.stalls_after is not None and came > troubles.stalls_after:
            troubles.stalled = True
        if troubles.paper_ends_after is not None and came > troubles.paper_ends_after:
            troubles.paper = "out"
        if troubles.cover_opens_after is not None and came > troubles.cover_opens_after:
            troubles.cover_open = True


class PretendPrinter(Machine):
    """On port 9100's manner. Takes one client; `busy` is what others get: they wait, or are sent
    away. From `hold` on it does not hang up, until `let_go`; while `resetting` it breaks the line
    once a job has begun.
    """

    def __init__(self, port: int = 0, *, busy: Literal["waits", "refused"] = "waits") -> None:
        super().__init__()
        self._server = socket.create_server(("127.0.0.1", port))
        self._server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, WINDOW)
        self.port: int = self._server.getsockname()[1]
        self.name = f"tcp://127.0.0.1:{self.port}"
        self._busy, self._taken = busy, threading.Lock()
        self._free, self._off = threading.Event(), threading.Event()
        self._free.set()
        self._threads = [threading.Thread(target=self._serve, daemon=True)]
        self._threads[0].start()

    @property
    def resetting(self) -> bool:
        """Whether it breaks the line in the middle of the next job."""
        return self.troubles.drops_after == 0

    @resetting.setter
    def resetting(self, wish: bool) -> None:
        self.troubles.drops_after = 0 if wish else None

    def hold(self) -> None:
        """Keeps every sender waiting at the end of its job."""
        self._free.clear()

    def let_go(self) -> None:
        """Hangs up as usual again."""
        self._free.set()

    def turn_off(self) -> None:
        """Nobody answers any more."""
        self._off.set()
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self.let_go()
        for thread in self._threads:
            thread.join(10)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._server.accept()
                if self._busy == "waits":
                    self._talk(line)
                elif not self._taken.locked():
                    thread = threading.Thread(target=self._talk, args=(line,), daemon=True)
                    self._threads.append(thread)
                    self._taken.acquire()
                    thread.start()
                else:
                    _reset(line)

    def _talk(self, line: socket.socket) -> None:
        self.begin()
        with line, suppress(OSError):
            try:
                _converse(self, line, line.recv, line.sendall, self._off)
            except Dropped:
                _reset(line)
            except OSError:
                """Whoever sent has died."""
            if self.end():
                self._free.wait(30)
        if self._taken.locked():
            self._taken.release()


def _converse(
    machine: Machine,
    handle: "socket.socket | int",
    read: Callable[[int], bytes],
    write: Callable[[bytes], object],
    off: threading.Event,
) -> None:
    """Until the other side has hung up and all is printed that can be."""
    going = True
    while going and not off.is_set():
        ready = [] if machine.full else select.select([handle], [], [], TICK)[0]
        if machine.full:
            off.wait(TICK)
        if ready:
            data = read(65536)
            going = bool(data)
            if said := machine.take(data):
                write(said)
        if said := machine.go_on():
            write(said)
    while machine.printing and not off.is_set():
        machine.go_on()
        off.wait(TICK)


def _reset(line: socket.socket) -> None:
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    line.close()


@contextmanager
def pretend_printer(
    port: int = 0, *, busy: Literal["waits", "refused"] = "waits"
) -> Iterator[PretendPrinter]:
    """One that is on for the length of a block."""
    printer = PretendPrinter(port, busy=busy)
    try:
        yield printer
    finally:
        printer.turn_off()


@contextmanager
def on_a_pty() -> Iterator[tuple[Machine, Path]]:
    """One behind a device file, for as long as the block."""
    machine, off, broken = Machine(), threading.Event(), threading.Event()
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    device = Path(os.ttyname(theirs))

    def serve() -> None:
        with suppress(OSError):
            _converse(
                machine, ours, lambda size: os.read(ours, size), lambda d: os.write(ours, d), off
            )
        if not off.is_set():  # it broke the line
            broken.set()
            os.close(theirs)
            os.close(ours)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield machine, device
    finally:
        off.set()
        thread.join(10)
        if not broken.is_set():
            os.close(ours)
            os.close(theirs)
