"""The Internet Printing Protocol, as far as one job needs it: a question, and what is answered."""

import http.client
import socket
from collections.abc import Mapping, Sequence
from contextlib import closing

from app.value import Value
from printing.lookup import number_of

CONNECT = 1.0
"""Seconds to find a printer and for it to pick up."""

GET_PRINTER, PRINT_JOB, GET_JOB = 0x000B, 0x0002, 0x0009
BAD, BUSY = 0x0400, frozenset((0x0502, 0x0506, 0x0507))
"""The least status that is a no; those that mean: perhaps later."""

KEYWORD, NAME, URI, CHARSET, LANGUAGE, MIME, INTEGER = 0x44, 0x42, 0x45, 0x47, 0x48, 0x49, 0x21
_OPERATION, _END = b"\x01", b"\x03"
_NUMBERS = (0x21, 0x23)
_BOOLEAN = 0x22
_DELIMITERS = 0x10

Attribute = tuple[int, str, Sequence[str | int]]
"""A tag, a name and values."""


class Answer(Value, frozen=True, kw_only=True):
    """What a printer answered."""

    status: int
    facts: Mapping[str, Sequence[str | int]]

    def all(self, name: str) -> tuple[str, ...]:
        """The values of an attribute, as text."""
        return tuple(map(str, self.facts.get(name, ())))

    def one(self, name: str) -> int:
        """A number; 0 where it is not told."""
        values = self.facts.get(name, ())
        return values[0] if values and isinstance(values[0], int) else 0


class Address(Value, frozen=True, kw_only=True):
    """Where an IPP printer is."""

    host: str
    port: int = 631
    path: str = "/ipp/print"

    @property
    def uri(self) -> str:
        """As the protocol names it."""
        return f"ipp://{self.host}:{self.port}{self.path}"


def asked(
    address: Address,
    operation: int,
    attributes: Sequence[Attribute],
    document: bytes = b"",
    *,
    patience: float,
) -> Answer:
    """One operation, `patience` seconds between two signs of life. OSError where nobody picks up;
    EOFError where the line broke after that, or what came back is no answer.
    """
    line = http.client.HTTPConnection(address.host, address.port)
    number = number_of(address.host, CONNECT / 2)
    with closing(line):
        line.sock = socket.create_connection((number, address.port), CONNECT / 2)
        line.sock.settimeout(patience)
        try:
            body = _question(address, operation, attributes) + document
            line.request("POST", address.path, body, {"Content-Type": "application/ipp"})
            return _read(line.getresponse().read())
        except (OSError, http.client.HTTPException, IndexError) as trouble:
            raise EOFError(str(trouble)) from trouble


def _question(address: Address, operation: int, attributes: Sequence[Attribute]) -> bytes:
    head: Sequence[Attribute] = (
        (CHARSET, "attributes-charset", ("utf-8",)),
        (LANGUAGE, "attributes-natural-language", ("en",)),
        (URI, "printer-uri", (address.uri,)),
    )
    told = b"".join(_written(*attribute) for attribute in (*head, *attributes))
    number = operation.to_bytes(2, "big")
    return b"\x01\x01" + number + b"\0\0\0\1" + _OPERATION + told + _END


def _written(tag: int, name: str, values: Sequence[str | int]) -> bytes:
    parts = []
    for at, value in enumerate(values):
        said = value.encode() if isinstance(value, str) else value.to_bytes(4, "big", signed=True)
        called = b"" if at else name.encode()
        parts.append(bytes((tag,)) + _sized(called) + _sized(said))
    return b"".join(parts)


def _sized(data: bytes) -> bytes:
    return len(data).to_bytes(2, "big") + data


def _read(data: bytes) -> Answer:
    facts: dict[str, list[str | int]] = {}
    at, name = 8, ""
    while data[at] != _END[0]:
        tag = data[at]
        at += 1
        if tag < _DELIMITERS:
            continue
        called, at = _part(data, at)
        value, at = _part(data, at)
        name = called.decode() or name
        facts.setdefault(name, []).append(_meant(tag, value))
    return Answer(status=int.from_bytes(data[2:4], "big"), facts=facts)


def _part(data: bytes, at: int) -> tuple[bytes, int]:
    end = at + 2 + int.from_bytes(data[at : at + 2], "big")
    return data[at + 2 : end], end


def _meant(tag: int, value: bytes) -> str | int:
    if tag in _NUMBERS:
        return int.from_bytes(value, "big", signed=True)
    return value[0] if tag == _BOOLEAN else value.decode(errors="replace")
