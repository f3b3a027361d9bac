"""Keys in the operating system's safe. Slow to load, so only bootstrap does, and only where the
store says that its key is there.
"""

from contextlib import suppress

import keyring
from keyring.errors import KeyringError

from app.refusal import Refusal
from db.keys import is_key

SERVICE = "bajeh"


class SafeKeys:
    """Fulfils `db.keys.Keys` through the `keyring` package."""

    def read(self, name: str) -> str:
        """The key; refuses `key_missing`, also while the safe is locked."""
        try:
            key = keyring.get_password(SERVICE, name)
        except KeyringError as error:
            raise Refusal("key_missing", place="keyring") from error
        if not key or not is_key(key):
            raise Refusal("key_missing", place="keyring")
        return key

    def write(self, name: str, key: str) -> None:
        """Keeps it; refuses `key_missing` where the safe does not take it."""
        try:
            keyring.set_password(SERVICE, name, key)
        except KeyringError as error:
            raise Refusal("key_missing", place="keyring") from error

    def forget(self, name: str) -> None:
        """Keeps it no longer; one that is not there is forgotten."""
        with suppress(KeyringError):
            keyring.delete_password(SERVICE, name)


def usable() -> bool:
    """Whether this system has a safe worth the name (fallbacks of the package do not count)."""
    return bool(keyring.get_keyring().priority >= 1)
