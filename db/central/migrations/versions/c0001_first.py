"""The centre: tables, the functions of version 1, views for analysts.

Self-contained: what stands here never changes, whatever the schema becomes later.
"""

from pathlib import Path

from alembic import op

revision = "c0001"
down_revision = None
branch_labels = ("expand",)
depends_on = None

PARTS = (
    "tables", "entry", "pull", "push", "heal", "call", "lease", "status", "grants", "views",
)  # fmt: skip


def upgrade() -> None:
    """Runs each part as it is written; the driver takes many statements at once."""
    driver = op.get_bind().connection.driver_connection
    assert driver is not None
    for part in PARTS:
        driver.execute((Path(__file__).parent / "c0001" / f"{part}.sql").read_text("utf-8"))
