"""One connection to the encrypted file, as every thread of the program has it."""

from pathlib import Path
from time import monotonic
from typing import Any

from sqlcipher3 import dbapi2

PATIENCE = 10.0
"""Seconds to wait for a turn to write."""

NAP_MILLISECONDS = 5
"""How long SQLite itself waits between two tries."""


def connect(file: Path, key: str) -> dbapi2.Connection:
    """Opens or makes the file with a raw key of 64 hexadecimal digits.

    Every commit is on the disk before it returns (WAL, synchronous FULL). Transactions are begun
    by hand. Errors are the driver's own.
    """
    connection = dbapi2.connect(str(file), isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{bytes.fromhex(key).hex()}'\"")
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def begin(cursor: dbapi2.Cursor, patience: float = PATIENCE) -> None:
    """Begins to write, in turn with every other process.

    SQLite alone lets who has waited long sleep ever longer, up to a tenth of a second, while
    newcomers go first; asking again after short naps gives sixteen counters equal chances. The
    driver's own error (`SQLITE_BUSY`) passes when patience ends. The connection should nap.
    """
    end = monotonic() + patience
    while True:
        try:
            cursor.execute("BEGIN IMMEDIATE")
        except dbapi2.OperationalError as error:
            # Also BUSY_RECOVERY: somebody cleans up after a process that was killed.
            busy = getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")
            if not busy or monotonic() > end:
                raise
        else:
            return


def nap(connection: dbapi2.Connection) -> None:
    """From now on this connection waits in short naps."""
    connection.execute(f"PRAGMA busy_timeout = {NAP_MILLISECONDS}")


def one(cursor: dbapi2.Cursor, sql: str, values: tuple[Any, ...] = ()) -> Any:
    """The first column of the first row, or None."""
    row = cursor.execute(sql, values).fetchone()
    return row[0] if row else None
