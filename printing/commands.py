"""The words of ESC/POS that are no picture: questions, proofs, and where a job may be cut."""

from collections.abc import Iterator
from typing import Literal

Question = Literal[1, 2, 3, 4]
"""Of DLE EOT: the printer, why it is off line, its faults, its paper."""

STATUS = b"\x1dr\x01"
"""GS r 1: the paper's state, told once all before it is printed."""

_STRIP = b"\x1dv0\x00"
_LENGTHS = {b"\x1b@": 2, b"\x1bJ": 3, b"\x1ba": 3, b"\x1dr": 3}
_LENGTHS |= dict.fromkeys((b"\x1dP", b"\x1dV", b"\x1dW"), 4)
_BLOCK = b"\x1d("


def ask(question: Question) -> bytes:
    """DLE EOT, which is answered at once, whatever is being printed."""
    return b"\x10\x04" + bytes((question,))


def process(number: bytes) -> bytes:
    """GS ( H: four letters, given back once all before them is printed."""
    return b"\x1d(H\x06\x0000" + number


def pieces(job: bytes) -> Iterator[bytes]:
    """The job in pieces of one strip each; what is not known comes whole at the end."""
    start = at = 0
    while at < len(job):
        length = _length(job, at)
        if not length:
            break
        at += length
        if job.startswith(_STRIP, at - length):
            yield job[start:at]
            start = at
    if start < len(job):
        yield job[start:]


def _length(job: bytes, at: int) -> int:
    """Of the command that stands there; 0 for one that the press does not write."""
    if job.startswith(_STRIP, at):
        wide, tall = (int.from_bytes(job[at + n : at + n + 2], "little") for n in (4, 6))
        return 8 + wide * tall
    if job.startswith(_BLOCK, at):
        return 5 + int.from_bytes(job[at + 3 : at + 5], "little")
    return _LENGTHS.get(job[at : at + 2], 0)
