"""Holding the store against itself: are the chains whole, do the projections follow from them?"""

from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlcipher3 import dbapi2

from app.event import Recorded, Vocabulary, content_of, link_of
from app.folds.fold import State
from app.value import Value
from db.connection import begin, one
from db.history import COLUMNS
from db.journal import PROJECTIONS
from db.projection import Projection, shown_by
from db.trouble import in_words

_BY_CHAIN = f"SELECT {COLUMNS} FROM event ORDER BY node, incarnation, seq"  # noqa: S608
# By the index, not by the whole order: sorting every body would cost more than all the folding.
_BY_ENTITY = f"SELECT {COLUMNS}, feed, pos FROM event WHERE superseded = 0 ORDER BY entity, pos"  # noqa: S608
_CACHE_KIBIBYTES = 128 * 1024


_ENTITY = COLUMNS.split(", ").index("entity")


class Finding(Value, frozen=True, kw_only=True):
    """`broken` names the first event (node, incarnation, seq) at which a chain does not hold;
    `different` the entities whose rows are not what their history says.
    """

    events: int
    broken: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    conflicts: int = 0


def verify(cursor: dbapi2.Cursor, vocabulary: Vocabulary) -> Finding:
    """Reads the whole store in one snapshot and changes nothing. Refuses `store_damaged`."""
    with in_words():
        cursor.execute("BEGIN")
        try:
            events, broken = _chains(cursor)
            return Finding(
                events=events,
                broken=tuple(broken),
                different=tuple(_differences(cursor, vocabulary)),
                conflicts=one(cursor, "SELECT count(*) FROM conflict"),
            )
        finally:
            with suppress(dbapi2.Error):
                cursor.execute("ROLLBACK")


def rebuild(cursor: dbapi2.Cursor, vocabulary: Vocabulary) -> None:
    """Makes every projection anew from the journal, in one transaction."""
    begin(cursor)
    try:
        for projection in PROJECTIONS:
            for table in projection.owners:
                cursor.execute(f"DELETE FROM {table.name}")  # noqa: S608 our own names
        for projection, state in _states(cursor.connection.cursor(), vocabulary):
            projection.write(cursor, [state], [])
        cursor.execute("COMMIT")
    except BaseException:
        with suppress(dbapi2.Error):
            cursor.execute("ROLLBACK")
        raise


def _chains(cursor: dbapi2.Cursor) -> tuple[int, list[str]]:
    follows = dict(cursor.execute("SELECT incarnation, follows FROM incarnation").fetchall())
    broken: list[str] = []
    events = 0
    lines = (Recorded(*row) for row in cursor.execute(_BY_CHAIN))
    for (node, incarnation), chain in groupby(
        lines, key=lambda line: (line.node, line.incarnation)
    ):
        link, whole = follows.get(incarnation, b""), True
        for seq, recorded in enumerate(chain, 1):
            events += 1
            if whole and not _holds(recorded, link, seq):
                broken.append(f"{node}/{incarnation}/{seq}")
                whole = False
            link = recorded.link
    return events, broken + _cut_short(cursor)


def _holds(recorded: Recorded, before: bytes, seq: int) -> bool:
    content = content_of(
        recorded.id,
        recorded.at,
        recorded.clerk,
        recorded.entity,
        recorded.kind,
        recorded.version,
        recorded.body,
    )
    return (
        recorded.seq == seq
        and recorded.content == content
        and recorded.link == link_of(before, recorded.incarnation, seq, content)
    )


def _cut_short(cursor: dbapi2.Cursor) -> list[str]:
    """Incarnations that do not follow from where the one before them ended."""
    rows = cursor.execute(
        "SELECT node, incarnation FROM incarnation WHERE why <> 'set-up'"
        " AND follows NOT IN (SELECT link FROM event) ORDER BY born"
    )
    return [f"{node}/{incarnation}/0" for node, incarnation in rows]


def _states(
    cursor: dbapi2.Cursor, vocabulary: Vocabulary
) -> Iterator[tuple[Projection[Any], State]]:
    cursor.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
    for _, group in groupby(cursor.execute(_BY_ENTITY), key=itemgetter(_ENTITY)):
        ordered = sorted(group, key=lambda row: (row[-2] is None, row[-2] or 0, row[-1]))
        lines = (Recorded(*row[:-2]) for row in ordered)
        facts = [(line, vocabulary.read(line)) for line in lines]
        shown = shown_by(PROJECTIONS, facts)
        if shown:
            yield shown


def _differences(cursor: dbapi2.Cursor, vocabulary: Vocabulary) -> Iterator[str]:
    reading = cursor.connection.cursor()
    counted: dict[str, int] = {}
    for projection, state in _states(cursor, vocabulary):
        for table, rows in projection.rows(state).items():
            counted[table.name] = counted.get(table.name, 0) + len(rows)
            if sorted(rows, key=repr) != sorted(
                projection.stored(reading, table, state.id), key=repr
            ):
                yield state.id
                break
    for name in {table.name for projection in PROJECTIONS for table in projection.owners}:
        if one(reading, f"SELECT count(*) FROM {name}") != counted.get(name, 0):  # noqa: S608
            yield f"rows of {name} that no history explains"
