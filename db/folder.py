"""The data folder: one folder, one node."""

import json
import os
from pathlib import Path

from msgspec.structs import asdict

from app.refusal import Refusal
from app.value import Value
from db.trouble import in_words

STORE = "store.db"
NOTE = "bajeh.json"


class Note(Value, frozen=True, kw_only=True):
    """What must be known before the store can be opened. `key` is where its key lies, `keyed` the
    name under which it lies there (empty: the node's): two folders of one node, as a restored
    backup makes them, have each their own. `closed` is the key as the recovery key opens it.
    """

    node: str
    key: str
    keyed: str = ""
    closed: str = ""


def read_note(folder: Path) -> Note:
    """Refuses `store_missing` in an empty folder and `store_unreadable` on a foreign note."""
    with in_words():
        try:
            said = json.loads((folder / NOTE).read_text("utf-8"))
            return Note(
                node=str(said["node"]),
                key=str(said["key"]),
                keyed=str(said.get("keyed", "")),
                closed=str(said.get("closed", "")),
            )
        except FileNotFoundError:
            raise Refusal("store_missing", folder=str(folder)) from None
        except (ValueError, KeyError, TypeError, RecursionError):
            raise Refusal("store_unreadable", folder=str(folder)) from None


def write_note(folder: Path, note: Note) -> None:
    """Writes it whole or not at all."""
    with in_words():
        folder.mkdir(parents=True, exist_ok=True)
        temporary = folder / f"{NOTE}.new"
        with temporary.open("w", encoding="utf-8") as file:
            file.write(json.dumps(asdict(note)))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(folder / NOTE)


def require_empty(folder: Path) -> None:
    """Refuses `store_exists` where there is a store already."""
    if (folder / STORE).exists() or (folder / NOTE).exists():
        raise Refusal("store_exists", folder=str(folder))
