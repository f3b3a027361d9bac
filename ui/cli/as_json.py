"""How values look as JSON."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict


def as_json(facts: Any) -> str:
    """One object on one line: ISO dates, Persian as it is."""
    return json.dumps(_plain(facts), ensure_ascii=False)


def _plain(fact: Any) -> Any:
    if isinstance(fact, date | datetime):
        return fact.isoformat()
    if isinstance(fact, Mapping):
        return {str(key): _plain(item) for key, item in fact.items()}
    if isinstance(fact, list | tuple | set):
        return [_plain(item) for item in fact]
    return _plain(asdict(fact)) if isinstance(fact, Struct) else fact
