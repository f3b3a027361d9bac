"""The journal's own tables. Projections have theirs beside their noun; all share one metadata.

A commit costs what its pages cost to encrypt: every index is one more, so each must earn its
place, and tables that are found by a text key keep their rows in that key's own tree.
"""

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

META = Table("meta", METADATA, Column("key", Text, primary_key=True), Column("value", Text))

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

INCARNATION = Table(
    "incarnation",
    METADATA,
    Column("incarnation", Text, primary_key=True),
    Column("node", Text, nullable=False),
    Column("born", Integer, nullable=False),
    Column("follows", LargeBinary, nullable=False),
    Column("why", Text, nullable=False),
)

SERIES = Table(
    "series",
    METADATA,
    Column("series", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Column("last", Integer, nullable=False),
    sqlite_with_rowid=False,
)
