"""Making a database the centre."""

from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier

from db.central.upgrade import migrate

ROLES = ("bajeh_owner", "bajeh_node", "bajeh_analyst")
"""Who owns everything; what every PC is; who may read the views. None of them can sign in."""

_HARMFUL = """
    SELECT oid::regprocedure::text FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace AND (
        proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'pg_logical_emit_message')
        OR proname ~ '^pg_(try_)?advisory_'
    )
"""
"""By these whoever may sign in could fill the disk, or the whole server's table of locks."""


def init(dsn: str) -> None:
    """Makes the centre in this database, or brings it to the present schema."""
    with psycopg.connect(dsn) as connection:
        if connection.info.parameter_status("server_encoding") != "UTF8":
            raise psycopg.errors.FeatureNotSupported("the database is not in UTF8")
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
    if is_superuser(connection):
        harmful = ", ".join(row[0] for row in connection.execute(_HARMFUL).fetchall())
        connection.execute(f"REVOKE EXECUTE ON FUNCTION {harmful} FROM PUBLIC".encode())
        connection.execute("REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC")
        connection.execute("GRANT USAGE ON LANGUAGE plpgsql TO bajeh_owner")


def is_superuser(connection: psycopg.Connection[Any]) -> bool:
    """Whether the administrator may do everything."""
    return connection.info.parameter_status("is_superuser") == "on"
