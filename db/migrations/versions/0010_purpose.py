"""What a ticket waits for, and whose answer it collects.

Self-contained: what stands here never changes, whatever the tables become later.
"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The new columns are filled from the journal, with all rows."""
    op.execute("ALTER TABLE ticket ADD COLUMN purpose TEXT")
    op.execute("ALTER TABLE ticket ADD COLUMN collects TEXT")
    op.execute("CREATE INDEX ix_ticket_collects ON ticket (collects) WHERE collects IS NOT NULL")
