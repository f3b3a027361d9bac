"""The journal, and the facts in it that do not fit.

Made by `python -m db.shape`, never by hand.
"""

from db.statement import Statement, Table

EVENT = Table(
    "event",
    "pos",
    "feed",
    "superseded",
    "office",
    "node",
    "incarnation",
    "seq",
    "id",
    "at",
    "clerk",
    "entity",
    "kind",
    "version",
    "body",
    "content",
    "link",
    "mark",
    "signature",
    "healer",
    "lost",
    "was",
    "received",
)

CONFLICT = Table(
    "conflict",
    "entity",
    "event",
    "kind",
    "at",
    "clerk",
    "reason",
    "settled",
)

OPEN_CONFLICTS = Statement(
    """
    SELECT "conflict".entity, "conflict".event
    FROM "conflict"
    WHERE "conflict".settled IS NULL ORDER BY "conflict".at DESC, "conflict".event
     LIMIT :most OFFSET 0
    """
)

OPEN_CONFLICT_COUNT = Statement(
    """
    SELECT count(*) AS count_1
    FROM "conflict"
    WHERE "conflict".settled IS NULL
    """
)

CONFLICT_OF = Statement(
    """
    SELECT "conflict".entity
    FROM "conflict"
    WHERE "conflict".event = :event ORDER BY "conflict".entity
    """
)
