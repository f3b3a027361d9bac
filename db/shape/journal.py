"""The journal, and the facts in it that do not fit."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text, bindparam, func, select

from db.shape.metadata import METADATA

EVENT = Table(
    "event",
    METADATA,
    Column("pos", Integer, primary_key=True),
    Column("feed", Integer),
    Column("superseded", Integer, nullable=False, server_default="0"),
    Column("office", Text, nullable=False),
    Column("node", Text, nullable=False),
    Column("incarnation", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("link", LargeBinary, nullable=False),
    Column("mark", LargeBinary),
    Column("signature", LargeBinary),
    Column("healer", Text),
    Column("lost", Integer),
    Column("was", Integer),
    Column("received", Integer),
)
Index("ix_event_entity", EVENT.c.entity, EVENT.c.pos)
# Not unique: a copied PC writes other lines under the same numbers, and both are kept.
Index("ix_event_chain", EVENT.c.node, EVENT.c.incarnation, EVENT.c.seq)
Index("ix_event_feed", EVENT.c.feed, unique=True, sqlite_where=EVENT.c.feed.is_not(None))
# In the order of time; it answers by whom and of which kind without reading the line.
Index("ix_event_audit", EVENT.c.at, EVENT.c.kind, EVENT.c.clerk)
# When counters rest: few lines of many.
Index(
    "ix_event_break",
    EVENT.c.at,
    sqlite_where=EVENT.c.kind.in_(("CounterPaused", "CounterResumed")),
)
Index("ix_event_lost", EVENT.c.lost, EVENT.c.was, sqlite_where=EVENT.c.lost.is_not(None))

CONFLICT = Table(
    "conflict",
    METADATA,
    Column("entity", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("settled", Integer),
)
_C = CONFLICT.c
Index("ix_conflict_open", _C.at, sqlite_where=_C.settled.is_(None))

OPEN_CONFLICTS = (
    select(_C.entity, _C.event)
    .where(_C.settled.is_(None))
    .order_by(_C.at.desc(), _C.event)
    .limit(bindparam("most"))
)
OPEN_CONFLICT_COUNT = select(func.count()).select_from(CONFLICT).where(_C.settled.is_(None))
CONFLICT_OF = select(_C.entity).where(_C.event == bindparam("event")).order_by(_C.entity)
