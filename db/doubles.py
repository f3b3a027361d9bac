"""What was given twice because a PC was copied: nothing of it stands in one entity's history."""

import json
from collections.abc import Sequence
from datetime import date

from sqlcipher3 import dbapi2

from app.ports import Double
from db.ticket import label_key

_LABELLED = "SELECT id FROM ticket WHERE day = ? AND label_key = ? ORDER BY issued_at, id"
_TICKETS = """
    SELECT min(label), json_group_array(id) FROM (SELECT * FROM ticket ORDER BY issued_at, id)
    WHERE day >= ? AND label_key <> '' GROUP BY day, label_key HAVING count(*) > 1
    ORDER BY day DESC, label_key
"""
_REQUESTS = """
    SELECT tracking, json_group_array(id) FROM (
        SELECT tracking, id FROM request WHERE tracking IN (
            SELECT tracking FROM request GROUP BY tracking HAVING count(*) > 1
        ) ORDER BY registered_at, id
    ) GROUP BY tracking ORDER BY tracking
"""


def labelled(cursor: dbapi2.Cursor, label: str, day: date) -> Sequence[str]:
    """The tickets of a day with that label, spelled in any way."""
    key = label_key(label)
    rows = cursor.execute(_LABELLED, (day.isoformat(), key)).fetchall() if key else ()
    return [found for (found,) in rows]


def doubles(cursor: dbapi2.Cursor, since: date) -> Sequence[Double]:
    """Tickets since that day first, then requests."""
    tickets = cursor.execute(_TICKETS, (since.isoformat(),)).fetchall()
    requests = cursor.execute(_REQUESTS).fetchall()
    return [
        *(Double(kind="ticket", name=name, ids=_ids(ids)) for name, ids in tickets),
        *(Double(kind="request", name=name, ids=_ids(ids)) for name, ids in requests),
    ]


def _ids(said: str) -> tuple[str, ...]:
    return tuple(json.loads(said))
