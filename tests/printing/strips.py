"""Reads a thermal printer's job back into the picture it prints, and refuses what it does not know.

To look at a job:  python tests/printing/strips.py JOB.bin PICTURE.png
"""

import sys
from dataclasses import dataclass, field
from pathlib import Path

import segno
from PIL import Image

LENGTHS = {
    b"\x1b@": 2,
    b"\x1dP": 4,
    b"\x1bJ": 3,
    b"\x1dV\x42": 4,
    b"\x1dr\x01": 3,
    b"\x10\x04\x01": 3,
    b"\x10\x04\x02": 3,
    b"\x10\x04\x03": 3,
    b"\x10\x04\x04": 3,
    b"\x1d(H\x06\x0000": 11,
    b"\x1ba\x00": 3,
    b"\x1ba\x01": 3,
    b"\x1ba\x02": 3,
    b"\x1dW": 4,
}
"""The commands of a fixed length, by how they begin."""
QR = b"\x1d(k"
RASTER = b"\x1dv0\x00"
_CENTRE, _RIGHT = 1, 2
REAL_TIME = b"\x10\x04"
"""Questions that are answered at once, whatever is being printed."""


class UnknownCommand(ValueError):
    """A byte that no command explains."""


class CutShort(UnknownCommand):
    """The command goes on after the end."""


@dataclass
class Roll:
    """What came out of the printer: rows of dots (1 is black), cuts, and what was asked."""

    rows: list[bytes] = field(default_factory=list)
    strips: list[int] = field(default_factory=list)
    unit: int = 0
    cuts: int = 0
    asked: int = 0
    dots: int = 576
    drawn: int = 0
    area: int = 0
    _side: int = 0
    _module: int = 0
    _said: bytes = b""

    def image(self, width: int) -> Image.Image:
        """The paper, `width` dots wide, black on white."""
        wide = (width + 7) // 8
        assert all(len(row) <= wide for row in self.rows), "ink beyond the print head"
        data = b"".join(row.ljust(wide, b"\0") for row in self.rows)
        paper = Image.frombytes("1", (wide * 8, len(self.rows)), bytes(255 - b for b in data))
        return paper.crop((0, 0, width, len(self.rows))).convert("L")

    def do(self, command: bytes) -> None:
        """What one whole command does to the paper."""
        if command.startswith(RASTER):
            wide, tall = _size(command)
            white = (self.area + 7) // 8 - wide
            before = b"\0" * {_RIGHT: white, _CENTRE: white // 2}.get(self._side, 0)
            told = (command[8 + row * wide : 8 + row * wide + wide] for row in range(tall))
            self.rows += [before + row for row in told]
            self.strips.append(tall)
        elif command.startswith(b"\x1dP"):
            self.unit = command[3]
        elif command.startswith(b"\x1bJ"):
            self.rows += [b""] * command[2]
        elif command.startswith(b"\x1dV"):
            self.cuts += 1
        elif command.startswith((b"\x1dr", b"\x1d(H")):
            self.asked += 1
        elif command.startswith(b"\x1ba"):
            self._side = command[2]
        elif command.startswith(b"\x1dW"):
            self.area = int.from_bytes(command[2:4], "little")
        elif command.startswith(QR):
            self._symbol(command[5:7], command[7:])

    def _symbol(self, order: bytes, rest: bytes) -> None:
        if order == b"1C":
            self._module = rest[0]
        elif order == b"1P":
            self._said = rest[1:]
        elif order == b"1Q":
            assert self._side == _CENTRE, "a symbol of the printer's own stands in the middle here"
            self._draw()

    def _draw(self) -> None:
        code = segno.make(self._said.decode(), error="m", micro=False, boost_error=False)
        side = len(code.matrix) * self._module
        paper = Image.new("1", ((self.dots + 7) // 8 * 8, side), 0)
        for y, line in enumerate(code.matrix):
            for x, dark in enumerate(line):
                left = (self.dots - side) // 2 + x * self._module
                box = (left, y * self._module, left + self._module, (y + 1) * self._module)
                paper.paste(int(dark), box)
        data, wide = paper.tobytes(), paper.width // 8
        self.rows += [data[row * wide : row * wide + wide] for row in range(side)]
        self.drawn += 1


def read(job: bytes, dots: int = 576) -> Roll:
    """The roll that a job prints, on a head of that many dots."""
    roll, at = Roll(dots=dots), 0
    while at < len(job):
        long = length(job[at:] if at + 8 > len(job) else job[at : at + 8])
        if at + long > len(job):
            raise CutShort(f"{job[at : at + 8]!r} at {at}")
        roll.do(job[at : at + long])
        at += long
    return roll


def length(data: bytes) -> int:
    """How long the command is with which `data` begins; eight bytes of it always tell."""
    if data.startswith(RASTER):
        if len(data) < 8:
            raise CutShort(repr(data))
        wide, tall = _size(data)
        return 8 + wide * tall
    if data.startswith(QR):
        if len(data) < 5:
            raise CutShort(repr(data))
        return 5 + int.from_bytes(data[3:5], "little")
    for head, long in LENGTHS.items():
        if data.startswith(head):
            return long
    if any(head.startswith(data) for head in (RASTER, QR, *LENGTHS)):
        raise CutShort(repr(data))
    raise UnknownCommand(f"{data[:8]!r}")


def _size(command: bytes) -> tuple[int, int]:
    return int.from_bytes(command[4:6], "little"), int.from_bytes(command[6:8], "little")


if __name__ == "__main__":
    printed = read(Path(sys.argv[1]).read_bytes())
    printed.image(8 * max(map(len, printed.rows))).save(sys.argv[2])
