"""Passwords: argon2id by `argon2-cffi`. Loaded by whoever first signs in."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_ARGON2ID = PasswordHasher(time_cost=2, memory_cost=64 * 1024, parallelism=1)
"""64 MiB, as RFC 9106 has it for small machines; two rounds keep a counter's PC below 0.3 s."""


def hash(password: str) -> str:  # noqa: A001 - as the port has it
    """What is kept of a password: its parameters, its salt and what came of them."""
    return _ARGON2ID.hash(password)


def holds(hashed: str, password: str) -> bool:
    """Whether it was made of just this password."""
    try:
        return _ARGON2ID.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False


def stale(hashed: str) -> bool:
    """Whether it was made with other parameters than these."""
    return _ARGON2ID.check_needs_rehash(hashed)
