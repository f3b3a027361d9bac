"""A paper into a file of its own, whole or not at all."""

import os
import secrets
from itertools import count
from pathlib import Path

from app.printer import Condition, Taken
from app.refusal import Refusal


class FileTransport:
    """Writes each job to `path` or, where something stands there, beside it under the next number.

    Refuses `paper_unwritable(path, why)` when the disk is full, the folder is missing or closed to
    us, or the path is a folder. `why` is the system's word.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def send(self, data: bytes, title: str) -> Taken:  # noqa: ARG002 - as the port asks
        """Write; when this returns the bytes are on the disk, and nobody knows when on paper."""
        try:
            if self._path.is_dir():
                raise IsADirectoryError(f"a folder: {self._path}")
            if self._path.exists() and not self._path.is_file():
                self._path.write_bytes(data)  # a printer's device is written, never replaced
            else:
                _place(self._path, data)
        except OSError as trouble:
            why = trouble.strerror or str(trouble)
            raise Refusal("paper_unwritable", path=str(self._path), why=why) from trouble
        return Taken()

    def condition(self) -> Condition:
        """Fine where a file can be written now."""
        device = self._path.exists() and not self._path.is_file()
        place = self._path if device else self._path.parent
        return "fine" if os.access(place, os.W_OK) else "unreachable"


def _place(path: Path, data: bytes) -> None:
    """Nothing that was printed before is written over."""
    draft = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(_free(path))
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _free(path: Path) -> Path:
    others = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return path if not path.exists() else next(other for other in others if not other.exists())
