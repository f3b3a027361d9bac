"""What goes wrong while an administrator works at the centre, as refusals."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from app.refusal import Refusal


@contextmanager
def in_words() -> Iterator[None]:
    """Refuses `centre_unreachable` and, with its SQLSTATE, `centre_refuses`."""
    try:
        yield
    except psycopg.ProgrammingError as error:
        raise Refusal("centre_refuses", code=error.sqlstate or "DSN") from error
    except psycopg.Error as error:
        if error.sqlstate is None or error.sqlstate[:2] in {"08", "57"}:
            raise Refusal("centre_unreachable") from error
        raise Refusal("centre_refuses", code=error.sqlstate) from error
