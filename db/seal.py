"""Signatures: Ed25519 by `cryptography`. Loaded by whoever first signs or is shown a signature."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def new_key() -> str:
    """A private key, in hexadecimal."""
    return Ed25519PrivateKey.generate().private_bytes_raw().hex()


def public(key: str) -> str:
    """The public half of a private key, in hexadecimal."""
    return _private(key).public_key().public_bytes_raw().hex()


def sign(key: str, message: bytes) -> bytes:
    """64 bytes; the same of the same message always."""
    return _private(key).sign(message)


def holds(public: str, message: bytes, signature: bytes) -> bool:
    """Whether the owner of that public key signed just this."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _private(key: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key))
