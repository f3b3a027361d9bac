"""The store's key: in the system's own safe where there is one, else in a file that only its owner
may read, outside the data folder.
"""

import os
import secrets
from pathlib import Path
from typing import Protocol

from app.refusal import Refusal


class Keys(Protocol):
    """A place for keys, by name."""

    def read(self, name: str) -> str:
        """64 hexadecimal digits; refuses `key_missing`."""

    def write(self, name: str, key: str) -> None:
        """Keeps a key."""

    def forget(self, name: str) -> None:
        """Keeps it no longer."""


class FileKeys:
    """Keys as files of mode 0600."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> str:
        """The key; refuses `key_missing` when it is not there or is no key."""
        try:
            key = (self._folder / f"{name}.key").read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            raise Refusal("key_missing", place=str(self._folder)) from None
        if not is_key(key):
            raise Refusal("key_missing", place=str(self._folder))
        return key

    def write(self, name: str, key: str) -> None:
        """Keeps it whole or not at all; on the disk before this returns."""
        self._folder.mkdir(parents=True, exist_ok=True)
        fresh = self._folder / f"{name}.key.new"
        fresh.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(fresh, flags, 0o600), "w") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._folder / f"{name}.key")

    def forget(self, name: str) -> None:
        """Keeps it no longer."""
        (self._folder / f"{name}.key").unlink(missing_ok=True)


def kept_or_new(keys: Keys, name: str) -> str:
    """The key that was kept under that name, else a new one, which is not kept yet."""
    try:
        return keys.read(name)
    except Refusal:
        return new_key()


def new_key() -> str:
    """256 random bits as 64 hexadecimal digits."""
    return secrets.token_hex(32)


def is_key(text: str) -> bool:
    """Whether a text can be a key."""
    return len(text) == 64 and all(c in "0123456789abcdef" for c in text)
