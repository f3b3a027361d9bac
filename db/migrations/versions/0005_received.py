"""When the centre took a line in.

Self-contained: what stands here never changes, whatever the tables become later.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No centre has said so of any line before."""
    op.execute("ALTER TABLE event ADD COLUMN received INTEGER")
