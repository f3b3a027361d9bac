"""Tables beside the journal: what a node must know of itself, and what a PC keeps for itself. The
program speaks to them in plain lines of SQL.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from db.shape.metadata import METADATA

META = Table("meta", METADATA, Column("key", Text, primary_key=True), Column("value", Text))

INCARNATION = Table(
    "incarnation",
    METADATA,
    Column("incarnation", Text, primary_key=True),
    Column("node", Text, nullable=False),
    Column("born", Integer, nullable=False),
    Column("follows", LargeBinary, nullable=False),
    Column("why", Text, nullable=False),
    Column("ended", Integer),
)

SERIES = Table(
    "series",
    METADATA,
    Column("series", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Column("last", Integer, nullable=False),
    sqlite_with_rowid=False,
)

DRAFT = Table(
    "draft",
    METADATA,
    Column("place", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

SETTING = Table(
    "setting",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

ASKED = Table(
    "asked",
    METADATA,
    Column("call", Text, primary_key=True),
    Column("counter", Text, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("chosen", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

STOCK = Table(
    "stock",
    METADATA,
    Column("number", Text, primary_key=True),
    Column("lease", Text, nullable=False),
    sqlite_with_rowid=False,
)

JOB = Table(
    "job",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("copy", Integer, nullable=False),
    Column("size", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("made_at", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("printer", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("paper", LargeBinary, nullable=False),  # last: lists need not read over it
)
Index("ix_job_queued", JOB.c.role, sqlite_where=JOB.c.state == "queued")
