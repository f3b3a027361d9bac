"""What stands in the feed hangs on lines that are to be found there, too."""

from sqlcipher3 import dbapi2

from app.event import Recorded
from app.sync.feed import vow
from db.history import COLUMNS
from db.links import hangs_on
from db.work import DEAD, REPEAT, StoreWork

_HUNG_IN_THE_AIR = (
    f"SELECT own.pos, {', '.join(f'own.{name}' for name in COLUMNS.split(', '))}"  # noqa: S608
    " FROM incarnation mine JOIN event own ON own.link = mine.follows"
    f" WHERE mine.node = ?1 AND own.node = ?1 AND own.superseded = {DEAD}"
    " AND EXISTS (SELECT 1 FROM event fed WHERE fed.node = ?1"
    " AND fed.incarnation = mine.incarnation AND fed.feed IS NOT NULL)"
    " AND NOT EXISTS (SELECT 1 FROM event way WHERE way.node = ?1"
    " AND way.incarnation = own.incarnation AND way.seq = own.seq AND way.link = own.link"
    f" AND way.superseded <> {DEAD})"
)
_LEFT_BEFORE = (
    f"SELECT pos, {COLUMNS} FROM event WHERE node = ? AND incarnation = ? AND seq = ?"  # noqa: S608
    f" AND superseded = {DEAD}"
)
_OFFER = "UPDATE event SET superseded = ?, lost = ?, was = seq, signature = ? WHERE pos = ?"
_NEXT = "SELECT ifnull(max(lost), 0) + 1 FROM event WHERE lost IS NOT NULL"


def offer_roots(work: StoreWork, cursor: dbapi2.Cursor) -> None:
    """Lines of mine left my chain, and somebody had brought to the centre what I once wrote behind
    them: they are offered, too, signed at their end. Their events stay where they count.
    """
    while rows := cursor.execute(_HUNG_IN_THE_AIR, (work.node,)).fetchall():
        for pos, *fields in rows:
            _offer(work, cursor, pos, Recorded(*fields))


def _offer(work: StoreWork, cursor: dbapi2.Cursor, pos: int, end: Recorded) -> None:
    (place,) = cursor.execute(_NEXT).fetchone()
    cursor.execute(_OFFER, (REPEAT, place, work.sign(vow(end.link)), pos))
    line: Recorded | None = end
    while line:
        at = (work.node, line.incarnation, line.seq - 1)
        ways = [(pos, Recorded(*row)) for pos, *row in cursor.execute(_LEFT_BEFORE, at).fetchall()]
        before = next((way for way in ways if hangs_on(line, way[1].link)), None)
        line = before[1] if before else None
        if before:
            cursor.execute(_OFFER, (REPEAT, place, None, before[0]))
