"""Files that commands read (requests, answers) and write (papers, lists)."""

import json
import os
import re
import sys
from pathlib import Path
from typing import Any, TextIO, TypeVar

import msgspec

from app.decoding import convert
from app.persian import clean
from app.refusal import Refusal
from app.value import Value

V = TypeVar("V", bound=Value)

LARGEST = 1_000_000
"""Bytes of a request or an answer: a hundred times what any paper can hold."""

_SAID = re.compile(r"(missing required|unknown) field `(.*?)`")
_WHERE = re.compile(r" - at `\$?\.?(.*?)`$")


def read_file(name: str) -> bytes:
    """The bytes of a file, `-` for standard input. Refuses `file_missing`."""
    try:
        return _standard_input() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError):
        raise Refusal("file_missing", path=name) from None


def read_password(name: str) -> str:
    """The first line of a file, `-` for standard input. Refuses `file_missing`, and
    `password_file_empty` where nothing stands in it.
    """
    said = clean(read_file(name).decode("utf-8-sig", "replace").partition("\n")[0].rstrip("\r"))
    if not said.strip():
        raise Refusal("password_file_empty", path=name)
    return said


def read_start(name: str, most: int) -> bytes:
    """The first bytes of a file, however long it is. Refuses `file_missing`."""
    try:
        with Path(name).open("rb") as file:
            return file.read(most)
    except (OSError, ValueError):
        raise Refusal("file_missing", path=name) from None


def ending_of(name: str) -> str:
    """Of which format a file says it is."""
    return Path(name).suffix.lower().removeprefix(".")


def read_json(name: str, kind: type[V]) -> V:
    """A value from a JSON file; NUL and lone surrogates are taken out of its texts.

    Refuses `file_missing`, `request_file_large`, `request_file_encoding`, `request_file_syntax`
    (line, column), and `request_part_missing`, `request_part_unknown`, `request_part_wrong` with
    the path of the part.
    """
    data = read_file(name)
    if len(data) > LARGEST:
        raise Refusal("request_file_large")
    try:
        return convert(_cleaned(json.loads(data.decode("utf-8-sig"))), kind)
    except UnicodeDecodeError:
        raise Refusal("request_file_encoding") from None
    except json.JSONDecodeError as error:
        raise Refusal("request_file_syntax", line=error.lineno, column=error.colno) from None
    except msgspec.ValidationError as error:
        raise _part_refused(str(error)) from None
    except (ValueError, RecursionError):
        raise Refusal("request_file_syntax", line=1, column=1) from None


def write_file(name: str, data: bytes, *, secret: bool = False) -> None:
    """Writes a file whole or not at all; a `secret` one can be read by nobody else. Refuses
    `paper_unwritable`.
    """
    target = Path(name)
    partial = target.with_name(f".{target.name}.partial")
    try:
        partial.touch(0o600 if secret else 0o666)
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except (OSError, ValueError):
        _forget(partial)
        raise Refusal("paper_unwritable", path=name) from None


def _standard_input() -> bytes:
    stream: TextIO | None = sys.stdin
    return stream.buffer.read() if stream else b""


def _part_refused(said: str) -> Refusal:
    """What the reader of values says, for somebody who mends the file."""
    found, named = _WHERE.search(said), _SAID.search(said)
    where = found[1] if found else ""
    if named is None:
        return Refusal("request_part_wrong", key=where)
    key = f"{where}.{named[2]}" if where else named[2]
    if named[1] == "unknown":
        return Refusal("request_part_unknown", key=key)
    return Refusal("request_part_missing", key=key)


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
