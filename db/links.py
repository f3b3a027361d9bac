"""What a line hangs on, as far as it stands in the store."""

from sqlcipher3 import dbapi2

from app.event import Recorded, link_of
from db.connection import one

_LINKS = "SELECT link FROM event WHERE node = ? AND incarnation = ? AND seq = ?"
_FOLLOWS = "SELECT follows FROM incarnation WHERE incarnation = ?"


def links_at(cursor: dbapi2.Cursor, node: str, incarnation: str, seq: int) -> list[bytes]:
    """Of all lines at a place of a chain; a copied PC may have written several."""
    at = (node, incarnation, seq)
    return [bytes(link) for (link,) in cursor.execute(_LINKS, at).fetchall()]


def follows_of(cursor: dbapi2.Cursor, incarnation: str) -> bytes:
    """The link on which an incarnation hangs; empty where it is not known here."""
    return bytes(one(cursor, _FOLLOWS, (incarnation,)) or b"")


def hangs_on(recorded: Recorded, before: bytes) -> bool:
    """Whether it is the next line behind that link."""
    place = recorded.incarnation, recorded.seq, recorded.content
    return recorded.link == link_of(before, *place)
