"""Reads a thermal printer's job back into the picture it prints, and refuses what it does not know.

To look at a job:  python tests/printing/strips.py JOB.bin PICTURE.png
"""

import sys
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image


class UnknownCommand(ValueError):
    """A byte that no command of the five explains."""


@dataclass
class Roll:
    """What came out of the printer: rows of dots (1 is black), cuts, and what was asked."""

    rows: list[bytes] = field(default_factory=list)
    strips: list[int] = field(default_factory=list)
    unit: int = 0
    cuts: int = 0
    asked: int = 0

    def image(self, width: int) -> Image.Image:
        """The paper, `width` dots wide, black on white."""
        wide = (width + 7) // 8
        assert all(len(row) <= wide for row in self.rows), "ink beyond the print head"
        data = b"".join(row.ljust(wide, b"\0") for row in self.rows)
        paper = Image.frombytes("1", (wide * 8, len(self.rows)), bytes(255 - b for b in data))
        return paper.crop((0, 0, width, len(self.rows))).convert("L")


def read(job: bytes) -> Roll:
    """The roll that a job prints."""
    roll, at = Roll(), 0
    while at < len(job):
        at = _command(job, at, roll)
    return roll


def _command(job: bytes, at: int, roll: Roll) -> int:
    two = job[at : at + 2]
    if two == b"\x1b@":
        return at + 2
    if two == b"\x1dP":
        roll.unit = job[at + 3]
        return at + 4
    if two == b"\x1bJ":
        roll.rows += [b""] * job[at + 2]
        return at + 3
    if job[at : at + 4] == b"\x1dv0\x00":
        return _strip(job, at + 4, roll)
    if job[at : at + 3] == b"\x1dV\x42":
        roll.cuts += 1
        return at + 4
    if job[at : at + 3] == b"\x1dr\x01":
        roll.asked += 1
        return at + 3
    raise UnknownCommand(f"{job[at : at + 8]!r} at {at}")


def _strip(job: bytes, at: int, roll: Roll) -> int:
    wide = int.from_bytes(job[at : at + 2], "little")
    tall = int.from_bytes(job[at + 2 : at + 4], "little")
    body = job[at + 4 : at + 4 + wide * tall]
    if len(body) != wide * tall:
        raise UnknownCommand(f"a strip of {wide} x {tall} is cut short at {at}")
    roll.rows += [body[row * wide : row * wide + wide] for row in range(tall)]
    roll.strips.append(tall)
    return at + 4 + wide * tall


if __name__ == "__main__":
    printed = read(Path(sys.argv[1]).read_bytes())
    printed.image(8 * max(map(len, printed.rows))).save(sys.argv[2])
