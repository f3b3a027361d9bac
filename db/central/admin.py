"""What an administrator does at the centre: found it, let a PC in, shut one out."""

import secrets
from typing import Any

import psycopg
from psycopg.rows import dict_row
from psycopg.sql import SQL, Identifier, Literal

from app.sync.node_file import Address, NodeFile, NodeRole
from app.value import Value
from db.central.upgrade import migrate

ROLES = ("bajeh_owner", "bajeh_node", "bajeh_analyst")
"""Who owns everything; what every PC is; who may read the views. None of them can sign in."""

LIMITS = {
    "statement_timeout": "30s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "10s",
}
CONNECTIONS = 8
"""Of one PC at a time: its programs, and those whose end the server has not noticed yet."""


_VOID = """
    UPDATE bajeh.tracking t SET revoked_at = bajeh.clock()
    WHERE t.node = %(node)s AND t.revoked_at IS NULL AND NOT EXISTS (
        SELECT FROM bajeh.line l
        WHERE l.office = t.office AND l.node = t.node AND l.kind = 'RequestRegistered'
        AND position(convert_to('"' || t.number || '"', 'UTF8') IN l.body) > 0
    )
"""
_END = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ANY (%s)"


class Revoked(Value, frozen=True, kw_only=True):
    """What shutting a PC out has ended."""

    sessions: int
    numbers: int


def init(dsn: str) -> None:
    """Makes the centre in this database, or brings it to the present schema."""
    with psycopg.connect(dsn) as connection:
        _roles(connection)
        connection.execute("CREATE SCHEMA IF NOT EXISTS bajeh AUTHORIZATION bajeh_owner")
        connection.commit()
    with psycopg.connect(dsn) as connection:
        migrate(connection)
    with psycopg.connect(dsn) as connection:
        shut(connection)


def _roles(connection: psycopg.Connection[Any]) -> None:
    """They belong to the whole cluster and may be there already."""
    for role in ROLES:
        known = connection.execute("SELECT FROM pg_roles WHERE rolname = %s", (role,)).fetchone()
        if known is None:
            connection.execute(SQL("CREATE ROLE {} NOLOGIN").format(Identifier(role)))
    connection.execute("GRANT bajeh_owner TO CURRENT_USER")


def shut(connection: psycopg.Connection[Any]) -> None:
    """Nobody comes in, or leaves anything, who was not asked to."""
    database = Identifier(connection.info.dbname)
    connection.execute(SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    members = SQL("GRANT CONNECT ON DATABASE {} TO bajeh_node, bajeh_analyst")
    connection.execute(members.format(database))
    connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")


def enrol(  # noqa: PLR0913 each of these is a question on the administrator's screen
    dsn: str,
    *,
    office: str,
    office_name: str,
    node: str,
    name: str,
    role: NodeRole = "counter",
    series: str = "",
    hosts: tuple[str, ...] = (),
    certificate: str = "",
) -> NodeFile:
    """Lets a PC in, or gives one that is in a new password, also where it was revoked. `hosts` are
    where PCs find the centre, if not where the administrator does.
    """
    password = secrets.token_urlsafe(24)
    with psycopg.connect(dsn, row_factory=dict_row) as connection:
        _place_office(connection, office, office_name)
        login = _place_node(connection, office, node, name, series)
        _let_in(connection, login, password)
        info = connection.info
        return NodeFile(
            centre=Address(
                hosts=hosts or (f"{info.host}:{info.port}",),
                database=info.dbname,
                role=login,
                password=password,
                certificate=certificate,
            ),
            office=office,
            office_name=office_name,
            node=node,
            name=name,
            role=role,
            series=series,
        )


def _place_office(connection: psycopg.Connection[Any], office: str, name: str) -> None:
    """Its row, and its partition of the log."""
    connection.execute("SET LOCAL ROLE bajeh_owner")
    connection.execute(
        "INSERT INTO bajeh.office (office, name, started) VALUES (%s, %s, bajeh.started())"
        " ON CONFLICT (office) DO UPDATE SET name = excluded.name",
        (office, name),
    )
    connection.execute(
        SQL(
            "CREATE TABLE IF NOT EXISTS bajeh.{} PARTITION OF bajeh.line FOR VALUES IN ({})"
        ).format(Identifier(f"line_{office}"), Literal(office))
    )


def _place_node(
    connection: psycopg.Connection[Any], office: str, node: str, name: str, series: str
) -> str:
    """Its row; gives the name under which it signs in."""
    row = connection.execute(
        "INSERT INTO bajeh.node (office, node, role_name, name, series, place)"
        " SELECT %(office)s, %(node)s, %(login)s, %(name)s, %(series)s, 1 + coalesce(max(place), 0)"
        " FROM bajeh.node WHERE office = %(office)s"
        " ON CONFLICT (office, node) DO UPDATE"
        " SET name = excluded.name, series = excluded.series, revoked_at = NULL"
        " RETURNING role_name",
        {
            "office": office,
            "node": node,
            "login": f"bajeh_{node[-6:]}_{secrets.token_hex(4)}",
            "name": name,
            "series": series,
        },
    ).fetchone()
    assert row is not None
    return str(row["role_name"])


def _let_in(connection: psycopg.Connection[Any], login: str, password: str) -> None:
    """The server is told no more than what a password is checked by."""
    connection.execute("RESET ROLE")
    role = Identifier(login)
    known = connection.execute("SELECT FROM pg_roles WHERE rolname = %s", (login,)).fetchone()
    if known is None:
        connection.execute(SQL("CREATE ROLE {} IN ROLE bajeh_node").format(role))
    secret = connection.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    connection.execute(
        SQL("ALTER ROLE {} LOGIN CONNECTION LIMIT {} PASSWORD {}").format(
            role, Literal(CONNECTIONS), Literal(secret.decode())
        )
    )
    for setting, value in LIMITS.items():
        connection.execute(
            SQL("ALTER ROLE {} SET {} = {}").format(role, Identifier(setting), Literal(value))
        )


def revoke(dsn: str, node: str) -> Revoked:
    """Shuts a PC out: it cannot sign in, its sessions end, numbers it has not used are void."""
    with psycopg.connect(dsn, row_factory=dict_row) as connection:
        logins = connection.execute(
            "UPDATE bajeh.node SET revoked_at = bajeh.clock() WHERE node = %s RETURNING role_name",
            (node,),
        ).fetchall()
        for row in logins:
            login = Identifier(row["role_name"])
            connection.execute(SQL("ALTER ROLE {} NOLOGIN").format(login))
        numbers = connection.execute(_VOID, {"node": node}).rowcount
    with psycopg.connect(dsn, autocommit=True) as connection:
        sessions = connection.execute(_END, ([row["role_name"] for row in logins],)).fetchall()
    return Revoked(sessions=len(sessions), numbers=numbers)
