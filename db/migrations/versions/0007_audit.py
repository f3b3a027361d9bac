"""Facts in the order of their time, for whoever asks who did what.

Self-contained: what stands here never changes, whatever the tables become later.
"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The index alone answers by whom and of which kind; a line is read where it is shown."""
    op.execute("CREATE INDEX ix_event_audit ON event (at, kind, clerk)")
