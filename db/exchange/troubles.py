"""All that is wrong with a file of the catalogue, told at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.refusal import Refusal

MOST = 500
"""Cells that one refusal names; who mends these learns of the rest then."""


class Troubles:
    """Gathers bad cells, so that whoever mends a file mends it once."""

    def __init__(self) -> None:
        self._found: list[Refusal] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    @contextmanager
    def noted(self) -> Iterator[None]:
        """A cell that is refused inside is noted, and the reading goes on."""
        try:
            yield
        except Refusal as refusal:
            self._found.append(refusal)

    def settle(self) -> None:
        """Refuses as the first bad cell does; `others` are the facts of the further ones."""
        if self._found:
            first, *rest = self._found
            told = tuple(dict(each.facts) for each in rest[: MOST - 1])
            more = {"others": told, "count": len(self._found)} if rest else {}
            raise Refusal("catalogue_row_bad", **first.facts, **more)
