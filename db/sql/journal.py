"""The journal, and the facts in it that do not fit.

Made by `python -m db.shape`, never by hand.
"""

from db.statement import Table

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
)

CONFLICT = Table(
    "conflict",
    "entity",
    "event",
    "kind",
    "at",
    "clerk",
    "reason",
)
