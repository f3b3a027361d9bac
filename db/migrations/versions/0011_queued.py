"""What waits for a printer, found among all that was printed.

Self-contained: what stands here never changes, whatever the tables become later.
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One index more."""
    op.execute("CREATE INDEX ix_job_queued ON job (role) WHERE state = 'queued'")
