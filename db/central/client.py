"""The centre as a PC reaches it: one connection, one server function for each request."""

import re
import select
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import dict_row
from psycopg.sql import SQL, Identifier

from app.sync.talk import Dismissed, Rejected, Unproven, Unreachable
from app.sync.wire import Reply, Request
from db.central.wire import Row, heard, spoken

OPTIONS = {
    "target_session_attrs": "read-write",
    "connect_timeout": "2",
    "tcp_user_timeout": "3000",
    "keepalives_idle": "10",
    "keepalives_interval": "3",
    "keepalives_count": "3",
    "application_name": "bajeh",
}
"""How a connection is made, where the DSN does not say otherwise."""

PATIENCE = 15.0
"""Seconds for one answer: a server, or something between, may take a request and stay silent."""

AGAIN = frozenset({"08", "40", "53", "55", "57"})
"""Classes of SQLSTATE that pass by themselves; 55 is that of a lock that somebody holds."""

CONTENT = frozenset({"21", "22", "23", "54", "BJ", "P0"})
"""Classes that speak of what was asked, and would tomorrow too."""

STRANGER = frozenset({"BJ001", "BJ002"})
"""This PC was revoked, or never enrolled: that speaks of nobody's lines."""

DOOR = {
    r"is not permitted to log in": "BJ001",
    r"password authentication failed": "28P01",
    r"no pg_hba\.conf entry": "28000",
    r'role ".*" does not exist': "28000",
    r"permission denied for database": "28000",
}
"""What a server says at the door, for which the driver gives no SQLSTATE. The first is what
revoking leaves behind; of a role that is missing it says any of the others, as its `pg_hba` is.
"""

UNPROVEN = ("certificate", "does not support SSL")
"""What the driver says of a server that does not show the right certificate, or none."""


class _Connection(psycopg.Connection[Row]):
    """One that does not wait for ever."""

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        return super().wait(gen, interval, PATIENCE if timeout is None else timeout)


class PgCentre:
    """Fulfils `app.sync.drive.Centre`. One thread at a time; only `rouse` is for any."""

    def __init__(self, dsn: str) -> None:
        """Connects when it is first asked."""
        said = conninfo_to_dict(dsn).keys()
        self._dsn = make_conninfo(dsn, **{name: OPTIONS[name] for name in OPTIONS.keys() - said})
        self._connection: _Connection | None = None
        self._bell, self._rope = socket.socketpair()
        self._bell.setblocking(False)
        self._rope.setblocking(False)

    def ask(self, request: Request) -> Reply:
        """One transaction there."""
        return heard(self._row(*spoken(request)))

    def introduce(self, public_key: str, version: int) -> None:
        """Says by which key this PC signs, once for ever, and which program it runs."""
        self._row("SELECT bajeh.introduce_v1(%b::text, %b::int)", (public_key, version))

    def status(self) -> Row:
        """What the centre says of this PC and its office (`status_v1`)."""
        return self._row("SELECT * FROM bajeh.status_v1()", ())

    def resume(self) -> None:
        """A supervisor ends the pause of calls."""
        self._row("SELECT bajeh.resume_v1()", ())

    # -- waiting --------------------------------------------------------------------------------

    def wait(self, seconds: float) -> bool:
        """Until another PC of the office was heard by the centre (True), somebody rouses, or the
        time is up. Where there is no connection it only waits.
        """
        try:
            if self._connection is None or self._called(self._connection):
                return self._connection is not None
            select.select([self._connection.fileno(), self._bell.fileno()], [], [], seconds)
            return self._called(self._connection)
        except (psycopg.Error, OSError, ValueError):
            self._drop()
            return False
        finally:
            self._hush(seconds if self._connection is None else 0)

    def rouse(self) -> None:
        """Ends a wait at once, from any thread; after many it rings already, after the end nobody
        hears.
        """
        with suppress(OSError):
            self._rope.send(b"!")

    def close(self) -> None:
        """Lets go of the connection."""
        self._drop()
        self._bell.close()
        self._rope.close()

    def _called(self, connection: _Connection) -> bool:
        own = connection.pgconn.backend_pid
        return any(notice.pid != own for notice in list(connection.notifies(timeout=0)))

    def _hush(self, seconds: float) -> None:
        """Hears the bell, if need be after a while."""
        if select.select([self._bell], [], [], seconds)[0]:
            self._bell.recv(4096)

    # -- the connection -------------------------------------------------------------------------

    def _row(self, query: str, values: Sequence[object]) -> Row:
        with self._in_words():
            cursor = self._connected().execute(query, values, binary=True)
            row = cursor.fetchone()
        assert row is not None, query
        return row

    def _connected(self) -> _Connection:
        if self._connection is None:
            connection = _Connection.connect(self._dsn, autocommit=True, row_factory=dict_row)
            self._connection = connection
            office = connection.execute("SELECT office FROM bajeh.status_v1()").fetchone()
            assert office is not None
            self._listen(connection, f"bajeh_{office['office']}")
        return self._connection

    def _listen(self, connection: _Connection, channel: str) -> None:
        """Where something between does not let anybody listen nobody is woken, and polls."""
        try:
            connection.execute(SQL("LISTEN {}").format(Identifier(channel)))
        except psycopg.Error as error:
            if error.sqlstate is None or error.sqlstate[:2] in AGAIN:
                raise

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """What went wrong, as conversations know it."""
        try:
            yield
        except UnicodeEncodeError as error:
            raise Rejected("22021") from error
        except psycopg.Error as error:
            if self._connection is not None and self._connection.broken:
                self._drop()
            raise self._trouble(error) from error

    def _trouble(self, error: psycopg.Error) -> Exception:
        code = error.sqlstate
        if code is None and isinstance(error, psycopg.DataError):
            return Rejected("22000")  # it could not even be written down
        if code is None and (shut := _at_the_door(str(error))):
            return Dismissed(shut)
        if code is None and any(words in str(error) for words in UNPROVEN):
            self._drop()
            return Unproven(str(error))
        if code is None or code[:2] in AGAIN:
            self._drop()
            return Unreachable(str(error))
        if code[:2] in CONTENT and code not in STRANGER:
            return Rejected(code)
        self._drop()
        return Dismissed(code)

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _at_the_door(said: str) -> str:
    """The SQLSTATE of it, empty where nobody was turned away."""
    return next((code for words, code in DOOR.items() if re.search(words, said)), "")
