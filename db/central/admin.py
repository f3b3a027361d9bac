"""What an administrator does at the centre: found it, let a PC in, shut one out, take in what one
could not send, look.
"""

from collections.abc import Sequence

import psycopg
from psycopg.rows import dict_row
from psycopg.sql import SQL, Identifier

from app.refusal import Refusal
from app.sync.feed import Line
from app.value import Value
from db.central.certificate import certificate_of
from db.central.enrolling import enrol, require_free
from db.central.founding import init
from db.central.guarding import lacks
from db.central.standing import snapshots, status
from db.central.vouching import Vouching, chunks
from db.central.wire import ADMIT, Row, columns_of

__all__ = [
    "Revoked", "admit", "certificate_of", "enrol", "init", "lacks", "require_free", "resume",
    "revoke", "snapshots", "status",
]  # fmt: skip

_VOID = """
    UPDATE bajeh.tracking t SET revoked_at = bajeh.clock()
    WHERE t.node = %(node)s AND t.revoked_at IS NULL AND NOT EXISTS (
        SELECT FROM bajeh.line l
        WHERE l.office = t.office AND l.node = t.node AND l.kind = 'RequestRegistered'
        AND bajeh.read(l.body) ->> 'tracking' = t.number
    )
"""
_LOGINS = "SELECT role_name FROM bajeh.node WHERE node = %s"
_REVOKED = "UPDATE bajeh.node SET revoked_at = bajeh.clock() WHERE node = %s"
_RESUMED = "UPDATE bajeh.office SET paused_at = NULL WHERE office = %s AND paused_at IS NOT NULL"
_END = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ANY (%s)"


class Revoked(Value, frozen=True, kw_only=True):
    """What shutting a PC out has ended."""

    sessions: int
    numbers: int


def revoke(dsn: str, node: str) -> Revoked:
    """Shuts a PC out: it cannot sign in, its sessions end, numbers it has not used are void.
    Refuses `central_pc_unknown`.
    """
    with psycopg.connect(dsn, row_factory=dict_row) as connection:
        rows = connection.execute(_LOGINS, (node,)).fetchall()
        logins = [row["role_name"] for row in rows]
        if not logins:
            raise Refusal("central_pc_unknown", id=node)
        for login in map(Identifier, logins):
            connection.execute(SQL("REVOKE bajeh_node FROM {}").format(login))
        connection.commit()  # from here on none comes in, whatever lock it holds on itself
        sessions = _end(connection, logins)
        for login in map(Identifier, logins):
            connection.execute(SQL("ALTER ROLE {} NOLOGIN").format(login))
            connection.execute(SQL("GRANT bajeh_node TO {}").format(login))
        connection.execute(_REVOKED, (node,))
        numbers = connection.execute(_VOID, {"node": node}).rowcount
        connection.commit()
        sessions += _end(connection, logins)  # one that was at the door
    return Revoked(sessions=sessions, numbers=numbers)


def _end(connection: psycopg.Connection[Row], logins: Sequence[str]) -> int:
    return len(connection.execute(_END, (logins,)).fetchall())


def resume(dsn: str, office: str) -> bool:
    """Ends the pause of an office's calls: whoever has not come back by now is not waited for.
    Whether there was one.
    """
    with psycopg.connect(dsn) as connection:
        return connection.execute(_RESUMED, (office,)).rowcount == 1


def admit(dsn: str, node: str, lines: Sequence[Line]) -> int:
    """Takes in what a PC could not send itself, all or nothing; tells how many lines were missing.
    Only what hangs together and what the PC has signed is taken, with the office as its healer.
    Refuses `admit_stranger`, and where nothing is sound as `Vouching.sound` does.
    """
    own = [line for line in lines if line.recorded.node == node]
    offices = {line.recorded.office for line in own}
    if not offices:
        return 0
    with psycopg.connect(dsn, row_factory=dict_row) as connection:
        connection.execute("SET LOCAL ROLE bajeh_owner")
        vouched = Vouching(connection, node, own).sound(own)
        return sum(_take(connection, office, vouched) for office in offices)


def _take(connection: psycopg.Connection[Row], office: str, lines: Sequence[Line]) -> int:
    count = 0
    for chunk in chunks([line for line in lines if line.recorded.office == office]):
        row = connection.execute(ADMIT, (office, *columns_of(chunk)), binary=True).fetchone()
        assert row is not None
        count += row["admitted"]
    return count
