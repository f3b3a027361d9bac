"""Who is still here from an earlier day, found among whoever ever came.

Self-contained: what stands here never changes, whatever the tables become later.
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One index more."""
    op.execute("CREATE INDEX ix_ticket_open ON ticket (day, label_key) WHERE ended_at IS NULL")
