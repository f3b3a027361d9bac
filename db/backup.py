"""A copy that opens on another PC: the whole store under its recovery key, and the way back."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from sqlcipher3 import dbapi2

from app.refusal import Refusal
from db.connection import connect, one
from db.folder import STORE
from db.later_pages import fits_later
from db.trouble import code_of, in_words

Tell = Callable[[int, int], bool]
"""Hears how many bytes of how many are written, now and then; False: it shall end."""

_STEPS = 2_000
"""Of SQLite's machine, between two times that somebody hears of it."""


def backup(
    connection: dbapi2.Connection, file: Path, recovery: str, tell: Tell | None = None
) -> None:
    """Writes the copy whole or not at all, on the disk before it has its name.

    Refuses `file_exists` rather than overwrite, `folder_missing(folder)`, troubles of the disk by
    their names, and `backup_stopped` where `tell` says so.
    """
    partial = file.with_name(f"{file.name}.partial")
    with in_words():
        if file.exists():
            raise Refusal("file_exists", path=str(file))
        if not file.parent.exists():
            raise Refusal("folder_missing", folder=str(file.parent))
        partial.unlink(missing_ok=True)
        try:
            _export(connection, partial, recovery, tell)
            with partial.open("rb+") as copied:
                os.fsync(copied.fileno())
            partial.replace(file)
        finally:
            partial.unlink(missing_ok=True)


def keep_newest(folder: Path, begins: str, ending: str, most: int) -> None:
    """Of the files whose names begin and end so, and sort by time, only the last ones stay. What
    cannot be taken away stays too.
    """
    found = sorted(folder.glob(f"{begins}*{ending}"))
    for old in found[:-most]:
        with suppress(OSError):
            old.unlink()


def restore(file: Path, recovery: str, folder: Path, key: str) -> tuple[str, str]:
    """Puts a copy into a new data folder under a new key; gives its office and node.

    Refuses `file_missing`, `backup_damaged` where the key is right: it opens some page of the file,
    and not all of it; else `backup_unreadable` (wrong recovery key, no copy of ours, or one whose
    very beginning is lost: without its salt nothing tells these apart).
    """
    if not file.is_file():
        raise Refusal("file_missing", path=str(file))
    partial = folder / f"{STORE}.partial"
    with in_words():
        folder.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        try:
            names = _import(file, recovery, partial, key)
            partial.replace(folder / STORE)
        finally:
            partial.unlink(missing_ok=True)
    return names


@contextmanager
def _telling(connection: dbapi2.Connection, partial: Path, tell: Tell | None) -> Iterator[None]:
    if tell is None:
        yield
        return
    cursor = connection.cursor()
    count, size = (int(one(cursor, f"PRAGMA page_{each}")) for each in ("count", "size"))
    whole = count * size
    stopped = False

    def heard() -> int:
        nonlocal stopped
        stopped = stopped or not tell(_size(partial), whole)
        return stopped

    connection.set_progress_handler(heard, _STEPS)
    try:
        yield
    except dbapi2.Error as error:
        if stopped:
            raise Refusal("backup_stopped") from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _export(connection: dbapi2.Connection, partial: Path, recovery: str, tell: Tell | None) -> None:
    cursor = connection.cursor()
    cursor.execute("ATTACH DATABASE ? AS copied KEY ?", (str(partial), recovery))
    try:
        with _telling(connection, partial, tell):
            cursor.execute("SELECT sqlcipher_export('copied')")
    finally:
        cursor.execute("DETACH DATABASE copied")


def _import(file: Path, recovery: str, partial: Path, key: str) -> tuple[str, str]:
    source = dbapi2.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    opened = False
    try:
        cursor = source.cursor()
        cursor.execute("PRAGMA cipher_log_level = NONE")
        cursor.execute(f"PRAGMA key = '{recovery}'")
        one(cursor, "PRAGMA user_version")
        opened = True
        office, node = _names_in(cursor, file)
        cursor.execute("ATTACH DATABASE ? AS copied KEY ?", (str(partial), f"x'{key}'"))
        cursor.execute("SELECT sqlcipher_export('copied')")
        cursor.execute("DETACH DATABASE copied")
    except dbapi2.DatabaseError as error:
        raise _refusal(error, file, recovery, opened=opened) from error
    finally:
        source.close()
    connect(partial, key).close()
    return office, node


def _names_in(cursor: dbapi2.Cursor, file: Path) -> tuple[str, str]:
    """Office and node of a copy of ours."""
    office = one(cursor, "SELECT value FROM meta WHERE key = 'office'")
    node = one(cursor, "SELECT value FROM meta WHERE key = 'node'")
    if not office or not node:
        raise Refusal("backup_unreadable", path=str(file))
    return office, node


def _refusal(error: dbapi2.DatabaseError, file: Path, recovery: str, *, opened: bool) -> Exception:
    """What a copy that cannot be read suffers from; `opened`: the key opened its first page. What
    is wrong with the disk is told as everywhere.
    """
    trouble = code_of(error)
    if trouble in ("disk_full", "folder_readonly", "store_busy"):
        return cast(Exception, error)
    if trouble == "store_damaged":
        return Refusal("backup_damaged", path=str(file))
    if trouble == "store_unreadable" and (opened or fits_later(file, recovery)):
        return Refusal("backup_damaged", path=str(file))
    return Refusal("backup_unreadable", path=str(file))
