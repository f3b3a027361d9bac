"""A thermal printer on a serial line."""

from collections.abc import Callable
from contextlib import closing
from time import monotonic, sleep

from serial import Serial, SerialTimeoutException

from app.printer import Condition, Printer, Taken, not_ready
from printing.line import SILENCE
from printing.status import condition
from printing.talk import hand_over, nobody

SPEED = 115_200
"""Bits a second, where the name does not say."""
_PIECE, _LOW = 256, 512
_LOOK = 0.005


class _Line:
    """The port as a `Line`."""

    def __init__(self, device: str, speed: int) -> None:
        # XON/XOFF holds us back where a cable has three wires; no answer of a printer looks so.
        self._port = Serial(device, speed, write_timeout=SILENCE, xonxoff=True)
        self._port.reset_input_buffer()
        self._stuck = False

    def write(self, data: bytes, patience: float) -> int:
        """A little at a time, once the system's own buffer has nearly run out."""
        end = monotonic() + patience
        while self._port.out_waiting > _LOW:
            if monotonic() > end:
                self._stuck = True
                return 0
            sleep(_LOOK)
        piece = data[:_PIECE]
        try:
            self._port.write(piece)
        except SerialTimeoutException:
            self._stuck = True
            raise
        self._stuck = False
        return len(piece)

    def read(self, patience: float) -> bytes:
        """What has come."""
        self._port.timeout = max(patience, 0)
        first: bytes = self._port.read(1)
        return first + self._port.read(self._port.in_waiting) if first else b""

    def finish(self) -> None:
        """Waits while the system's own buffer runs out."""
        left, end = self._port.out_waiting, monotonic() + SILENCE
        while left:
            if monotonic() > end:
                self._stuck = True
                raise TimeoutError("takes nothing")
            sleep(_LOOK)
            if (now := self._port.out_waiting) < left:
                left, end = now, monotonic() + SILENCE

    def close(self) -> None:
        """Lets the next one open it; the system would wait half a minute for a dead printer."""
        if self._stuck:
            self._port.reset_output_buffer()
        self._port.close()


class SerialTransport:
    """Sends to the printer behind a serial device (`/dev/ttyUSB0`, `COM3`).

    Refuses `printer_unreachable(printer)` when the device is not there or closed to us; the rest is
    `printing.talk.hand_over`'s. Whether the cable leads anywhere only an answer tells.
    """

    def __init__(self, device: str, printer: Printer, *, speed: int = SPEED) -> None:
        self._device, self._printer, self._speed = device, printer, speed
        self.still: Callable[[bool], None] = nobody
        self.answers = False

    def send(self, data: bytes, title: str) -> Taken:  # noqa: ARG002 - as the port asks
        """Hand the job over."""
        try:
            line = _Line(self._device, self._speed)
        except OSError as trouble:
            raise not_ready(self._printer.name, "unreachable") from trouble
        with closing(line):
            return hand_over(line, data, self._printer, self.still, answers=self.answers)

    def condition(self) -> Condition:
        """Asks DLE EOT 1 to 4."""
        try:
            with closing(_Line(self._device, self._speed)) as line:
                return condition(line)
        except OSError:
            return "unreachable"
