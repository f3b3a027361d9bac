"""Holding the store against itself: are the chains whole, do the projections follow from them?"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

from sqlcipher3 import dbapi2

from app.event import Recorded, Vocabulary, content_of, first_link, link_of
from app.folds.fold import State
from app.value import Value
from db.connection import begin, one
from db.history import COLUMNS, FACT
from db.journal import PROJECTIONS
from db.projection import Projection, shown_by
from db.trouble import in_words
from db.work import DOUBTED

# What is kept and not believed vouches for nothing.
_BY_CHAIN = (
    f"SELECT {COLUMNS} FROM event WHERE superseded <> {DOUBTED} ORDER BY node, incarnation, seq"  # noqa: S608
)
# By the index, not by the whole order: sorting every body would cost more than all the folding.
_BY_ENTITY = (
    f"SELECT {FACT}, feed, lost, was, pos FROM event WHERE superseded = 0 ORDER BY entity, pos"  # noqa: S608
)
_CACHE_KIBIBYTES = 128 * 1024
_WORD = 2000
"""Lines between two words of how far it has come."""

Tell = Callable[[float], None]
R = TypeVar("R")


_ENTITY = COLUMNS.split(", ").index("entity")


class Finding(Value, frozen=True, kw_only=True):
    """`broken` names the first event (node, incarnation, seq) at which a chain does not hold;
    `different` the entities whose rows are not what their history says.
    """

    events: int
    broken: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    conflicts: int = 0


def verify(cursor: dbapi2.Cursor, vocabulary: Vocabulary, tell: Tell | None = None) -> Finding:
    """Reads the whole store in one snapshot and changes nothing. `tell` hears which share is done;
    what it raises ends it. Refuses `store_damaged`.
    """
    with in_words():
        cursor.execute("BEGIN")
        try:
            heard = _Heard(tell, one(cursor, "SELECT count(*) FROM event"))
            events, broken = _chains(cursor, heard)
            return Finding(
                events=events,
                broken=tuple(broken),
                different=tuple(_differences(cursor, vocabulary, heard)),
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
        for projection, state in _states(cursor.connection.cursor(), vocabulary, _Heard(None, 0)):
            projection.write(cursor, [state], [])
        cursor.execute("COMMIT")
    except BaseException:
        with suppress(dbapi2.Error):
            cursor.execute("ROLLBACK")
        raise


class _Heard:
    """Counts lines that were read, once for the chains and once for the projections."""

    def __init__(self, tell: Tell | None, events: int) -> None:
        self._tell, self._all, self._read = tell, 2 * max(events, 1), 0

    def over(self, lines: Iterable[R]) -> Iterator[R]:
        """The same lines."""
        for line in lines:
            self._read += 1
            if self._tell is not None and self._read % _WORD == 0:
                self._tell(min(1.0, self._read / self._all))
            yield line


def _chains(cursor: dbapi2.Cursor, heard: _Heard) -> tuple[int, list[str]]:
    office = one(cursor, "SELECT value FROM meta WHERE key = 'office'") or ""
    follows = dict(cursor.execute("SELECT incarnation, follows FROM incarnation").fetchall())
    broken: list[str] = []
    lines = (Recorded(*row) for row in heard.over(cursor.execute(_BY_CHAIN)))
    for (node, incarnation), chain in groupby(
        lines, key=lambda line: (line.node, line.incarnation)
    ):
        start = follows.get(incarnation, b"")
        parted = (_of_the_centre if node == office else _parted)(chain, start)
        if parted is not None:
            broken.append(f"{node}/{incarnation}/{parted}")
    events = one(cursor, "SELECT count(*) FROM event")
    return events, broken + _cut_short(cursor, office)


def _of_the_centre(lines: Iterator[Recorded], _: bytes) -> int | None:
    """The seq of the first line of the office's own node that does not hold: no chain ties them,
    they hang on the feed's marks alone.
    """
    return next((line.seq for line in lines if not line.link == line.content == _said(line)), None)


def _parted(lines: Iterator[Recorded], start: bytes) -> int | None:
    """The seq at which a chain does not go on as it should. A copied PC may have written it in
    several ways: then each line hangs on one of those before it.
    """
    before = [start]
    turns = groupby(lines, key=lambda line: line.seq)
    for expected, (seq, group) in enumerate(turns, 1):
        ways = list(group)
        if seq != expected or not all(_hangs(recorded, before) for recorded in ways):
            return expected
        before = [recorded.link for recorded in ways]
    return None


def _hangs(recorded: Recorded, before: Sequence[bytes]) -> bool:
    place = recorded.incarnation, recorded.seq, recorded.content
    return recorded.content == _said(recorded) and any(
        recorded.link == link_of(link, *place) for link in before
    )


def _said(recorded: Recorded) -> bytes:
    """What the line says, as its content ought to vouch for it."""
    return content_of(
        recorded.id,
        recorded.at,
        recorded.clerk,
        recorded.entity,
        recorded.kind,
        recorded.version,
        recorded.body,
    )


def _cut_short(cursor: dbapi2.Cursor, office: str) -> list[str]:
    """Incarnations that follow neither from a line that is here nor from nothing."""
    rows = cursor.execute(
        "SELECT node, incarnation, follows FROM incarnation WHERE why <> 'set-up'"
        " AND follows NOT IN (SELECT link FROM event) ORDER BY born"
    )
    return [
        f"{node}/{incarnation}/0"
        for node, incarnation, follows in rows
        if follows != first_link(office, node)
    ]


def _states(
    cursor: dbapi2.Cursor, vocabulary: Vocabulary, heard: _Heard
) -> Iterator[tuple[Projection[Any], State]]:
    cursor.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
    for _, group in groupby(heard.over(cursor.execute(_BY_ENTITY)), key=itemgetter(_ENTITY)):
        lines = (Recorded(*row[:-4]) for row in sorted(group, key=_place))
        facts = [(line, vocabulary.read(line)) for line in lines]
        shown = shown_by(PROJECTIONS, facts)
        if shown:
            yield shown


def _place(row: tuple[Any, ...]) -> tuple[bool, int, bool, int, int, int]:
    """What `db.history.ORDER` sorts by."""
    feed, lost, was, pos = row[-4:]
    return feed is None, feed or 0, lost is None, -(lost or 0), was or 0, pos


def _differences(cursor: dbapi2.Cursor, vocabulary: Vocabulary, heard: _Heard) -> Iterator[str]:
    reading = cursor.connection.cursor()
    counted: dict[str, int] = {}
    for projection, state in _states(cursor, vocabulary, heard):
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
