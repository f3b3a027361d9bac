"""Batches no program would send, by whoever holds a stolen counter PC: refused, and nothing left."""

from collections.abc import Iterator
from typing import Any

from app.sync.feed import START
from db.central.wire import columns_of
from tests.central.author import Author
from tests.central.thief import HIS, Thief

SEQS, IDS, BODIES, CONTENTS, LINKS, FOLLOWS, SIGNATURES = 2, 3, 9, 10, 11, 12, 13
MEGABYTE = b"x" * 1024 * 1024


def columns(author: Author, count: int = 2) -> list[Any]:
    """Two good lines as the functions take them."""
    return [0, START, *columns_of(author.batch(count))]


def spoilt(thief: Thief) -> Iterator[tuple[str, list[Any]]]:
    """What is wrong, and the arguments of a push."""
    for at, name in enumerate(NAMES):
        for wrong in (None, [], ARRAYS):
            yield f"{name} {wrong}", wrong_at(columns(Author(thief.centre.office, HIS)), at, wrong)


NAMES = ("nodes", "incarnations", "seqs", "ids", "ats", "clerks", "entities", "kinds", "versions",
         "bodies", "contents", "links", "follows", "signatures")  # fmt: skip
ARRAYS = "[None]"


def wrong_at(said: list[Any], at: int, wrong: Any) -> list[Any]:
    """One column is missing, empty, or holds nothing."""
    said[2 + at] = [None, None] if wrong == ARRAYS else wrong
    return said


TYPES = ("bigint[]", "text[]", "bigint[]", "text[]", "text[]", "text[]", "int[]",
         *["bytea[]"] * 5)  # fmt: skip
_COLUMNS = ", ".join(f"%s::{kind}" for kind in TYPES)
HEAL = f"SELECT reply FROM bajeh.heal_v1(%s, %s, %s::text[], %s::text[], {_COLUMNS})"  # noqa: S608
PUSH = f"SELECT reply FROM bajeh.push_v1(%s, %s, %s, %s, {_COLUMNS})"  # noqa: S608


def pushed(said: list[Any]) -> list[Any]:
    """A push names node and incarnation once."""
    place, mark, nodes, incarnations, *rest = said
    return [place, mark, nodes and nodes[0], incarnations and incarnations[0], *rest]
