"""Reading the journal back, in the order in which every replica reads it."""

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from sqlcipher3 import dbapi2

from app.event import Event, Recorded, Vocabulary
from app.folds.fold import Fold, State

S = TypeVar("S", bound=State)

COLUMNS = (
    "office, node, incarnation, seq, id, at, clerk, entity, kind, version, body, content, link"
)
# The centre's feed first, then what it has not seen yet, in the order this replica had it.
ORDER = "feed IS NULL, feed, pos"
_HISTORY = f"SELECT {COLUMNS} FROM event WHERE entity = ? AND superseded = 0 ORDER BY {ORDER}"  # noqa: S608
_NEWEST = "SELECT max(pos) FROM event WHERE entity = ?"


class HistoryReader:
    """Folds entities, and keeps the states that change seldom (office, catalogue) while nothing was
    added to them.
    """

    def __init__(self, vocabulary: Vocabulary, kept: Iterable[Fold[Any]]) -> None:
        self._vocabulary = vocabulary
        self._kept = {id(fold) for fold in kept}
        self._states: dict[str, tuple[int, State | None]] = {}

    def history(self, cursor: dbapi2.Cursor, entity: str) -> list[tuple[Recorded, Event | None]]:
        """All facts of an entity in their order."""
        recorded = [Recorded(*row) for row in cursor.execute(_HISTORY, (entity,)).fetchall()]
        return [(line, self._vocabulary.read(line)) for line in recorded]

    def state(self, cursor: dbapi2.Cursor, fold: Fold[S], entity: str) -> S | None:
        """The state of an entity, or None."""
        if id(fold) not in self._kept:
            return fold(self.history(cursor, entity))
        newest = cursor.execute(_NEWEST, (entity,)).fetchone()[0] or 0
        kept = self._states.get(entity)
        if kept is None or kept[0] != newest:
            kept = (newest, fold(self.history(cursor, entity)))
            self._states[entity] = kept
        return cast("S | None", kept[1])

    def forget(self) -> None:
        """After a transaction that was taken back, positions may be used again."""
        self._states.clear()
