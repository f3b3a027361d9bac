"""A node file as digits: what a scanner types is right under any layout of the keyboard."""

import zlib

from app.letters import latin_digits
from app.refusal import Refusal
from app.sync.node_file import NodeFile, read_node_file

SHORTEST = 100
"""Digits; no path of a file is that many digits and nothing else."""

_LARGEST = 100_000
"""Bytes that a code may grow to when it is unpacked."""

_DIGITS = (0, 3, 5, 8, 10, 13, 15, 17)
"""How many digits hold so many bytes."""
_BYTES = 7


def code_of(file: bytes) -> str:
    """The file, packed, with a sum by which a misread digit is noticed."""
    packed = zlib.compress(file, 9)
    parts = [packed[at : at + _BYTES] for at in range(0, len(packed), _BYTES)]
    return "".join(f"{int.from_bytes(part, 'little'):0{_DIGITS[len(part)]}}" for part in parts)


def scanned(text: str) -> NodeFile | None:
    """What a scanner typed, or somebody copied, into a field; None where it can only be the name
    of a file. Refuses `node_code_wrong`, and as `read_node_file`.
    """
    if text.lstrip().startswith("{"):
        return read_node_file(text.encode("utf-8", "replace"))
    digits = latin_digits("".join(text.split()))
    if len(digits) < SHORTEST or not (digits.isascii() and digits.isdecimal()):
        return None
    return read_node_file(_unpacked(digits))


def _unpacked(digits: str) -> bytes:
    whole = _DIGITS[_BYTES]
    unpacking = zlib.decompressobj()
    try:
        parts = [_part(digits[at : at + whole]) for at in range(0, len(digits), whole)]
        file = unpacking.decompress(b"".join(parts), _LARGEST)
    except (ValueError, OverflowError, zlib.error):
        raise Refusal("node_code_wrong") from None
    if not unpacking.eof:
        raise Refusal("node_code_wrong")
    return file


def _part(digits: str) -> bytes:
    return int(digits).to_bytes(_DIGITS.index(len(digits)), "little")
