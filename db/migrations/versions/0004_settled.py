"""Conflicts that somebody has settled.

Self-contained: what stands here never changes, whatever the tables become later.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE conflict_new (
        entity TEXT NOT NULL,
        event TEXT NOT NULL,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        clerk TEXT NOT NULL,
        reason TEXT NOT NULL,
        settled INTEGER,
        CONSTRAINT pk_conflict PRIMARY KEY (entity, event)
    )
    """,
    """
    INSERT INTO conflict_new SELECT *, NULL FROM "conflict"
    """,
    """
    DROP TABLE "conflict"
    """,
    """
    ALTER TABLE conflict_new RENAME TO "conflict"
    """,
    """
    CREATE INDEX ix_conflict_open ON "conflict" (at) WHERE settled IS NULL
    """,
)


def upgrade() -> None:
    """Nothing was settled before."""
    for statement in STATEMENTS:
        op.execute(statement)
