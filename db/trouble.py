"""What a disk or another program can do to the store, in words instead of tracebacks."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from app.refusal import Refusal

_CODES = {
    "SQLITE_BUSY": "store_busy",
    "SQLITE_LOCKED": "store_busy",
    "SQLITE_FULL": "disk_full",
    "SQLITE_READONLY": "folder_readonly",
    "SQLITE_CANTOPEN": "folder_readonly",
    "SQLITE_PERM": "folder_readonly",
    "SQLITE_NOTADB": "store_unreadable",
    "SQLITE_CORRUPT": "store_damaged",
    "SQLITE_IOERR_SHMSIZE": "disk_full",
    "SQLITE_IOERR": "store_damaged",
}
_WORDS = {
    "database or disk is full": "disk_full",
    "disk I/O error": "store_damaged",
    "database disk image is malformed": "store_damaged",
    "attempt to write a readonly database": "folder_readonly",
}
"""A copy to another key tells only in words what went wrong inside it."""
_ERRNOS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "folder_readonly",
    errno.EACCES: "folder_readonly",
    errno.EPERM: "folder_readonly",
    errno.ENOTDIR: "folder_readonly",
    errno.EISDIR: "folder_readonly",
    errno.EEXIST: "folder_readonly",
    errno.ENOENT: "folder_readonly",
    errno.ENAMETOOLONG: "folder_readonly",
    errno.ELOOP: "folder_readonly",
}


def code_of(error: dbapi2.Error) -> str | None:
    """The refusal that names this error; None where it is a bug."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_ERROR":
        return _WORDS.get(str(error))
    return next((code for prefix, code in _CODES.items() if name.startswith(prefix)), None)


@contextmanager
def in_words() -> Iterator[None]:
    """Turns the troubles of disk and lock into refusals; every other error is a bug and passes."""
    try:
        yield
    except dbapi2.Error as error:
        code = code_of(error)
        if code is None:
            raise
        raise Refusal(code) from error
    except OSError as error:
        if error.errno not in _ERRNOS:
            raise
        raise Refusal(_ERRNOS[error.errno], path=str(error.filename or "")) from error
