"""The journal as somebody reads it who asks who did what.

Made by `python -m db.shape`, never by hand.
"""

from db.statement import Statement

FIRST_FACT = Statement(
    """
    SELECT min(at) FROM event
    """
)

FACTS = Statement(
    """
    SELECT e.at, e.pos, e.office, e.node, e.incarnation, e.seq, e.id, e.at, e.clerk, e.entity,
        e.kind, e.version, e.body, e.content, e.link, ifnull(e.received, 0),
        coalesce(r.tracking, ''), coalesce(t.label, ''), coalesce(r.name, t.title, ''), r.id IS
        NOT NULL AND EXISTS (SELECT 1 FROM event AS c WHERE c.entity = e.entity AND c.kind =
        'RequestCorrected') FROM event AS e INDEXED BY ix_event_audit LEFT JOIN request AS r ON
        r.id = e.entity LEFT JOIN ticket AS t ON t.id = e.entity WHERE e.at >= :since AND e.at
        <= :until AND NOT (e.at = :mark AND e.pos >= :pos) AND (:clerks = '[]' OR e.clerk IN
        (SELECT value FROM json_each(:clerks))) AND (:kinds = '[]' OR e.kind IN (SELECT value
        FROM json_each(:kinds))) AND e.superseded = 0 AND (:overrides = 0 OR CASE e.kind WHEN
        'TicketCalled' THEN instr(CAST(e.body AS TEXT), '"rule":"chosen"') > 0 WHEN
        'NoShowUndone' THEN instr(CAST(e.body AS TEXT), '"reason":"') > 0 WHEN
        'RequestRegistered' THEN instr(CAST(e.body AS TEXT), '"repeated":"') > 0 OR
        instr(CAST(e.body AS TEXT), '"beyond":"') > 0 WHEN 'AnswerDelivered' THEN
        instr(CAST(e.body AS TEXT), '"lost_reason":"') > 0 ELSE 1 END) ORDER BY e.at DESC, e.pos
        DESC LIMIT :most
    """
)

FACTS_OF = Statement(
    """
    SELECT e.at, e.pos, e.office, e.node, e.incarnation, e.seq, e.id, e.at, e.clerk, e.entity,
        e.kind, e.version, e.body, e.content, e.link, ifnull(e.received, 0),
        coalesce(r.tracking, ''), coalesce(t.label, ''), coalesce(r.name, t.title, ''), r.id IS
        NOT NULL AND EXISTS (SELECT 1 FROM event AS c WHERE c.entity = e.entity AND c.kind =
        'RequestCorrected') FROM event AS e LEFT JOIN request AS r ON r.id = e.entity LEFT JOIN
        ticket AS t ON t.id = e.entity WHERE e.entity IN (SELECT value FROM
        json_each(:entities)) AND e.at >= :since AND e.at <= :until AND NOT (e.at = :mark AND
        e.pos >= :pos) AND (:clerks = '[]' OR e.clerk IN (SELECT value FROM json_each(:clerks)))
        AND (:kinds = '[]' OR e.kind IN (SELECT value FROM json_each(:kinds))) AND e.superseded
        = 0 AND (:overrides = 0 OR CASE e.kind WHEN 'TicketCalled' THEN instr(CAST(e.body AS
        TEXT), '"rule":"chosen"') > 0 WHEN 'NoShowUndone' THEN instr(CAST(e.body AS TEXT),
        '"reason":"') > 0 WHEN 'RequestRegistered' THEN instr(CAST(e.body AS TEXT),
        '"repeated":"') > 0 OR instr(CAST(e.body AS TEXT), '"beyond":"') > 0 WHEN
        'AnswerDelivered' THEN instr(CAST(e.body AS TEXT), '"lost_reason":"') > 0 ELSE 1 END)
        ORDER BY e.at DESC, e.pos DESC LIMIT :most
    """
)

LABELLED_BETWEEN = Statement(
    """
    WITH RECURSIVE each(day) AS (SELECT :first UNION ALL SELECT date(day, '+1 day') FROM each
        WHERE day < :last) SELECT t.id FROM each JOIN ticket AS t ON t.day = each.day AND
        t.label_key = :key ORDER BY t.day DESC, t.issued_at DESC LIMIT 200
    """
)

RECEIVED_BETWEEN = Statement(
    """
    SELECT id, tracking FROM request WHERE received_day >= :first AND received_day <= :last
    """
)
