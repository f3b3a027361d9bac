"""Tickets as the queue, the hall and the figures read them.

Made by `python -m db.shape`, never by hand.
"""

from db.statement import Statement, Table

TICKET = Table(
    "ticket",
    "id",
    "label",
    "label_key",
    "series",
    "number",
    "day",
    "state",
    "lane",
    "effective_at",
    "issued_at",
    "held_until",
    "ended_at",
    "service",
    "code",
    "title",
    "counter",
    "outcome",
    "how",
    "deficiencies",
    "referrals",
    "slip_for",
    "purpose",
    "collects",
)

CALL = Table(
    "call",
    "id",
    "ticket",
    "counter",
)

FIRST_WAITING = Statement(
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

CROWD = Statement(
    """
    SELECT count(*), min(w.issued_at) FROM json_each(:lanes) AS lane JOIN ticket AS w ON w.lane
        = lane.value AND w.state = 'waiting'
    """
)

NEXT = Statement(
    """
    SELECT w.effective_at, w.number, w.id FROM json_each(:lanes) AS lane JOIN ticket AS w ON
        w.lane = lane.value AND w.state = 'waiting' ORDER BY w.effective_at, w.number, w.id
        LIMIT :most
    """
)

LINES = Statement(
    """
    SELECT w.lane, count(*), min(w.issued_at), min(w.code), min(w.title)
    FROM (
        SELECT lane, issued_at, code, title FROM ticket WHERE state = 'waiting'
        UNION ALL
        SELECT lane, issued_at, code, title FROM ticket WHERE state = 'held' AND held_until <=
            :at
    ) AS w GROUP BY w.lane
    """
)

PURPOSES = Statement(
    """
    SELECT w.purpose, count(*)
    FROM (
        SELECT purpose FROM ticket WHERE state = 'waiting'
        UNION ALL
        SELECT purpose FROM ticket WHERE state = 'held' AND held_until <= :at
    ) AS w GROUP BY w.purpose
    """
)

CALLS_SAID = Statement(
    """
    SELECT id, entity, json_extract(CAST(body AS TEXT), '$.call'), kind = 'TicketRecalled'
    FROM event INDEXED BY ix_event_audit
    WHERE at >= :since AND kind IN ('TicketCalled', 'TicketRecalled') AND superseded = 0
    ORDER BY feed IS NULL DESC, feed DESC, lost IS NULL DESC, lost, was DESC, pos DESC LIMIT
        :most
    """
)

LAST_ENDED = Statement(
    """
    SELECT counter, max(ended_at) FROM ticket WHERE day = :day AND ended_at IS NOT NULL AND
        counter <> '' GROUP BY counter
    """
)

CALLED_AFTER = Statement(
    """
    SELECT count(*) FROM visit WHERE day = :day AND counter = :counter AND called > :since AND
        wait IS NOT NULL
    """
)

LAST_GIVEN = Statement(
    """
    SELECT series, max(issued_at), count(*) FROM ticket WHERE day = :day AND series <> '' GROUP
        BY series
    """
)

HELD = Statement(
    """
    SELECT h.held_until, h.effective_at, h.number, h.id, h.issued_at FROM json_each(:lanes) AS
        lane JOIN ticket AS h ON h.lane = lane.value AND h.state = 'held'
    """
)

SLIPS_FOR = Statement(
    """
    SELECT ticket.id
    FROM ticket
    WHERE ticket.slip_for = :applicant ORDER BY ticket.issued_at DESC, ticket.id DESC
    """
)

ASKED_FOR = Statement(
    """
    SELECT ticket.service, count(*) AS count_1
    FROM ticket
    WHERE ticket.day >= :day GROUP BY ticket.service
    """
)

LABELLED = Statement(
    """
    SELECT ticket.id
    FROM ticket
    WHERE ticket.day = :day AND ticket.label_key = :key ORDER BY ticket.issued_at DESC
    """
)

OPEN_BEFORE = Statement(
    """
    SELECT id FROM ticket INDEXED BY ix_ticket_open WHERE ended_at IS NULL AND day < :day ORDER
        BY effective_at, id
    """
)

BORNE_BEFORE = Statement(
    """
    SELECT id FROM ticket INDEXED BY ix_ticket_open WHERE ended_at IS NULL AND day < :day AND
        label_key = :key ORDER BY issued_at, id
    """
)

WAITING_IN = Statement(
    """
    SELECT id, effective_at FROM ticket WHERE state = 'waiting' AND lane = :lane UNION ALL
        SELECT id, effective_at FROM ticket WHERE state = 'held' AND lane = :lane_held ORDER BY
        effective_at, id
    """
)

AT_COUNTER = Statement(
    """
    SELECT call.ticket
    FROM call
    WHERE call.counter = :counter ORDER BY call.ticket
    """
)

ACTIVE_ON = Statement(
    """
    SELECT ticket.id, ticket.counter
    FROM ticket
    WHERE state IN ('called', 'serving') AND ticket.day = :day ORDER BY ticket.id
    """
)

NO_SHOWS = Statement(
    """
    SELECT ticket.id
    FROM ticket
    WHERE ticket.day >= :day AND state = 'no_show' AND ticket.ended_at >= :since ORDER BY
        ticket.ended_at DESC, ticket.id
    """
)

CALLED_BY = Statement(
    """
    SELECT call.ticket
    FROM call
    WHERE call.id = :call ORDER BY call.ticket
    """
)

COLLECTING = Statement(
    """
    SELECT ticket.id
    FROM ticket
    WHERE ticket.collects = :request ORDER BY ticket.issued_at, ticket.id
    """
)

AHEAD = Statement(
    """
    SELECT ifnull(sum(
        (SELECT count(*) FROM ticket AS w WHERE w.lane = lane.value AND w.state = 'waiting'
            AND (w.effective_at, w.number, w.id) < (mine.effective_at, mine.number, mine.id))
        + (SELECT count(*) FROM ticket AS h WHERE h.lane = lane.value AND h.state = 'held'
            AND h.held_until <= :at
            AND (h.effective_at, h.number, h.id) < (mine.effective_at, mine.number, mine.id))),
                0)
    FROM ticket AS mine CROSS JOIN json_each(:lanes) AS lane
    WHERE mine.id = :id AND (mine.state = 'waiting' OR mine.held_until <= :at)
    """
)

VISITS_OF_DAY = Statement(
    """
    SELECT ticket.outcome, ticket.state, ticket.how, ticket.counter, ticket.deficiencies,
        ticket.referrals
    FROM ticket
    WHERE ticket.day = :day
    """
)
