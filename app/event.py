"""What is written in the journal: a fact, who recorded it, and its place in the chain."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import msgspec
from msgspec.inspect import type_info

from app.decoding import convert, decoder_of
from app.reckonable import check_of
from app.refusal import Refusal
from app.value import Value

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Event(Value, frozen=True, kw_only=True):
    """A fact in the past tense. Its fields carry every decided value; a fold asks nothing else.

    A default, once released, never changes: the journal leaves defaults out.
    """


class Recorded(msgspec.Struct, frozen=True):
    """One line of the journal; `at` counts microseconds since 1970 UTC.

    `content` vouches for what was said, `link` for its place: each link holds the one before.
    `received` is when the centre took it in, by the centre's clock; 0 where none has, as far as is
    known here. It is the same for all who read the feed.
    """

    office: str
    node: str
    incarnation: str
    seq: int
    id: str
    at: int
    clerk: str
    entity: str
    kind: str
    version: int
    body: bytes
    content: bytes
    link: bytes
    received: int = 0

    @property
    def moment(self) -> datetime:
        """When it happened, by the recording PC's clock, in UTC."""
        return moment(self.at)


def moment(micros: int) -> datetime:
    """The aware UTC instant of a stored number of microseconds."""
    return EPOCH + micros * MICROSECOND


def micros(at: datetime) -> int:
    """The stored form of an aware instant."""
    return (at - EPOCH) // MICROSECOND


def content_of(
    event_id: str, at: int, clerk: str, entity: str, kind: str, version: int, body: bytes
) -> bytes:
    """SHA-256 of the fact itself. Only the body, which stands last, can hold a line break."""
    head = f"bajeh-content-1\n{event_id}\n{at}\n{clerk}\n{entity}\n{kind}\n{version}\n"
    return sha256(head.encode() + body).digest()


def link_of(previous: bytes, incarnation: str, seq: int, content: bytes) -> bytes:
    """SHA-256 that ties a fact to its place behind `previous`."""
    return sha256(previous + bytes.fromhex(incarnation) + seq.to_bytes(8, "big") + content).digest()


def first_link(office: str, node: str) -> bytes:
    """What the first event of a node hangs on."""
    return sha256(f"bajeh-chain-1\n{office}\n{node}\n".encode()).digest()


Upcast = Callable[[dict[str, Any]], dict[str, Any]]

LARGEST = 4 * 2**20
"""Bytes of the body of one event. What is larger is refused before it is written, for it would
have to go to the centre and to every PC in one piece.
"""


class Vocabulary:
    """The kinds of event that this version of the program knows, and how old bodies are read.

    `upcasts[kind, n]` turns a body of version n into one of version n + 1.
    """

    def __init__(
        self,
        kinds: tuple[type[Event], ...],
        upcasts: Mapping[tuple[str, int], Upcast],
    ) -> None:
        self._decoders = {kind.__name__: decoder_of(kind) for kind in kinds}
        self._types = {kind.__name__: kind for kind in kinds}
        self._checks = {kind.__name__: check_of(type_info(kind)) for kind in kinds}
        self._upcasts = upcasts
        self._versions = {
            name: 1 + max((v for k, v in upcasts if k == name), default=0) for name in self._types
        }
        self._encode = msgspec.json.Encoder().encode

    @property
    def kinds(self) -> tuple[type[Event], ...]:
        """All of them."""
        return tuple(self._types.values())

    def write(self, event: Event) -> tuple[str, int, bytes]:
        """Kind, version and exact bytes of an event. Refuses `entry_large(most)`."""
        kind, body = type(event).__name__, self._encode(event)
        if len(body) > LARGEST:
            raise Refusal("entry_large", most=LARGEST // 2**20)
        return kind, self._versions[kind], body

    def read(self, recorded: Recorded) -> Event | None:
        """The event, or None where kind or shape is of a newer program, or nobody can reckon with
        what it says: kept, not understood.
        """
        decoder = self._decoders.get(recorded.kind)
        if decoder is None:
            return None
        try:
            if recorded.version >= self._versions[recorded.kind]:
                event = decoder.decode(recorded.body)
            else:
                event = self._read_old(recorded)
        except (ValueError, LookupError, TypeError, RecursionError):
            # No JSON, no UTF-8, another shape, or too little for an upcast: others wrote it.
            return None
        check = self._checks[recorded.kind]
        return event if check is None or check(event) else None

    def _read_old(self, recorded: Recorded) -> Event:
        body = msgspec.json.decode(recorded.body)
        for version in range(recorded.version, self._versions[recorded.kind]):
            body = self._upcasts[recorded.kind, version](body)
        return convert(body, self._types[recorded.kind])
