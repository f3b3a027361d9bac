"""What figures are counted from, and the day on which an answer was ready.

Self-contained: what stands here never changes, whatever the tables become later.
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    ALTER TABLE request ADD COLUMN ready_day TEXT
    """,
    """
    CREATE TABLE missing (
        day TEXT NOT NULL,
        ticket TEXT NOT NULL,
        slip INTEGER NOT NULL,
        place INTEGER NOT NULL,
        service TEXT NOT NULL,
        title TEXT NOT NULL,
        again INTEGER NOT NULL,
        CONSTRAINT pk_missing PRIMARY KEY (day, ticket, slip, place)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_missing_ticket ON missing (ticket)
    """,
    """
    CREATE INDEX ix_request_promised ON request (promised, ready_day, state, service)
    """,
    """
    CREATE TABLE step (
        day TEXT NOT NULL,
        request TEXT NOT NULL,
        step INTEGER NOT NULL,
        what TEXT NOT NULL,
        hours INTEGER NOT NULL,
        given INTEGER NOT NULL,
        done INTEGER,
        done_day TEXT,
        over INTEGER NOT NULL,
        CONSTRAINT pk_step PRIMARY KEY (day, request, step)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_step_request ON step (request)
    """,
    """
    CREATE TABLE survey (
        day TEXT NOT NULL,
        batch TEXT NOT NULL,
        place INTEGER NOT NULL,
        service TEXT NOT NULL,
        gender TEXT NOT NULL,
        visits TEXT NOT NULL,
        answers TEXT NOT NULL,
        remarks TEXT NOT NULL,
        CONSTRAINT pk_survey PRIMARY KEY (day, batch, place)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_survey_batch ON survey (batch)
    """,
    """
    CREATE TABLE visit (
        day TEXT NOT NULL,
        counter TEXT NOT NULL,
        called INTEGER NOT NULL,
        ticket TEXT NOT NULL,
        turn INTEGER NOT NULL,
        hour INTEGER NOT NULL,
        service TEXT NOT NULL,
        clerk TEXT NOT NULL,
        wait INTEGER,
        walk INTEGER,
        serve INTEGER,
        ended INTEGER NOT NULL,
        "end" TEXT NOT NULL,
        CONSTRAINT pk_visit PRIMARY KEY (day, counter, called, ticket, turn)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_visit_ticket ON visit (ticket)
    """,
)


def upgrade() -> None:
    """The rows are made from the journal, with all others."""
    for statement in STATEMENTS:
        op.execute(statement)
