"""Files that commands read (requests, answers) and write (papers, lists)."""

import json
import os
import re
import sys
from pathlib import Path
from typing import Any, TextIO, TypeVar

import msgspec

from app.persian import clean
from app.refusal import Refusal
from app.value import Value

V = TypeVar("V", bound=Value)

LARGEST = 1_000_000
"""Bytes of a request or an answer: a hundred times what any paper can hold."""

_MISSING = re.compile("missing required field `(.*?)`")
_UNKNOWN = re.compile("unknown field `(.*?)`")
_WHERE = re.compile(r" - at `\$?\.?(.*?)`$")


def read_file(name: str) -> bytes:
    """The bytes of a file, `-` for standard input. Refuses `file_missing`."""
    try:
        return _standard_input() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError):
        raise Refusal("file_missing", path=name) from None


def read_json(name: str, kind: type[V]) -> V:
    """A value from a JSON file; NUL and lone surrogates are taken out of its texts.

    Refuses `file_missing`, and `request_file_wrong` with what is wrong and where, in Persian.
    """
    data = read_file(name)
    if len(data) > LARGEST:
        raise Refusal("request_file_wrong", problem="پرونده بیش از اندازه بزرگ است")
    try:
        return msgspec.convert(_cleaned(json.loads(data.decode("utf-8-sig"))), kind)
    except UnicodeDecodeError:
        problem = "نویسه‌های پرونده UTF-8 نیست"
    except json.JSONDecodeError as error:
        problem = f"ساختار JSON در سطر {error.lineno} و نویسه {error.colno} درست نیست"
    except msgspec.ValidationError as error:
        problem = _problem(str(error))
    except (ValueError, RecursionError):
        problem = "ساختار JSON درست نیست"
    raise Refusal("request_file_wrong", problem=problem)


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


def _standard_input() -> bytes:
    stream: TextIO | None = sys.stdin
    return stream.buffer.read() if stream else b""


def _problem(said: str) -> str:
    """What the reader of values says, for somebody who mends the file."""
    found = _WHERE.search(said)
    where = f" (در «{found[1]}»)" if found and found[1] else ""
    if missing := _MISSING.search(said):
        return f"بخش لازم «{missing[1]}» نیامده است{where}"
    if unknown := _UNKNOWN.search(said):
        return f"بخش «{unknown[1]}» شناخته نیست{where}"
    return f"مقدار «{found[1]}» پذیرفته نیست" if where and found else "یک بخش کامل JSON لازم است"


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
