"""Turning JSON into typed values, from any thread."""

from functools import cache
from threading import Lock
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_ONE_AT_A_TIME = Lock()
"""msgspec finds out what a struct holds when it is first read, and another thread that reads the
same kind meanwhile gets what is half found out: the process dies. (0.22.0; four threads that decode
a new struct do it within a few hundred tries.)
"""


def decoder_of(kind: type[T]) -> msgspec.json.Decoder[T]:
    """Reads that kind; the same one each time. What it does not understand raises
    `msgspec.DecodeError`, and what is of another shape `msgspec.ValidationError`, which is one.
    """
    known: Any = kind
    with _ONE_AT_A_TIME:
        return _decoder(known)


def decode(said: bytes | str, kind: type[T]) -> T:
    """The value that is said as JSON; raises as `decoder_of` tells."""
    return decoder_of(kind).decode(said)


def convert(said: object, kind: type[T]) -> T:
    """The value of what JSON was turned into already; raises `msgspec.ValidationError`."""
    decoder_of(kind)  # from now on it is known what that kind holds
    return msgspec.convert(said, kind, str_keys=True)


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)
