"""The journal as somebody reads it who asks who did what."""

from sqlalchemy import text

from db.shape.ticket import EACH_DAY

_WHAT = (
    "SELECT e.at, e.pos, e.office, e.node, e.incarnation, e.seq, e.id, e.at, e.clerk, e.entity,"
    " e.kind, e.version, e.body, e.content, e.link, ifnull(e.received, 0),"
    " coalesce(r.tracking, ''), coalesce(t.label, ''), coalesce(r.name, t.title, ''),"
    # Of any other entity it is not asked: the office has more events than all.
    " r.id IS NOT NULL AND EXISTS (SELECT 1 FROM event AS c WHERE c.entity = e.entity"
    " AND c.kind = 'RequestCorrected')"
)
_OF = " LEFT JOIN request AS r ON r.id = e.entity LEFT JOIN ticket AS t ON t.id = e.entity"
# What only the body says is asked last, of the kinds alone that may say it.
_WANTED = (
    " e.at >= :since AND e.at <= :until AND NOT (e.at = :mark AND e.pos >= :pos)"
    " AND (:clerks = '[]' OR e.clerk IN (SELECT value FROM json_each(:clerks)))"
    " AND (:kinds = '[]' OR e.kind IN (SELECT value FROM json_each(:kinds)))"
    " AND e.superseded = 0"
    " AND (:overrides = 0 OR CASE e.kind"
    " WHEN 'TicketCalled' THEN instr(CAST(e.body AS TEXT), '\"rule\":\"chosen\"') > 0"
    " WHEN 'NoShowUndone' THEN instr(CAST(e.body AS TEXT), '\"reason\":\"') > 0"
    " WHEN 'RequestRegistered' THEN instr(CAST(e.body AS TEXT), '\"repeated\":\"') > 0"
    ' OR instr(CAST(e.body AS TEXT), \'"beyond":"\') > 0'
    " WHEN 'AnswerDelivered' THEN instr(CAST(e.body AS TEXT), '\"lost_reason\":\"') > 0"
    " ELSE 1 END)"
)
_NEWEST = " ORDER BY e.at DESC, e.pos DESC LIMIT :most"

FIRST_FACT = text("SELECT min(at) FROM event")
FACTS = text(f"{_WHAT} FROM event AS e INDEXED BY ix_event_audit{_OF} WHERE{_WANTED}{_NEWEST}")
FACTS_OF = text(
    f"{_WHAT} FROM event AS e{_OF}"  # noqa: S608 our own names
    f" WHERE e.entity IN (SELECT value FROM json_each(:entities)) AND{_WANTED}{_NEWEST}"
)
LABELLED_BETWEEN = text(
    f"{EACH_DAY} SELECT t.id FROM each JOIN ticket AS t ON t.day = each.day AND t.label_key = :key"  # noqa: S608 our own names
    " ORDER BY t.day DESC, t.issued_at DESC LIMIT 200"
)
RECEIVED_BETWEEN = text(
    "SELECT id, tracking FROM request WHERE received_day >= :first AND received_day <= :last"
)
