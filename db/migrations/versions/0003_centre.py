"""What a centre needs: the place of each line in its feed, the calls that were asked for, tracking
numbers in stock. A copied PC may write other lines under the same numbers, so that these are no
longer unique.

Self-contained: what stands here never changes, whatever the tables become later.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE event_new (
        pos INTEGER NOT NULL,
        feed INTEGER,
        superseded INTEGER DEFAULT '0' NOT NULL,
        office TEXT NOT NULL,
        node TEXT NOT NULL,
        incarnation TEXT NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        at INTEGER NOT NULL,
        clerk TEXT NOT NULL,
        entity TEXT NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        body BLOB NOT NULL,
        content BLOB NOT NULL,
        link BLOB NOT NULL,
        mark BLOB,
        signature BLOB,
        healer TEXT,
        lost INTEGER,
        was INTEGER,
        CONSTRAINT pk_event PRIMARY KEY (pos)
    )
    """,
    """
    INSERT INTO event_new SELECT *, NULL, NULL, NULL, NULL, NULL FROM event
    """,
    """
    DROP TABLE event
    """,
    """
    ALTER TABLE event_new RENAME TO event
    """,
    """
    CREATE INDEX ix_event_chain ON event (node, incarnation, seq)
    """,
    """
    CREATE INDEX ix_event_entity ON event (entity, pos)
    """,
    """
    CREATE UNIQUE INDEX ix_event_feed ON event (feed) WHERE feed IS NOT NULL
    """,
    """
    CREATE INDEX ix_event_lost ON event (lost, was) WHERE lost IS NOT NULL
    """,
    """
    ALTER TABLE incarnation ADD COLUMN ended INTEGER
    """,
    """
    CREATE TABLE asked (
        call TEXT NOT NULL,
        counter TEXT NOT NULL,
        clerk TEXT NOT NULL,
        chosen TEXT NOT NULL,
        reason TEXT NOT NULL,
        CONSTRAINT pk_asked PRIMARY KEY (call)
    )
    """,
    """
    CREATE TABLE stock (
        number TEXT NOT NULL,
        lease TEXT NOT NULL,
        CONSTRAINT pk_stock PRIMARY KEY (number)
    )
     WITHOUT ROWID
    """,
)


def upgrade() -> None:
    """Copies the journal, line by line as it stands, into its wider table."""
    for statement in STATEMENTS:
        op.execute(statement)
