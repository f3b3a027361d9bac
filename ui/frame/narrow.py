"""Narrowing a list by what was typed. Pure."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from app.letters import search_key


class Narrowable(Protocol):
    """What can be found by a short thing or by words."""

    @property
    def first(self) -> str:
        """The short thing: a code, a label."""

    @property
    def text(self) -> str:
        """The long one."""


N = TypeVar("N", bound=Narrowable)


class Narrowing(Generic[N]):
    """Rows with the spelling that search goes by, found once and compared at every key."""

    def __init__(self, rows: Sequence[N]) -> None:
        self._rows = tuple((row, search_key(row.first), search_key(row.text)) for row in rows)

    def by(self, typed: str) -> tuple[N, ...]:
        """Rows whose `first` is what was typed, then those whose `first` begins so (a label also:
        ends so, for people say its number alone), then those whose text holds every word; all of
        them where nothing was typed.
        """
        words = [key for word in typed.split() if (key := search_key(word))]
        if not words:
            return tuple(row for row, _, _ in self._rows)
        ranked = [(_rank(words, first, text), row) for row, first, text in self._rows]
        return tuple(row for rank in range(3) for found, row in ranked if found == rank)


def _rank(words: Sequence[str], first: str, text: str) -> int:
    whole = "".join(words)
    if first == whole:
        return 0
    if first.startswith(whole) or (first.endswith(whole) and not first.isdecimal()):
        return 1
    return 2 if all(word in text for word in words) else 3
