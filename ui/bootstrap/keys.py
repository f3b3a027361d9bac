"""The best place for the key of a store, and what stands there."""

from pathlib import Path

from platformdirs import user_config_path

from app.ids import new_id
from app.ports import Clock
from db.folder import Note, write_note
from db.keys import FileKeys, Keys
from db.sealed import close_key


def keep_key(making: Path, node: str, key: str, recovery: str, clock: Clock) -> str:
    """Keeps the key in the best place there is, under a name of its own, and notes both, and the
    key once more for whoever has the recovery key.
    """
    place, name = place_for_key(), new_id(clock.now())
    keys_at(place).write(name, key)
    write_note(making, Note(node=node, key=place, keyed=name, closed=close_key(key, recovery)))
    return place


def place_for_key() -> str:
    """The system's own safe where it can be used, else a file."""
    from db.safe import usable

    return "keyring" if usable() else "file"


def keys_at(place: str) -> Keys:
    """The keys in that place."""
    if place == "keyring":
        from db.safe import SafeKeys

        return SafeKeys()
    return FileKeys(user_config_path("bajeh") / "keys")
