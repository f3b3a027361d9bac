"""A projection: the rows that lists and searches read, always derivable from the journal."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from sqlcipher3 import dbapi2

from app.folds.fold import Conflict, Fact, Fold, State
from db.sql.journal import CONFLICT
from db.statement import Table

S = TypeVar("S", bound=State)
Row = tuple[Any, ...]
Rows = Mapping[Table, list[Row]]


class Projection(Generic[S]):
    """Turns the state of one kind of entity into rows. `owners` names, for each table, the column
    that holds the entity.
    """

    def __init__(
        self, fold: Fold[S], owners: Mapping[Table, str], rows: Callable[[S], Rows]
    ) -> None:
        self.fold = fold
        self.owners = {**owners, CONFLICT: "entity"}
        self._rows = rows
        self._delete = {
            table: f"DELETE FROM {table.name} WHERE {owner} = ?"  # noqa: S608 our own names
            for table, owner in self.owners.items()
        }

    def rows(self, state: S) -> dict[Table, list[Row]]:
        """All rows of one entity, conflicts among them."""
        return {**self._rows(state), CONFLICT: [_conflict(state, one) for one in state.conflicts]}

    def write(self, cursor: dbapi2.Cursor, states: Iterable[S], stale: Sequence[str]) -> None:
        """Puts the rows of these entities in place; `stale` are those that have rows already."""
        gathered: dict[Table, list[Row]] = {table: [] for table in self.owners}
        for state in states:
            for table, rows in self.rows(state).items():
                gathered[table].extend(rows)
        for table, rows in gathered.items():
            if stale:
                cursor.executemany(self._delete[table], [(entity,) for entity in stale])
            if rows:
                cursor.executemany(table.insert, rows)

    def clear(self, cursor: dbapi2.Cursor, entity: str) -> None:
        """An entity that is nothing any more has no rows."""
        for delete in self._delete.values():
            cursor.execute(delete, (entity,))

    def stored(self, cursor: dbapi2.Cursor, table: Table, entity: str) -> Iterator[Row]:
        """What stands in the table for an entity."""
        owner = self.owners[table]
        return iter(cursor.execute(f"{table.select} WHERE {owner} = ?", (entity,)))


def _conflict(state: State, found: Conflict) -> Row:
    done = state.settlement(found.event)
    at = done.at if done else None
    return state.id, found.event, found.kind, found.at, found.clerk, found.reason, at


def shown_by(
    projections: Iterable[Projection[Any]], history: Sequence[Fact]
) -> tuple[Projection[Any], State] | None:
    """The state of an entity of any kind, and the projection that shows it; None where no event of
    its history opens anything.
    """
    for projection in projections:
        state = projection.fold(history)
        if state is not None:
            return projection, state
    return None
