"""What lists and searches would read, had somebody folded the centre's order from nothing."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from app.event import Recorded, Vocabulary
from db.journal import PROJECTIONS
from db.projection import shown_by
from tests.sim.pc import Pc

Rows = dict[str, list[tuple[Any, ...]]]
TABLES = {table.name: table for each in PROJECTIONS for table in each.owners}


def folded(believed: Iterable[Recorded], words: Vocabulary) -> Rows:
    """All rows of all projections, of events in their order."""
    histories: dict[str, list[Any]] = defaultdict(list)
    for recorded in believed:
        histories[recorded.entity].append((recorded, words.read(recorded)))
    found: Rows = {name: [] for name in TABLES}
    for history in histories.values():
        shown = shown_by(PROJECTIONS, history)
        if shown:
            projection, state = shown
            for table, rows in projection.rows(state).items():
                found[table.name].extend(rows)
    return _sorted(found)


def stored(pc: Pc) -> Rows:
    """Those that stand on a disk."""
    return _sorted(
        {name: pc.connection.execute(table.select).fetchall() for name, table in TABLES.items()}
    )


def _sorted(rows: Rows) -> Rows:
    return {name: sorted(each, key=repr) for name, each in rows.items()}
