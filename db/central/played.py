"""A centre that is played: its clock goes as the play says. For a database that is nothing else."""

from datetime import datetime

import psycopg

from app.event import micros
from app.refusal import Refusal

_PLAYED = "played"
_KNOWN = "SELECT obj_description('bajeh.clock()'::regprocedure, 'pg_proc')"
_TAKEN = "SELECT EXISTS (SELECT FROM bajeh.office)"
_REAL = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
_CLOCK = (
    "CREATE OR REPLACE FUNCTION bajeh.clock() RETURNS bigint LANGUAGE sql VOLATILE"
    f" RETURN {{at}} + ({_REAL} - {{since}}) * {{faster}}"
)
_MARK = f"COMMENT ON FUNCTION bajeh.clock() IS '{_PLAYED}'"


def tell_time(dsn: str, at: datetime, faster: int) -> None:
    """It is that instant at the centre now, and a second there lasts a part of one. Refuses
    `tour_centre_taken` where an office works with it.
    """
    with psycopg.connect(dsn) as connection:
        connection.execute("SET LOCAL ROLE bajeh_owner")
        if _one(connection, _KNOWN) != _PLAYED and _one(connection, _TAKEN):
            raise Refusal("tour_centre_taken")
        since = int(str(_one(connection, f"SELECT {_REAL}")))
        told = _CLOCK.format(at=micros(at), since=since, faster=int(faster))
        connection.execute(told.encode())
        connection.execute(_MARK.encode())


def _one(connection: psycopg.Connection[tuple[object, ...]], query: str) -> object:
    row = connection.execute(query.encode()).fetchone()
    return row[0] if row else None
