"""Letting a PC in."""

import secrets
from collections.abc import Callable
from typing import Any

import psycopg
from psycopg.rows import dict_row
from psycopg.sql import SQL, Identifier, Literal

from app.letters import search_key
from app.refusal import Refusal
from app.sync.node_check import check_host
from app.sync.node_file import Address, NodeFile, NodeRole
from db.central.address import with_port
from db.central.founding import bound
from db.central.guarding import BOUNDS, guarded

LIMITS = {
    "statement_timeout": "30s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "10s",
}
"""What an honest PC lives with; PostgreSQL lets everybody lift these for himself."""

CONNECTIONS = 8
"""Of one PC at a time: its programs, and those whose end the server has not noticed yet."""

_OTHERS = "SELECT name FROM bajeh.node WHERE office = %s AND node <> %s AND revoked_at IS NULL"
_PARTITION = (
    "CREATE TABLE {part} (LIKE bajeh.line INCLUDING ALL)",
    "ALTER TABLE {part} ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE bajeh.line ATTACH PARTITION {part} FOR VALUES IN ({office})",
)


def enrol(
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
    keep: Callable[[NodeFile], None] = lambda _: None,
) -> NodeFile:
    """Lets a PC in, or gives one that is in a new password, also where it was revoked. `hosts` are
    where PCs find the centre, if not where the administrator does; at his port, where they name
    none. `keep` has the file before the
    centre has the PC: what it raises leaves nothing there. Refuses `centre_unguarded`, and
    `host_wrong` where it is not clear how PCs reach the centre.
    """
    password = secrets.token_urlsafe(24)
    with psycopg.connect(dsn, row_factory=dict_row) as connection:
        guarded(connection)
        _place_office(connection, office, office_name)
        login = _place_node(connection, office, node, name, series)
        _let_in(connection, login, password)
        file = NodeFile(
            centre=Address(
                hosts=_found_at(connection, hosts),
                database=connection.info.dbname,
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
        keep(file)
    return file


def require_free(dsn: str, office: str, node: str, name: str) -> None:
    """Refuses `central_name_taken` where another PC of that office is called so."""
    with psycopg.connect(dsn) as connection:
        others = connection.execute(_OTHERS, (office, node)).fetchall()
    if search_key(name) in {search_key(other) for (other,) in others}:
        raise Refusal("central_name_taken", name=name)


def _found_at(connection: psycopg.Connection[Any], hosts: tuple[str, ...]) -> tuple[str, ...]:
    """Those hosts, or where the administrator has found it."""
    here = connection.info
    found = tuple(with_port(host, here.port) for host in hosts or (here.host,))
    for address in found:
        check_host(address)
    return found


def _place_office(connection: psycopg.Connection[Any], office: str, name: str) -> None:
    """Its row, and its partition of the log: attached, for one that is made in place would wait
    for whoever reads the log, and everybody else for it.
    """
    connection.execute("SET LOCAL ROLE bajeh_owner")
    connection.execute(
        "INSERT INTO bajeh.office (office, name, started) VALUES (%s, %s, bajeh.started())"
        " ON CONFLICT (office) DO UPDATE SET name = excluded.name",
        (office, name),
    )
    part = f"line_{office}"
    known = connection.execute("SELECT to_regclass(%s) AS part", (f"bajeh.{part}",)).fetchone()
    if known is None or known["part"] is None:
        for statement in _PARTITION:
            connection.execute(
                SQL(statement).format(part=Identifier("bajeh", part), office=Literal(office))
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
        connection.execute(SQL("CREATE ROLE {}").format(role))
    secret = connection.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    connection.execute(
        SQL("ALTER ROLE {} LOGIN CONNECTION LIMIT {} PASSWORD {}").format(
            role, Literal(CONNECTIONS), Literal(secret.decode())
        )
    )
    connection.execute(SQL("GRANT bajeh_node TO {}").format(role))
    database = Identifier(connection.info.dbname)
    connection.execute(SQL("ALTER ROLE {} RESET ALL").format(role))
    connection.execute(SQL("ALTER ROLE {} IN DATABASE {} RESET ALL").format(role, database))
    bound(connection, login, {**LIMITS, **BOUNDS})
