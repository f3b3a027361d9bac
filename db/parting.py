"""Where this node's chain parts from what the centre has of it, and goes on anew."""

import json
import secrets
from datetime import date

from sqlcipher3 import dbapi2

from app.event import Recorded, micros
from db.connection import one
from db.history import COLUMNS
from db.links import follows_of
from db.rooting import offer_roots
from db.work import DEAD, FOLDED, StoreWork

_MINE = "SELECT rowid, ended FROM incarnation WHERE incarnation = ? AND node = ? AND why <> 'fed'"
_ENTITY = COLUMNS.split(", ").index("entity")
_LATER = "SELECT incarnation FROM incarnation WHERE node = ? AND why <> 'fed' AND rowid > ?"
_IN_THE_WAY = (
    "SELECT 1 FROM event WHERE node = ? AND incarnation = ? AND seq >= ? AND feed IS NULL"
    " AND superseded IN (0, 2) LIMIT 1"
)
_UNSENT = (
    f"SELECT pos, superseded, {COLUMNS} FROM event WHERE node = ? AND feed IS NULL"  # noqa: S608
    " AND superseded IN (0, 2) AND (incarnation = ? AND seq > ?"
    " OR incarnation IN (SELECT value FROM json_each(?)))"
    # Not what stands in the feed, too, and that I offer back so that others can believe it.
    " AND NOT EXISTS (SELECT 1 FROM event fed WHERE fed.node = event.node"
    " AND fed.incarnation = event.incarnation AND fed.seq = event.seq AND fed.link = event.link"
    " AND fed.feed IS NOT NULL)"
    # As I wrote them: what was lost and came back may have another row since.
    " ORDER BY (SELECT rowid FROM incarnation mine WHERE mine.incarnation = event.incarnation), seq"
)
_LINK = (
    "SELECT link FROM event WHERE node = ? AND incarnation = ? AND seq = ?"
    " ORDER BY superseded = 1, feed IS NULL LIMIT 1"
)
_END = (
    "UPDATE incarnation SET ended = (SELECT ifnull(max(seq), 0) FROM event WHERE node = ?1"
    " AND incarnation = ?2 AND superseded <> 1) WHERE incarnation = ?2"
)


def part_from(work: StoreWork, cursor: dbapi2.Cursor, incarnation: str, seq: int) -> None:
    """The centre has a line of mine at that seq that I did not write. What I have behind it is
    written once more in a new incarnation; where I have nothing there, no more is added to it.
    """
    found = cursor.execute(_MINE, (incarnation, work.node)).fetchone()
    if found is None or (found[1] is not None and found[1] < seq):
        return
    mine = one(cursor, _IN_THE_WAY, (work.node, incarnation, seq))
    if mine or incarnation == work.incarnation:
        part(work, cursor, incarnation, seq - 1, without="")
    else:
        cursor.execute(
            "UPDATE incarnation SET ended = ? WHERE incarnation = ?", (seq - 1, incarnation)
        )


def part(
    work: StoreWork, cursor: dbapi2.Cursor, incarnation: str, agreed: int, *, without: str
) -> None:
    """Keeps my lines up to `agreed`; what is unsent of the rest and of later incarnations leaves
    the chain, and stands once more, in its order, in a new one (P4); one event, where named, leaves
    for good.
    """
    began = one(cursor, "SELECT rowid FROM incarnation WHERE incarnation = ?", (incarnation,))
    later = [name for (name,) in cursor.execute(_LATER, (work.node, began))]
    rows = cursor.execute(_UNSENT, (work.node, incarnation, agreed, json.dumps(later))).fetchall()
    _start_anew(work, cursor, incarnation, agreed)
    for pos, ruled, *fields in rows:
        cursor.execute("UPDATE event SET superseded = ? WHERE pos = ?", (DEAD, pos))
        recorded = Recorded(*fields)
        if ruled == FOLDED and recorded.id != without:
            work.copy(recorded)
    for name in later:
        cursor.execute(_END, (work.node, name))
    cursor.execute("UPDATE incarnation SET ended = ? WHERE incarnation = ?", (agreed, incarnation))
    offer_roots(work, cursor)
    work.refold(dict.fromkeys((row[2 + _ENTITY] for row in rows), False))


def _start_anew(work: StoreWork, cursor: dbapi2.Cursor, incarnation: str, agreed: int) -> None:
    link = one(cursor, _LINK, (work.node, incarnation, agreed)) if agreed else None
    follows = bytes(link or follows_of(cursor, incarnation))
    name = secrets.token_hex(16)
    cursor.execute(
        "INSERT INTO incarnation VALUES (?, ?, ?, ?, 'parted', NULL)",
        (name, work.node, micros(work.at), follows),
    )
    cursor.execute("INSERT OR REPLACE INTO meta VALUES ('incarnation', ?)", (name,))
    work.go_on(name, follows)


def number_reached(cursor: dbapi2.Cursor, series: str, day: date, number: int) -> None:
    """A number of this series that stands in the feed is not given again."""
    cursor.execute(
        "INSERT INTO series (series, day, last) VALUES (?1, ?2, ?3) ON CONFLICT (series) DO UPDATE"
        " SET last = CASE WHEN ?2 > day THEN ?3 WHEN ?2 = day THEN max(last, ?3) ELSE last END,"
        " day = max(day, ?2)",
        (series, day.isoformat(), number),
    )
