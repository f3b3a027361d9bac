"""One search field for everything: the shape of what was typed tells what it is."""

from collections.abc import Iterable, Sequence
from itertools import permutations

from sqlcipher3 import dbapi2

from app.letters import typed_number
from app.persian import search_key
from app.ports import Found
from db.request import words_of
from db.sql import request
from db.statement import Statement

LIMIT = 50
_BEYOND = "\U0010ffff"

Hits = dict[str, Found]
"""By request, so that each is shown once."""


def find(cursor: dbapi2.Cursor, text: str) -> Sequence[Found]:
    """Numbers by their length, anything else as a name, in any order of its words."""
    digits = typed_number(text).removeprefix("+")
    if digits.isascii() and digits.isdigit():
        return list(_by_number(cursor, digits).values())[:LIMIT]
    for words in _orders(words_of(text)):
        if found := _by_name(cursor, search_key(" ".join(words))):
            return list(found.values())[:LIMIT]
    return []


def _orders(words: list[str]) -> Iterable[Sequence[str]]:
    """Every order of a few words; of many, every turn of them and the reverse."""
    if len(words) <= 4:
        return permutations(words)
    return [*(words[at:] + words[:at] for at in range(len(words))), words[::-1]]


def _by_number(cursor: dbapi2.Cursor, digits: str) -> Hits:
    return {
        **_hits(cursor, request.FOUND_BY_TRACKING, text=digits),
        **_hits(cursor, request.FOUND_BY_APPLICANT, text=digits),
        **_hits(cursor, request.FOUND_BY_MOBILE, text=_mobile(digits)),
    }


def _mobile(digits: str) -> str:
    """As it is stored, with or without 0 or Iran's prefix."""
    return f"0{digits[-10:]}" if digits[:-10] in ("", "0", "98", "0098") else digits


def _by_name(cursor: dbapi2.Cursor, key: str) -> Hits:
    if not key:
        return {}
    exact = _hits(cursor, request.FOUND_BY_NAME, text=key)
    if len(exact) == LIMIT:
        return exact
    beginning = _hits(cursor, request.FOUND_BY_BEGINNING, text=key, beyond=key + _BEYOND)
    return {**exact, **{id_: hit for id_, hit in beginning.items() if id_ not in exact}}


def _hits(cursor: dbapi2.Cursor, statement: Statement, **values: str) -> Hits:
    return {
        id_: Found(tracking=tracking, name=name, id=applicant, sub_service=title, state=state)
        for id_, tracking, name, applicant, title, state in statement.rows(cursor, **values)
    }
