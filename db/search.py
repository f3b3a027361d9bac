"""One search field for everything: the shape of what was typed tells what it is."""

from collections.abc import Sequence

from sqlcipher3 import dbapi2

from app.letters import typed_number
from app.persian import search_key
from app.ports import Found
from db import request
from db.statement import Statement

LIMIT = 50
_BEYOND = "\U0010ffff"


def find(cursor: dbapi2.Cursor, text: str) -> Sequence[Found]:
    """Numbers by their length, anything else as a name, in any order of its words."""
    digits = typed_number(text)
    if digits.isascii() and digits.isdigit():
        return _by_number(cursor, digits)
    words = text.split()[:12]
    for turn in range(len(words)):
        found = _by_name(cursor, search_key(" ".join(words[turn:] + words[:turn])))
        if found:
            return found
    return []


def _by_number(cursor: dbapi2.Cursor, digits: str) -> list[Found]:
    found: list[Found] = []
    for statement in (
        request.FOUND_BY_TRACKING,
        request.FOUND_BY_APPLICANT,
        request.FOUND_BY_MOBILE,
    ):
        found += _hits(cursor, statement, text=digits)
    return found[:LIMIT]


def _by_name(cursor: dbapi2.Cursor, key: str) -> list[Found]:
    if not key:
        return []
    exact = _hits(cursor, request.FOUND_BY_NAME, text=key)
    if len(exact) == LIMIT:
        return exact
    beginning = _hits(cursor, request.FOUND_BY_BEGINNING, text=key, beyond=key + _BEYOND)
    seen = {hit.tracking for hit in exact}
    return (exact + [hit for hit in beginning if hit.tracking not in seen])[:LIMIT]


def _hits(cursor: dbapi2.Cursor, statement: Statement, **values: str) -> list[Found]:
    return [
        Found(tracking=tracking, name=name, id=id_, sub_service=title, state=state)
        for tracking, name, id_, title, state in statement.rows(cursor, **values)
    ]
