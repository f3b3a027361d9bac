"""Reading the journal back, in the order in which every replica reads it."""

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from sqlcipher3 import dbapi2

from app.event import Event, Recorded, Vocabulary
from app.folds.fold import Fact, Fold, State

S = TypeVar("S", bound=State)

COLUMNS = (
    "office, node, incarnation, seq, id, at, clerk, entity, kind, version, body, content, link"
)
# The centre's feed first; then what it has lost, its newest loss before older ones; then what it
# has not shown here yet. These two in the order in which this replica had them.
ORDER = "feed IS NULL, feed, lost IS NULL, lost DESC, was, pos"
FACT = f"{COLUMNS}, ifnull(received, 0)"
"""All of a line that a fold may read."""

_HISTORY = f"SELECT {FACT} FROM event WHERE entity = ? AND superseded = 0 ORDER BY {ORDER}"  # noqa: S608
_NEWEST = "SELECT max(pos) FROM event WHERE entity = ?"
_LAST = "SELECT max(pos) FROM event"
_SINCE = f"SELECT pos, {COLUMNS} FROM event WHERE pos > ? ORDER BY pos"  # noqa: S608


class HistoryReader:
    """Folds entities, and keeps the states that change seldom (office, catalogue, accounts) while
    nothing was added to them.
    """

    def __init__(self, vocabulary: Vocabulary, kept: Iterable[Fold[Any]]) -> None:
        self.vocabulary = vocabulary
        self._kept = {id(fold) for fold in kept}
        self._states: dict[tuple[int, str], tuple[int, State | None]] = {}

    def read(self, recorded: Recorded) -> Event | None:
        """What a line says, None where a newer program wrote it."""
        return self.vocabulary.read(recorded)

    def history(self, cursor: dbapi2.Cursor, entity: str) -> list[Fact]:
        """All facts of an entity in their order."""
        recorded = [Recorded(*row) for row in cursor.execute(_HISTORY, (entity,)).fetchall()]
        return [(line, self.read(line)) for line in recorded]

    def newest(self, cursor: dbapi2.Cursor) -> int:
        """The place of the last fact of all."""
        return cursor.execute(_LAST).fetchone()[0] or 0

    def since(self, cursor: dbapi2.Cursor, place: int) -> tuple[list[Fact], int]:
        """The facts behind a place, in the order in which they came, and the place of the last."""
        rows = cursor.execute(_SINCE, (place,)).fetchall()
        lines = [Recorded(*row[1:]) for row in rows]
        facts = [(line, self.read(line)) for line in lines]
        return facts, rows[-1][0] if rows else place

    def state(self, cursor: dbapi2.Cursor, fold: Fold[S], entity: str) -> S | None:
        """The state of an entity, or None."""
        if id(fold) not in self._kept:
            return fold(self.history(cursor, entity))
        newest = cursor.execute(_NEWEST, (entity,)).fetchone()[0] or 0
        kept = self._states.get((id(fold), entity))
        if kept is None or kept[0] != newest:
            kept = (newest, fold(self.history(cursor, entity)))
            self._states[id(fold), entity] = kept
        return cast("S | None", kept[1])

    def forget(self) -> None:
        """After a transaction that was taken back, positions may be used again."""
        self._states.clear()
