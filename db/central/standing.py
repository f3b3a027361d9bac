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
    """An office: the end of its feed, and since when calls wait, if they do, and for which PCs."""

    office: str
    name: str
    last: int
    paused: datetime | None
    waits_for: tuple[str, ...]
    nodes: tuple[NodeStatus, ...]


class Snapshot(Value, frozen=True, kw_only=True):
    """A transaction of a PC that has been open for long: the server keeps all that is newer."""

    node: str
    name: str
    since: datetime


LONG = "1 minute"
"""An honest PC's lasts half of it at most."""

_OFFICES = """
    SELECT o.office, o.name, o.last, to_timestamp(o.paused_at / 1000000.0) AS paused,
        ARRAY(
            SELECT n.name FROM bajeh.node n
            WHERE o.paused_at IS NOT NULL AND n.office = o.office AND n.revoked_at IS NULL
            AND n.seen_at >= o.paused_at AND bajeh.clock() - n.seen_at < o.patience
            AND bajeh.clock() - o.paused_at < 20 * o.patience
            AND n.reconciled <> o.pauses ORDER BY n.place
        ) AS waits_for
    FROM bajeh.office o ORDER BY o.name, o.office
"""
_SNAPSHOTS = """
    SELECT n.node, n.name, a.xact_start AS since
    FROM pg_stat_activity a JOIN bajeh.node n ON n.role_name = a.usename
    WHERE a.xact_start < now() - %s::interval ORDER BY a.xact_start
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
            **{**office, "waits_for": tuple(office["waits_for"])},
            nodes=tuple(
                NodeStatus(**{name: value for name, value in node.items() if name != "office"})
                for node in nodes
                if node["office"] == office["office"]
            ),
        )
        for office in offices
    )


def snapshots(dsn: str) -> tuple[Snapshot, ...]:
    """Those of all PCs, the oldest first. Whoever may not look into others' sessions sees none."""
    with psycopg.connect(dsn, row_factory=dict_row) as connection:
        rows = connection.execute(_SNAPSHOTS, (LONG,)).fetchall()
    return tuple(Snapshot(**row) for row in rows)
