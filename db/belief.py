"""Lines that were doubted and are believed after all: somebody has vouched for them since.

A signature vouches for all before it in its chain, wherever in the feed that stands. So it does not
matter who brought a line back first, nor with what signature: once one who can vouches, it counts,
in the first of its places.
"""

from collections.abc import Iterable, Mapping

from sqlcipher3 import dbapi2

from app.event import Recorded, content_of
from app.events.office import SealPublished
from app.sync.feed import vow
from db.history import COLUMNS
from db.links import hangs_on
from db.work import DOUBTED, FOLDED, REPEAT, StoreWork

_HERE = (
    f"SELECT pos, superseded, {COLUMNS} FROM event"  # noqa: S608
    " WHERE node = ? AND incarnation = ? AND seq = ?"
)
_SIGNED = (
    f"SELECT signature, {COLUMNS} FROM event"  # noqa: S608
    f" WHERE node = ? AND superseded = {DOUBTED} AND signature IS NOT NULL ORDER BY feed"
)
_SEAL = SealPublished.__name__
_SEALS = (
    f"SELECT {COLUMNS} FROM event"  # noqa: S608
    f" WHERE node = ? AND superseded IN (?, ?) AND kind = '{_SEAL}' ORDER BY feed"
)
RULED = "UPDATE event SET superseded = ? WHERE pos = ?"
_COUNTED = (
    "UPDATE event SET superseded = CASE WHEN feed IS (SELECT min(feed) FROM event"
    " WHERE entity = ?1 AND content = ?2 AND superseded IN (0, 2)) THEN 0 ELSE 2 END"
    " WHERE entity = ?1 AND content = ?2 AND superseded IN (0, 2)"
)
"""Of an event that stands in several places the first one in the feed counts."""


def is_said(recorded: Recorded) -> bool:
    """Whether its content vouches for it."""
    return recorded.content == content_of(
        recorded.id, recorded.at, recorded.clerk, recorded.entity,
        recorded.kind, recorded.version, recorded.body,
    )  # fmt: skip


class Belief:
    """Of the lines of one store, inside a transaction of the caller."""

    def __init__(self, work: StoreWork, cursor: dbapi2.Cursor) -> None:
        self._work = work
        self._cursor = cursor
        self._changed: set[str] = set()
        self._found: list[Recorded] = []

    def spread(self, vouched: Iterable[Recorded], seals: Mapping[str, str]) -> set[str]:
        """From lines that are believed, and from keys that were just made known; gives the entities
        whose history is another one now.
        """
        self._vouch(vouched)
        seals = {**seals, **self.seals_of(self._found)}
        while seals:
            self._found = []
            for key, node in seals.items():
                self._signed_by(key, node)
            seals = self.seals_of(self._found)
        return self._changed

    def seals_of(self, lines: Iterable[Recorded]) -> dict[str, str]:
        """The keys that their author publishes in these lines."""
        published = ((line, self._work.read(line)) for line in lines if line.kind == _SEAL)
        return {
            event.key: event.node
            for line, event in published
            if isinstance(event, SealPublished) and event.node == line.node
        }

    def known_seals(self, node: str) -> dict[str, str]:
        """The keys that it published in lines that count, whether or not the office has been heard
        to describe itself yet.
        """
        return self._published(node, FOLDED, REPEAT)

    def doubted_seals(self, node: str) -> dict[str, str]:
        """The keys that it published in lines that are not believed."""
        return self._published(node, DOUBTED, DOUBTED)

    def _published(self, node: str, *ruled: int) -> dict[str, str]:
        rows = self._cursor.execute(_SEALS, (node, *ruled)).fetchall()
        return self.seals_of(Recorded(*row) for row in rows)

    def _signed_by(self, key: str, node: str) -> None:
        for signature, *fields in self._cursor.execute(_SIGNED, (node,)).fetchall():
            line = Recorded(*fields)
            if is_said(line) and self._work.signed(key, vow(line.link), bytes(signature)):
                self._vouch([line])

    def _vouch(self, lines: Iterable[Recorded]) -> None:
        """The very same line elsewhere is believed, too, and all on which it hangs."""
        for line in lines:
            believed: Recorded | None = line
            while believed:
                self._believe(believed)
                believed = self._doubted_before(believed)

    def _doubted_before(self, line: Recorded) -> Recorded | None:
        rows = self._rows(line, line.seq - 1)
        before = (other for _, ruled, other in rows if ruled == DOUBTED and is_said(other))
        return next((other for other in before if hangs_on(line, other.link)), None)

    def _believe(self, line: Recorded) -> None:
        for pos, ruled, other in self._rows(line, line.seq):
            if ruled == DOUBTED and other.link == line.link and is_said(other):
                self._cursor.execute(RULED, (REPEAT, pos))
                self._cursor.execute(_COUNTED, (other.entity, other.content))
                self._changed.add(other.entity)
                self._found.append(other)

    def _rows(self, line: Recorded, seq: int) -> list[tuple[int, int, Recorded]]:
        at = (line.node, line.incarnation, seq)
        rows = self._cursor.execute(_HERE, at).fetchall()
        return [(pos, ruled, Recorded(*fields)) for pos, ruled, *fields in rows]
