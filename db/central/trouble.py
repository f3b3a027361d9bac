"""What goes wrong while an administrator works at the centre, as refusals."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from app.refusal import Refusal

CODES = {
    "42P01": "centre_not_made",
    "3F000": "centre_not_made",
    "42883": "centre_not_made",
    "42704": "centre_not_made",
    "42501": "centre_rights_missing",
    "28P01": "centre_password_wrong",
    "28000": "centre_door_shut",
    "3D000": "centre_database_missing",
    "53300": "centre_full",
    "25006": "centre_only_follows",
}
"""By SQLSTATE."""

SAID = {
    "for connection option": "dsn_wrong",
    "invalid port number": "dsn_wrong",
    "password authentication failed": "centre_password_wrong",
    "no password supplied": "centre_password_wrong",
    "no pg_hba.conf entry": "centre_door_shut",
    "is not permitted to log in": "centre_door_shut",
    "permission denied for database": "centre_door_shut",
    "too many connections": "centre_full",
    "too many clients": "centre_full",
    "remaining connection slots": "centre_full",
    "certificate": "centre_certificate_wrong",
    "does not support SSL": "centre_certificate_wrong",
    "session is read-only": "centre_only_follows",
    "server is in hot standby mode": "centre_only_follows",
    'database "': "centre_database_missing",
    'role "': "centre_password_wrong",
}
"""By what a server, or the driver, says at the door: it gives no SQLSTATE for that."""


@contextmanager
def in_words() -> Iterator[None]:
    """Refuses what goes wrong there, each by a name of its own; `centre_unreachable` where nobody
    answers, and `centre_error` with its SQLSTATE where there is no other name.
    """
    try:
        yield
    except psycopg.errors.UniqueViolation as error:
        raise _taken(error) from error
    except psycopg.Error as error:
        raise _told(error) from error


def _taken(error: psycopg.errors.UniqueViolation) -> Refusal:
    if error.diag.constraint_name == "node_series":
        return Refusal("central_series_taken")
    return Refusal("centre_error", code=error.sqlstate)


def _told(error: psycopg.Error) -> Refusal:
    if error.sqlstate is None:
        return Refusal(_at_the_door(error))
    if error.sqlstate[:2] in {"08", "57"}:
        return Refusal("centre_unreachable")
    if known := CODES.get(error.sqlstate):
        return Refusal(known)
    return Refusal("centre_error", code=error.sqlstate)


def _at_the_door(error: psycopg.Error) -> str:
    if isinstance(error, psycopg.ProgrammingError):
        return "dsn_wrong"
    text = str(error)
    return next((code for words, code in SAID.items() if words in text), "centre_unreachable")
