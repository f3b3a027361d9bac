"""A new store is made aside and comes to its place whole."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.persian import clean
from app.refusal import Refusal
from db.folder import NOTE, STORE, require_empty
from db.lock import held

_MAKING = ".setting-up"


@contextmanager
def set_aside(folder: Path) -> Iterator[Path]:
    """Where a store is made whole before it comes to its place, its note last: a store without it
    was never opened by anybody, and the next set-up clears it away.
    """
    making = folder / _MAKING
    require_utf8(folder)
    _require_free(folder)
    with _alone(folder):
        _require_free(folder)
        _forget_half(folder)
        try:
            yield making
            (making / STORE).replace(folder / STORE)
            (making / NOTE).replace(folder / NOTE)
        finally:
            _forget_half(folder)


def require_utf8(path: Path) -> None:
    """The store's library knows no other names of files. Refuses `file_missing`."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise Refusal("file_missing", path=clean(str(path))) from None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else sets up this folder meanwhile: a lock that dies with its process."""
    file = folder / f"{_MAKING}.lock"
    with held(file):
        try:
            yield
        finally:
            with suppress(OSError):  # Windows unlinks nothing that is open: a file without harm
                file.unlink()


def _require_free(folder: Path) -> None:
    if not _half(folder):
        require_empty(folder)


def _half(folder: Path) -> bool:
    return (folder / _MAKING / NOTE).exists() and not (folder / NOTE).exists()


def _forget_half(folder: Path) -> None:
    if _half(folder):
        (folder / STORE).unlink(missing_ok=True)
    shutil.rmtree(folder / _MAKING, ignore_errors=True)
