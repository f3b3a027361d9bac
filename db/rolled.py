"""What is known of a data folder that is older than its witness: a disk or a copy was put back."""

from collections.abc import Mapping
from datetime import datetime

import msgspec
from sqlcipher3 import dbapi2

from app.decoding import decode
from app.ports import LostNumbers, RolledBack
from db.connection import one
from db.notes import READ, ROLLED, WRITE
from db.witness import Testimony

_REACHED = "SELECT max(seq) FROM event WHERE node = ? AND incarnation = ? AND superseded <> 1"
_KNOWN = "SELECT 1 FROM incarnation WHERE incarnation = ? AND node = ?"


def note_rolled_back(
    cursor: dbapi2.Cursor, node: str, said: Testimony, series: Mapping[str, tuple[str, int]],
    now: datetime,
) -> None:  # fmt: skip
    """Where the witness has seen more of a chain that stands in this store. A folder whose witness
    is gone, or says nothing of it, is not known to be old.
    """
    ends = [seq for seq, _ in said.heads]
    if not ends or one(cursor, _KNOWN, (said.incarnation, node)) is None:
        return
    reached = one(cursor, _REACHED, (node, said.incarnation)) or 0
    lacking = min(ends) - int(str(reached))
    lost = [
        LostNumbers(series=name, day=day, first=1 + (known[1] if known[0] == day else 0), last=last)
        for name, (day, last) in said.series.items()
        if (day, last) > (known := series.get(name, ("", 0)))
    ]
    if lacking > 0 or lost:
        rolled = RolledBack(at=now, events=max(lacking, 0), lost=tuple(lost))
        cursor.execute(WRITE, (ROLLED, msgspec.json.encode(rolled).decode()))


def rolled_back(cursor: dbapi2.Cursor) -> RolledBack | None:
    """The last time that it was so."""
    said = one(cursor, READ, (ROLLED,))
    return decode(str(said), RolledBack) if said else None
