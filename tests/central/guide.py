"""A database as the guide has it made: its administrator is no superuser."""

import psycopg
from psycopg.conninfo import make_conninfo

from tests.central.patroni_authority import guided

ADMINISTRATOR, PASSWORD = "administrator", "PASSWORD-0"
"""The guide's own words; nobody outside this machine reaches the trial."""

KNOWN = "SELECT FROM pg_roles WHERE rolname = 'administrator'"


def made(superuser: str, database: str) -> str:
    """Such a database, on the server that this DSN of a superuser reaches; gives the
    administrator's DSN.
    """
    with psycopg.connect(superuser, autocommit=True) as connection:
        known = connection.execute(KNOWN).fetchone()
        for statement in guided("as postgres, once for the server").split(";"):
            if statement.strip() and not (known and "DATABASE" not in statement):
                connection.execute(statement.replace("bajeh", f'"{database}"').encode())
    with psycopg.connect(make_conninfo(superuser, dbname=database)) as connection:
        connection.execute(guided("as postgres, in the database of the centre").encode())
    return as_administrator(superuser, database)


def as_administrator(superuser: str, database: str) -> str:
    """How the administrator comes in."""
    return make_conninfo(superuser, dbname=database, user=ADMINISTRATOR, password=PASSWORD)
