"""The centre's feed: every line of every node, numbered in one order for the whole office."""

from hashlib import sha256

from app.event import Recorded
from app.value import Value

START = sha256(b"bajeh-feed-1").digest()
"""The mark before the first line."""


class Line(Value, frozen=True, kw_only=True):
    """A line of a node's chain as it travels.

    `follows`, of the first line of an incarnation alone, is the link on which it hangs.
    `signature`, of the last line of a batch alone, is its author's over its link.
    """

    recorded: Recorded
    follows: bytes = b""
    signature: bytes = b""


class Fed(Value, frozen=True, kw_only=True):
    """A line in its place. `mark` vouches for all before it; `healer` is the node that brought it
    back after the centre had lost it, empty of one that its author pushed; `received` is when the
    centre took it in, in microseconds of its clock.
    """

    number: int
    mark: bytes
    line: Line
    healer: str = ""
    received: int = 0


class Place(Value, frozen=True, kw_only=True):
    """How far somebody has read the feed, and the mark of the last line there."""

    cursor: int = 0
    mark: bytes = START


def mark_of(previous: bytes, number: int, received: int, recorded: Recorded) -> bytes:
    """The running hash over the feed. With the time of receipt: a line that was lost and brought
    back is another one, to be read anew, for whoever had it before.
    """
    place = number.to_bytes(8, "big") + received.to_bytes(8, "big", signed=True)
    return sha256(previous + place + recorded.node.encode() + recorded.link).digest()


def vow(link: bytes) -> bytes:
    """What a node signs at the end of a batch: all before it in its chain hangs on this."""
    return b"bajeh-vow-1\n" + link
