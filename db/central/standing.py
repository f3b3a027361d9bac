"""How the centre stands, for whoever looks after it."""

from datetime import datetime

import psycopg
from psycopg.rows import dict_row

from app.value import Value


class NodeStatus(Value, frozen=True, kw_only=True):
    """A PC, when it was last heard (within some seconds), and how many lines of it stand there."""

    node: str
    name: str
    series: str
    place: int
    version: int
    seen: datetime | None
    revoked: datetime | None
    lines: int
    numbers: int


class OfficeStatus(Value, frozen=True, kw_only=True):
    """An office: the end of its feed, and since when calls wait, if they do."""

    office: str
    name: str
    last: int
    paused: datetime | None
    nodes: tuple[NodeStatus, ...]


_OFFICES = """
    SELECT office, name, last, to_timestamp(paused_at / 1000000.0) AS paused
    FROM bajeh.office ORDER BY name, office
"""
_NODES = """
    SELECT n.office, n.node, n.name, n.series, n.place, n.version,
        to_timestamp(nullif(n.seen_at, 0) / 1000000.0) AS seen,
        to_timestamp(n.revoked_at / 1000000.0) AS revoked,
        (SELECT coalesce(sum(c.last), 0)::bigint FROM bajeh.chain c
            WHERE c.office = n.office AND c.node = n.node) AS lines,
        (SELECT count(*) FROM bajeh.tracking t WHERE t.office = n.office AND t.node = n.node
            AND t.revoked_at IS NULL) AS numbers
    FROM bajeh.node n ORDER BY n.office, n.place
"""


def status(dsn: str) -> tuple[OfficeStatus, ...]:
    """Every office and its PCs."""
    with psycopg.connect(dsn, row_factory=dict_row) as connection:
        offices = connection.execute(_OFFICES).fetchall()
        nodes = connection.execute(_NODES).fetchall()
    return tuple(
        OfficeStatus(
            **office,
            nodes=tuple(
                NodeStatus(**{name: value for name, value in node.items() if name != "office"})
                for node in nodes
                if node["office"] == office["office"]
            ),
        )
        for office in offices
    )
