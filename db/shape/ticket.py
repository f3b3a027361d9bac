"""Tickets as the queue, the hall and the figures read them."""

from sqlalchemy import Column, Index, Integer, Table, Text, bindparam, func, select, text

from db.shape.metadata import METADATA

TICKET = Table(
    "ticket",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("label", Text, nullable=False),
    Column("label_key", Text, nullable=False),
    Column("series", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("effective_at", Integer, nullable=False),
    Column("issued_at", Integer, nullable=False),
    Column("held_until", Integer),
    Column("ended_at", Integer),
    Column("service", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("outcome", Text),
    Column("how", Text, nullable=False),
    Column("deficiencies", Integer, nullable=False),
    Column("referrals", Integer, nullable=False),
    Column("slip_for", Text),
    sqlite_with_rowid=False,
)
_T = TICKET.c
# Literal, not bound: only so does SQLite see that the partial indexes below serve.
_WAITS = text("state IN ('waiting', 'held')")
_ACTIVE = text("state IN ('called', 'serving')")
# The order of calling; the time of issue is there so that the longest wait is read from the index.
_QUEUE = (_T.lane, _T.effective_at, _T.number, _T.id, _T.issued_at)
Index("ix_ticket_waiting", *_QUEUE, sqlite_where=text("state = 'waiting'"))
Index("ix_ticket_held", _T.lane, _T.held_until, sqlite_where=text("state = 'held'"))
Index("ix_ticket_active", _T.day, sqlite_where=_ACTIVE)
Index("ix_ticket_label", _T.day, _T.label_key)
Index("ix_ticket_slip_for", _T.slip_for, sqlite_where=_T.slip_for.is_not(None))

# A call that a lost disk granted may come back beside the one granted anew: both are kept.
CALL = Table(
    "call",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("ticket", Text, primary_key=True, index=True),
    Column("counter", Text),
    sqlite_with_rowid=False,
)
# The counter stands only with an open call: two counters that called one ticket are both busy.
Index("ix_call_counter", CALL.c.counter, sqlite_where=CALL.c.counter.is_not(None))


# One seek for each lane, however many wait behind the first: the lanes come as a JSON list.
FIRST_WAITING = text(
    """
    SELECT t.effective_at, t.number, t.id
    FROM json_each(:lanes) AS lane JOIN ticket AS t ON t.id = (
        SELECT w.id FROM ticket AS w WHERE w.lane = lane.value AND w.state = 'waiting'
        ORDER BY w.effective_at, w.number, w.id LIMIT 1)
    UNION ALL
    SELECT h.effective_at, h.number, h.id
    FROM json_each(:lanes_held) AS lane JOIN ticket AS h
        ON h.lane = lane.value AND h.state = 'held' AND h.held_until <= :at
    """
)
CROWD = text(
    "SELECT count(*), min(w.issued_at) FROM json_each(:lanes) AS lane"
    " JOIN ticket AS w ON w.lane = lane.value AND w.state = 'waiting'"
)
NEXT = text(
    "SELECT w.effective_at, w.number, w.id FROM json_each(:lanes) AS lane"
    " JOIN ticket AS w ON w.lane = lane.value AND w.state = 'waiting'"
    " ORDER BY w.effective_at, w.number, w.id LIMIT :most"
)
HELD = text(
    "SELECT h.held_until, h.effective_at, h.number, h.id, h.issued_at"
    " FROM json_each(:lanes) AS lane"
    " JOIN ticket AS h ON h.lane = lane.value AND h.state = 'held'"
)
SLIPS_FOR = (
    select(_T.id)
    .where(_T.slip_for == bindparam("applicant"))
    .order_by(_T.issued_at.desc(), _T.id.desc())
)
ASKED_FOR = select(_T.service, func.count()).where(_T.day >= bindparam("day")).group_by(_T.service)
LABELLED = (
    select(_T.id)
    .where(_T.day == bindparam("day"), _T.label_key == bindparam("key"))
    .order_by(_T.issued_at.desc())
)
# Through the two partial indexes: whoever waits is few beside whoever ever came.
WAITING_BEFORE = text(
    "SELECT id, effective_at FROM ticket WHERE state = 'waiting' AND day < :day UNION ALL"
    " SELECT id, effective_at FROM ticket WHERE state = 'held' AND day < :day_held"
    " ORDER BY effective_at, id"
)
WAITING_IN = text(
    "SELECT id, effective_at FROM ticket WHERE state = 'waiting' AND lane = :lane UNION ALL"
    " SELECT id, effective_at FROM ticket WHERE state = 'held' AND lane = :lane_held"
    " ORDER BY effective_at, id"
)
LABEL_WAITS = select(_T.id).where(
    _WAITS, _T.day == bindparam("day"), _T.label_key == bindparam("key")
)
AT_COUNTER = (
    select(CALL.c.ticket).where(CALL.c.counter == bindparam("counter")).order_by(CALL.c.ticket)
)
ACTIVE_ON = select(_T.id, _T.counter).where(_ACTIVE, _T.day == bindparam("day")).order_by(_T.id)
CALLED_BY = select(CALL.c.ticket).where(CALL.c.id == bindparam("call")).order_by(CALL.c.ticket)
AHEAD = text(
    "SELECT count(*) FROM ticket AS mine CROSS JOIN json_each(:lanes) AS lane"
    " CROSS JOIN ticket AS w ON w.lane = lane.value"
    " AND w.state = 'waiting' AND (w.effective_at, w.number, w.id)"
    " < (mine.effective_at, mine.number, mine.id)"
    " WHERE mine.id = :id AND mine.state = 'waiting'"
)
SERVED = text(
    "SELECT count(*), min(ended_at) FROM ticket WHERE day = :day AND state = 'finished'"
    " AND ended_at >= :since AND lane IN (SELECT value FROM json_each(:lanes))"
)
VISITS_OF_DAY = select(_T.outcome, _T.state, _T.counter, _T.deficiencies, _T.referrals).where(
    _T.day == bindparam("day")
)
