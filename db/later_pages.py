"""Whether a key fits a copy whose first page it does not open: the pages behind it tell.

SQLCipher seals each page by itself, with a key that it makes of the passphrase and the salt at the
file's beginning; where the salt is lost, too, nobody can tell a wrong key from a harmed file.
"""

from hashlib import pbkdf2_hmac
from hmac import compare_digest, digest
from pathlib import Path
from typing import BinaryIO

PAGE = 4096
_HASH = "sha512"
_SALT = 16
_SEAL = 64
_KEY = 32
_ROUNDS = 256_000
_SEAL_ROUNDS = 2
_SEAL_MASK = 0x3A
"""All of them SQLCipher 4's own."""

_MOST = 100
"""Pages that are looked at, wherever in the file they stand."""


def fits_later(file: Path, passphrase: str) -> bool:
    """Whether some page behind the first one was sealed with it."""
    pages = file.stat().st_size // PAGE
    with file.open("rb") as opened:
        key = _seal_key(passphrase.encode(), opened.read(_SALT))
        numbers = range(2, pages + 1, max(1, pages // _MOST))
        return any(_sealed(opened, number, key) for number in numbers)


def _seal_key(passphrase: bytes, salt: bytes) -> bytes:
    key = pbkdf2_hmac(_HASH, passphrase, salt, _ROUNDS, _KEY)
    masked = bytes(byte ^ _SEAL_MASK for byte in salt)
    return pbkdf2_hmac(_HASH, key, masked, _SEAL_ROUNDS, _KEY)


def _sealed(opened: BinaryIO, number: int, key: bytes) -> bool:
    opened.seek((number - 1) * PAGE)
    page = opened.read(PAGE)
    body, seal = page[: PAGE - _SEAL], page[PAGE - _SEAL :]
    return compare_digest(digest(key, body + number.to_bytes(4, "little"), _HASH), seal)
