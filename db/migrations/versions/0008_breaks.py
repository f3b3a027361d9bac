"""When counters rest, and since when a step could be handed over.

Self-contained: what stands here never changes, whatever the tables become later.
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The new column is filled from the journal, with all rows."""
    op.execute("ALTER TABLE step ADD COLUMN since TEXT")
    op.execute(
        "CREATE INDEX ix_event_break ON event (at)"
        " WHERE kind IN ('CounterPaused', 'CounterResumed')"
    )
