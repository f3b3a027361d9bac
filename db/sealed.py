"""The store's key, closed by the recovery key: a disk and the paper together open the store."""

import hmac
import secrets
from hashlib import pbkdf2_hmac, sha256

from app.refusal import Refusal

ROUNDS = 100_000
_SALT, _KEY = 16, 32


def close_key(key: str, recovery: str) -> str:
    """Salt, the key under as many bytes that only the recovery key gives, and what proves it."""
    salt = secrets.token_bytes(_SALT)
    pad, proof = _derived(recovery, salt)
    closed = _mixed(bytes.fromhex(key), pad)
    return (salt + closed + _proved(proof, salt + closed)).hex()


def open_key(closed: str, recovery: str) -> str:
    """The key again. Refuses `recovery_key_other`."""
    data = _bytes(closed)
    salt, hidden, proved = data[:_SALT], data[_SALT : _SALT + _KEY], data[_SALT + _KEY :]
    pad, proof = _derived(recovery, salt)
    if not hmac.compare_digest(proved, _proved(proof, salt + hidden)):
        raise Refusal("recovery_key_other")
    return _mixed(hidden, pad).hex()


def _bytes(closed: str) -> bytes:
    try:
        return bytes.fromhex(closed)
    except ValueError:
        return b""


def _derived(recovery: str, salt: bytes) -> tuple[bytes, bytes]:
    both = pbkdf2_hmac("sha256", recovery.encode(), b"bajeh-key-1" + salt, ROUNDS, 2 * _KEY)
    return both[:_KEY], both[_KEY:]


def _mixed(data: bytes, pad: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(data, pad, strict=True))


def _proved(proof: bytes, said: bytes) -> bytes:
    return hmac.digest(proof, said, sha256)
