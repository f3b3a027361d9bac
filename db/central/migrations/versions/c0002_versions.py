"""A PC says a version of the program that there can be: by it is seen when old functions may go."""

from alembic import op

revision = "c0002"
down_revision = "c0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Who has said another counts as one that has said nothing yet."""
    op.execute("UPDATE bajeh.node SET version = 0 WHERE version NOT BETWEEN 0 AND 9999")
    op.execute(
        "ALTER TABLE bajeh.node ADD CONSTRAINT node_version CHECK (version BETWEEN 0 AND 9999)"
    )
