"""Who waits and who is served, and what became of the waits that were told.

Made by `python -m db.shape`, never by hand.
"""

from db.statement import Statement

STANDING = Statement(
    """
    SELECT effective_at, number, id, lane, service FROM ticket WHERE state = 'waiting'
    UNION ALL
    SELECT effective_at, number, id, lane, service FROM ticket
        WHERE state = 'held' AND held_until <= :at
    ORDER BY effective_at, number, id LIMIT :most
    """
)

AT_COUNTERS = Statement(
    """
    SELECT c.counter, t.service, (
        SELECT max(e.at) FROM event AS e WHERE e.entity = c.ticket AND e.superseded = 0
            AND e.kind IN ('TicketCalled', 'VisitOpened'))
    FROM call AS c JOIN ticket AS t ON t.id = c.ticket WHERE c.counter IS NOT NULL
    """
)

KEPT = Statement(
    """
    SELECT t.day, t.service, json_extract(CAST(e.body AS TEXT), '$.least'),
        json_extract(CAST(e.body AS TEXT), '$.most'),
        json_extract(CAST(e.body AS TEXT), '$.middle'),
        json_extract(CAST(e.body AS TEXT), '$.spread'),
        max(v.called - e.at, 0) / 1000000
    FROM event AS e INDEXED BY ix_event_audit
    JOIN visit AS v ON v.ticket = e.entity AND v.turn = 0 AND v.called > 0
    JOIN ticket AS t ON t.id = e.entity
    WHERE e.at >= :since AND e.at < :until AND e.kind = 'WaitTold' AND e.superseded = 0
    ORDER BY e.at DESC LIMIT :most
    """
)
