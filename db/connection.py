"""One connection to the encrypted file, as every thread of the program has it."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

BUSY_MILLISECONDS = 10_000


def connect(file: Path, key: str) -> dbapi2.Connection:
    """Opens or makes the file with a raw key of 64 hexadecimal digits.

    Every commit is on the disk before it returns (WAL, synchronous FULL). Transactions are begun
    by hand. Errors are the driver's own.
    """
    connection = dbapi2.connect(str(file), isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{bytes.fromhex(key).hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def one(cursor: dbapi2.Cursor, sql: str, values: tuple[Any, ...] = ()) -> Any:
    """The first column of the first row, or None."""
    row = cursor.execute(sql, values).fetchone()
    return row[0] if row else None
