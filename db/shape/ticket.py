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
    Column("purpose", Text),
    Column("collects", Text),
    sqlite_with_rowid=False,
)
_T = TICKET.c
# Literal, not bound: only so does SQLite see that the partial indexes below serve.
_ACTIVE = text("state IN ('called', 'serving')")
# The order of calling; the time of issue is there so that the longest wait is read from the index.
_QUEUE = (_T.lane, _T.effective_at, _T.number, _T.id, _T.issued_at)
Index("ix_ticket_waiting", *_QUEUE, sqlite_where=text("state = 'waiting'"))
Index("ix_ticket_held", _T.lane, _T.held_until, sqlite_where=text("state = 'held'"))
Index("ix_ticket_active", _T.day, sqlite_where=_ACTIVE)
Index("ix_ticket_label", _T.day, _T.label_key)
Index("ix_ticket_open", _T.day, _T.label_key, sqlite_where=_T.ended_at.is_(None))
Index("ix_ticket_slip_for", _T.slip_for, sqlite_where=_T.slip_for.is_not(None))
Index("ix_ticket_collects", _T.collects, sqlite_where=_T.collects.is_not(None))

# Labels are few on a day and many in a year: so they are sought day by day.
EACH_DAY = (
    "WITH RECURSIVE each(day) AS (SELECT :first UNION ALL SELECT date(day, '+1 day') FROM each"
    " WHERE day < :last)"
)

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
# The covering index of those who wait, once; the names of a line from any of its tickets.
LINES = text(
    """
    SELECT w.lane, count(*), min(w.issued_at), min(w.code), min(w.title)
    FROM (
        SELECT lane, issued_at, code, title FROM ticket WHERE state = 'waiting'
        UNION ALL
        SELECT lane, issued_at, code, title FROM ticket WHERE state = 'held' AND held_until <= :at
    ) AS w GROUP BY w.lane
    """
)
PURPOSES = text(
    """
    SELECT w.purpose, count(*)
    FROM (
        SELECT purpose FROM ticket WHERE state = 'waiting'
        UNION ALL
        SELECT purpose FROM ticket WHERE state = 'held' AND held_until <= :at
    ) AS w GROUP BY w.purpose
    """
)
# In the journal's own order, the newest first (`db.history.ORDER`, turned round).
CALLS_SAID = text(
    """
    SELECT id, entity, json_extract(CAST(body AS TEXT), '$.call'), kind = 'TicketRecalled'
    FROM event INDEXED BY ix_event_audit
    WHERE at >= :since AND kind IN ('TicketCalled', 'TicketRecalled') AND superseded = 0
    ORDER BY feed IS NULL DESC, feed DESC, lost IS NULL DESC, lost, was DESC, pos DESC LIMIT :most
    """
)
LAST_ENDED = text(
    "SELECT counter, max(ended_at) FROM ticket"
    " WHERE day = :day AND ended_at IS NOT NULL AND counter <> '' GROUP BY counter"
)
CALLED_AFTER = text(
    "SELECT count(*) FROM visit WHERE day = :day AND counter = :counter AND called > :since"
    " AND wait IS NOT NULL"
)
LAST_GIVEN = text(
    "SELECT series, max(issued_at), count(*) FROM ticket WHERE day = :day AND series <> ''"
    " GROUP BY series"
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
# Whoever is still here from an earlier day is nobody, or a few, beside whoever ever came.
OPEN_BEFORE = text(
    "SELECT id FROM ticket INDEXED BY ix_ticket_open"
    " WHERE ended_at IS NULL AND day < :day ORDER BY effective_at, id"
)
BORNE_BEFORE = text(
    "SELECT id FROM ticket INDEXED BY ix_ticket_open"
    " WHERE ended_at IS NULL AND day < :day AND label_key = :key ORDER BY issued_at, id"
)
WAITING_IN = text(
    "SELECT id, effective_at FROM ticket WHERE state = 'waiting' AND lane = :lane UNION ALL"
    " SELECT id, effective_at FROM ticket WHERE state = 'held' AND lane = :lane_held"
    " ORDER BY effective_at, id"
)
AT_COUNTER = (
    select(CALL.c.ticket).where(CALL.c.counter == bindparam("counter")).order_by(CALL.c.ticket)
)
ACTIVE_ON = select(_T.id, _T.counter).where(_ACTIVE, _T.day == bindparam("day")).order_by(_T.id)
NO_SHOWS = (
    select(_T.id)
    .where(_T.day >= bindparam("day"), text("state = 'no_show'"), _T.ended_at >= bindparam("since"))
    .order_by(_T.ended_at.desc(), _T.id)
)
CALLED_BY = select(CALL.c.ticket).where(CALL.c.id == bindparam("call")).order_by(CALL.c.ticket)
COLLECTING = select(_T.id).where(_T.collects == bindparam("request")).order_by(_T.issued_at, _T.id)
AHEAD = text(
    """
    SELECT ifnull(sum(
        (SELECT count(*) FROM ticket AS w WHERE w.lane = lane.value AND w.state = 'waiting'
            AND (w.effective_at, w.number, w.id) < (mine.effective_at, mine.number, mine.id))
        + (SELECT count(*) FROM ticket AS h WHERE h.lane = lane.value AND h.state = 'held'
            AND h.held_until <= :at
            AND (h.effective_at, h.number, h.id) < (mine.effective_at, mine.number, mine.id))), 0)
    FROM ticket AS mine CROSS JOIN json_each(:lanes) AS lane
    WHERE mine.id = :id AND (mine.state = 'waiting' OR mine.held_until <= :at)
    """
)
VISITS_OF_DAY = select(
    _T.outcome, _T.state, _T.how, _T.counter, _T.deficiencies, _T.referrals
).where(_T.day == bindparam("day"))
