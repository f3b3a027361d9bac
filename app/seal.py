"""The seal of a receipt: digits that say whose it is, and a signature that nobody else can make.

Readers of codes type as a keyboard does, under whatever layout: a seal is digits alone, and longer
than anything else that is ever typed. In its order: version (2), office (6), key (6), tracking
number (12), minute of receipt and of the promise (8 each, counted from 2000), signature (155).
"""

import re
from datetime import datetime, timedelta
from hashlib import sha256

from app.letters import typed_number
from app.value import Value

VERSION = "01"
_SIGNATURE = 155
"""Digits of 64 bytes, as one number."""
_HEAD = re.compile(f"({VERSION})([0-9]{{6}})([0-9]{{6}})([0-9]{{12}})([0-9]{{8}})([0-9]{{8}})")
_HEAD_LENGTH = 42
LENGTH = _HEAD_LENGTH + _SIGNATURE
LEAST = 41
"""Digits from which on a number can be nothing but a seal, or what was read of one."""

_SINCE = datetime(2000, 1, 1)
_MINUTE = timedelta(minutes=1)
_FINGERS = 30


class Seal(Value, frozen=True, kw_only=True):
    """What a seal says; times are the office's local ones. Whether it is true only the key can
    tell: `message` is what was signed.
    """

    head: str
    office: str
    key: str
    tracking: str
    received: datetime
    promised: datetime
    signature: bytes

    def message(self, office_id: str) -> bytes:
        """What was signed, if it was in that office; more of its name than the seal has room for
        is signed too.
        """
        return message(self.head, office_id)


def head(office_id: str, public: str, tracking: str, received: datetime, promised: datetime) -> str:
    """What a seal says, without its signature; `public` is the key in hexadecimal."""
    times = f"{_minutes(received):08}{_minutes(promised):08}"
    return f"{VERSION}{office_code(office_id)}{key_code(public)}{tracking}{times}"


def message(head: str, office_id: str) -> bytes:
    """What is signed of a head."""
    return f"bajeh-receipt-1\n{office_id}\n{head}".encode()


def payload(head: str, signature: bytes) -> str:
    """The seal as it is printed."""
    return f"{head}{int.from_bytes(signature, 'big'):0{_SIGNATURE}}"


def is_seal(text: str) -> bool:
    """Whether it can be nothing but a seal, whole or in part."""
    number = typed_number(text)
    return len(number) >= LEAST and number.isascii() and number.isdecimal()


def seal(text: str) -> Seal | None:
    """What it says; None where it is no seal, or was not read whole."""
    number = typed_number(text)
    said = _HEAD.fullmatch(number[:_HEAD_LENGTH])
    if said is None or len(number) != LENGTH or not is_seal(number):
        return None
    signature = int(number[_HEAD_LENGTH:])
    return Seal(
        head=said[0],
        office=said[2],
        key=said[3],
        tracking=said[4],
        received=_moment(said[5]),
        promised=_moment(said[6]),
        signature=signature.to_bytes(64, "big") if signature < 1 << 512 else b"",
    )


def minute(at: datetime) -> datetime:
    """A time as a seal keeps it."""
    return at.replace(second=0, microsecond=0)


def office_code(office_id: str) -> str:
    """Six digits for an office."""
    return _digits(office_id, 6)


def key_code(public: str) -> str:
    """Six digits for a key: the first of its fingerprint."""
    return _fingers(public)[:6]


def fingerprint(public: str) -> str:
    """A key as people compare it, also over the telephone; its first group stands in each seal."""
    digits = _fingers(public)
    return "-".join(digits[at : at + 6] for at in range(0, _FINGERS, 6))


def key_lines(public: str) -> tuple[str, ...]:
    """The whole public key in groups, four on a line, as people compare and copy it."""
    groups = [public[at : at + 8] for at in range(0, len(public), 8)]
    return tuple(" ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))


def _fingers(public: str) -> str:
    return _digits(public, _FINGERS)


def _digits(text: str, count: int) -> str:
    return f"{int(sha256(text.encode()).hexdigest(), 16) % 10**count:0{count}}"


def _minutes(at: datetime) -> int:
    return min(max((at - _SINCE) // _MINUTE, 0), 10**8 - 1)


def _moment(minutes: str) -> datetime:
    return _SINCE + int(minutes) * _MINUTE
