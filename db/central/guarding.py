"""What keeps whoever may sign in from filling the server or locking it up: said once by the
server's superuser, and looked for ever after.
"""

from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import tuple_row

from app.refusal import Refusal

GUARD = Path(__file__).with_name("guard.sql")
"""The superuser's share, as the guide prints it."""

BOUNDS = {"temp_file_limit": "256MB"}
"""What nobody lifts who was not granted to."""

_LACKING = """
    SELECT array_remove(ARRAY[
        CASE WHEN EXISTS (
            SELECT FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
            WHERE p.pronamespace = 'pg_catalog'::regnamespace AND a.grantee = 0 AND (
                p.proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'pg_logical_emit_message')
                OR p.proname ~ '^pg_(try_)?advisory_'
            )
        ) THEN 'functions' END,
        CASE WHEN EXISTS (
            SELECT FROM pg_language l, aclexplode(coalesce(l.lanacl, acldefault('l', l.lanowner))) a
            WHERE a.grantee = 0 AND l.lanpltrusted AND l.lanname NOT IN ('internal', 'c', 'sql')
        ) THEN 'languages' END,
        CASE WHEN NOT has_parameter_privilege('temp_file_limit', 'SET') THEN 'limit' END,
        CASE WHEN current_setting('max_prepared_transactions') <> '0' THEN 'prepared' END
    ], NULL)
"""
_OPEN = """
    SELECT array_remove(ARRAY[
        CASE WHEN EXISTS (
            SELECT FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
            WHERE d.datname = current_database() AND a.grantee = 0
        ) THEN 'database' END,
        CASE WHEN EXISTS (
            SELECT FROM pg_namespace s,
                aclexplode(coalesce(s.nspacl, acldefault('n', s.nspowner))) a
            WHERE s.nspname = 'public' AND a.grantee = 0
        ) THEN 'schema' END,
        CASE WHEN EXISTS (
            SELECT FROM bajeh.node n JOIN pg_roles r ON r.rolname = n.role_name
            WHERE n.revoked_at IS NULL
            AND coalesce(NOT r.rolconfig @> ARRAY[%s], true)
        ) THEN 'limits' END
    ], NULL)
"""
_BOUND = [f"{name}={value}" for name, value in BOUNDS.items()]


def lacking(connection: psycopg.Connection[Any]) -> tuple[str, ...]:
    """What only the server's superuser mends."""
    return _named(connection, _LACKING)


def open_still(connection: psycopg.Connection[Any]) -> tuple[str, ...]:
    """What `central init` mends."""
    return _named(connection, _OPEN, *_BOUND)


def lacks(dsn: str) -> tuple[str, ...]:
    """All that is missing, whoever mends it."""
    with psycopg.connect(dsn) as connection:
        return (*lacking(connection), *open_still(connection))


def guarded(connection: psycopg.Connection[Any]) -> None:
    """Refuses `centre_unguarded` where the superuser has not said his share."""
    if missing := lacking(connection):
        raise Refusal("centre_unguarded", unguarded=missing)


def _named(connection: psycopg.Connection[Any], query: str, *values: object) -> tuple[str, ...]:
    with connection.cursor(row_factory=tuple_row) as cursor:
        row = cursor.execute(query.encode(), values or None).fetchone()
    return tuple(row[0]) if row else ()
