"""Files that commands read (requests, answers) and write (papers, lists)."""

import json
import os
import sys
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from app.persian import clean
from app.refusal import Refusal
from app.value import Value

V = TypeVar("V", bound=Value)


def read_file(name: str) -> bytes:
    """The bytes of a file, `-` for standard input. Refuses `file_missing`."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError):
        raise Refusal("file_missing", path=name) from None


def read_json(name: str, kind: type[V]) -> V:
    """A value from a JSON file; NUL and lone surrogates are taken out of its texts.

    Refuses `file_missing`, and `request_file_wrong` with what is wrong and where.
    """
    try:
        said = json.loads(read_file(name).decode("utf-8-sig"))
        return msgspec.convert(_cleaned(said), kind)
    except UnicodeDecodeError:
        raise Refusal("request_file_wrong", problem="UTF-8") from None
    except (ValueError, RecursionError, msgspec.ValidationError) as error:
        raise Refusal("request_file_wrong", problem=str(error)) from None


def write_file(name: str, data: bytes) -> None:
    """Writes a file whole or not at all. Refuses `paper_unwritable`."""
    target = Path(name)
    partial = target.with_name(f".{target.name}.partial")
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except (OSError, ValueError):
        _forget(partial)
        raise Refusal("paper_unwritable", path=name) from None


def _forget(partial: Path) -> None:
    try:
        partial.unlink(missing_ok=True)
    except (OSError, ValueError):
        return


def _cleaned(said: Any) -> Any:
    if isinstance(said, str):
        return clean(said)
    if isinstance(said, list):
        return [_cleaned(item) for item in said]
    if isinstance(said, dict):
        return {clean(key): _cleaned(item) for key, item in said.items()}
    return said
