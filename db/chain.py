"""The chain of this node inside a transaction: every fact hangs on the one before."""

from datetime import datetime
from typing import Any

from msgspec.structs import astuple

from app.event import Event, Recorded, Vocabulary, content_of, link_of, micros
from app.ids import new_id


class Chain:
    """Where the chain stands. `began` and `head` are (seq, link in hexadecimal)."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        office: str,
        node: str,
        incarnation: str,
        seq: int,
        link: bytes,
    ) -> None:
        self.office = office
        self.node = node
        self.incarnation = incarnation
        self.link = link
        self.began = (seq, link.hex())
        self._seq = seq
        self._vocabulary = vocabulary

    @property
    def head(self) -> tuple[int, str]:
        """Its end now."""
        return self._seq, self.link.hex()

    def record(self, entity: str, event: Event, clerk: str, at: datetime) -> Recorded:
        """The event with its place behind all before."""
        kind, version, body = self._vocabulary.write(event)
        event_id, when = new_id(at), micros(at)
        content = content_of(event_id, when, clerk, entity, kind, version, body)
        return self._hung(event_id, when, clerk, entity, kind, version, body, content)

    def again(self, recorded: Recorded) -> Recorded:
        """The same event behind all before, as it was."""
        return self._hung(*astuple(recorded)[4:12])

    def _hung(self, *fact: Any) -> Recorded:
        """A fact, from its id to its content, in its place."""
        self._seq += 1
        self.link = link_of(self.link, self.incarnation, self._seq, fact[-1])
        place = (self.office, self.node, self.incarnation, self._seq)
        whole: tuple[Any, ...] = (*place, *fact, self.link)
        return Recorded(*whole)
