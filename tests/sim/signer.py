"""Signatures of a world in which nobody tries to forge."""

from hashlib import sha256


class QuickSigner:
    """Signs with a hash."""

    def new_key(self) -> str:
        """Always the same."""
        return "00"

    def public(self, key: str) -> str:
        """Its hash."""
        return sha256(key.encode()).hexdigest()

    def sign(self, key: str, message: bytes) -> bytes:
        """64 bytes."""
        return sha256(self.public(key).encode() + message).digest() * 2

    def holds(self, public: str, message: bytes, signature: bytes) -> bool:
        """Whether they are the same."""
        return sha256(public.encode() + message).digest() * 2 == signature
