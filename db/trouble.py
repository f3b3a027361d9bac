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
    "SQLITE_IOERR": "store_damaged",
}
_ERRNOS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "folder_readonly",
    errno.EACCES: "folder_readonly",
    errno.EPERM: "folder_readonly",
    errno.ENOTDIR: "folder_readonly",
    errno.EISDIR: "folder_readonly",
    errno.EEXIST: "folder_readonly",
}


@contextmanager
def in_words() -> Iterator[None]:
    """Turns the troubles of disk and lock into refusals; every other error is a bug and passes."""
    try:
        yield
    except dbapi2.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        code = next((c for prefix, c in _CODES.items() if name.startswith(prefix)), None)
        if code is None:
            raise
        raise Refusal(code) from error
    except OSError as error:
        if error.errno not in _ERRNOS:
            raise
        raise Refusal(_ERRNOS[error.errno], path=str(error.filename or "")) from error
