"""Making a database the centre."""

from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from app.refusal import Refusal
from db.central.guarding import BOUNDS, GUARD, guarded
from db.central.upgrade import migrate

ROLES = ("bajeh_owner", "bajeh_node", "bajeh_analyst")
"""Who owns everything; what every PC is; who may read the views. None of them can sign in."""

_NODES = "SELECT role_name FROM bajeh.node WHERE revoked_at IS NULL"


def init(dsn: str) -> None:
    """Makes the centre in this database, or brings it to the present schema, and shuts what stands
    open. Refuses `centre_unguarded`, before anything, where that takes a superuser.
    """
    with psycopg.connect(dsn) as connection:
        if connection.info.parameter_status("server_encoding") != "UTF8":
            raise Refusal("centre_not_utf8")
        if is_superuser(connection):
            connection.execute(GUARD.read_bytes())
        guarded(connection)
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
    connection.execute("GRANT USAGE ON LANGUAGE plpgsql TO bajeh_owner")


def shut(connection: psycopg.Connection[Any]) -> None:
    """Nobody comes in, or leaves anything, who was not asked to; PCs that are in are bounded."""
    database = Identifier(connection.info.dbname)
    connection.execute(SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    members = SQL("GRANT CONNECT ON DATABASE {} TO bajeh_node, bajeh_analyst")
    connection.execute(members.format(database))
    connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    for (login,) in connection.execute(_NODES).fetchall():
        bound(connection, login, BOUNDS)


def bound(connection: psycopg.Connection[Any], login: str, settings: Mapping[str, str]) -> None:
    """What that role lives with from its next session on."""
    for setting, value in settings.items():
        connection.execute(
            SQL("ALTER ROLE {} SET {} = {}").format(
                Identifier(login), Identifier(setting), Literal(value)
            )
        )


def is_superuser(connection: psycopg.Connection[Any]) -> bool:
    """Whether the administrator may do everything."""
    return connection.info.parameter_status("is_superuser") == "on"
