"""The journal, and the facts in it that do not fit."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

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
    UniqueConstraint("node", "incarnation", "seq"),
)
Index("ix_event_entity", EVENT.c.entity, EVENT.c.pos)

CONFLICT = Table(
    "conflict",
    METADATA,
    Column("entity", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("reason", Text, nullable=False),
)
