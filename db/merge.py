"""Taking in lines of the centre's feed: one page, one transaction, one place afterwards."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sqlcipher3 import dbapi2

from app.event import Recorded, content_of, link_of
from app.events.office import SealPublished
from app.events.ticket import TicketIssued
from app.folds import office
from app.sync.feed import Fed, Place, mark_of, vow
from app.sync.replica import Merged
from app.sync.talk import Astray
from app.sync.wire import Page
from db.connection import one
from db.parting import number_reached, part_from
from db.sql.journal import EVENT
from db.work import DOUBTED, FOLDED, REPEAT, StoreWork, row_of

_ROWS = (
    "SELECT pos, entity, node, incarnation, seq, content, link, feed, superseded, lost FROM event"
    " WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY pos"
)
_LINKS = "SELECT link FROM event WHERE node = ? AND incarnation = ? AND seq = ?"
_FOLLOWS = "SELECT follows FROM incarnation WHERE incarnation = ?"
_FEED = (
    "UPDATE event SET feed = ?, mark = ?, signature = ?, healer = ?, superseded = ?,"
    " lost = NULL, was = NULL WHERE pos = ?"
)
_RULED = "UPDATE event SET superseded = ? WHERE pos = ?"


class Row:
    """What a merge must know of a line that is here already."""

    __slots__ = (
        "content",
        "entity",
        "feed",
        "incarnation",
        "link",
        "lost",
        "node",
        "pos",
        "ruled",
        "seq",
    )  # fmt: skip

    def __init__(
        self,
        pos: int,
        entity: str,
        node: str,
        incarnation: str,
        seq: int,
        content: bytes,
        link: bytes,
        feed: int | None,
        ruled: int,
        lost: int | None,
    ) -> None:
        self.pos, self.entity, self.node, self.incarnation = pos, entity, node, incarnation
        self.seq, self.content, self.link = seq, content, link
        self.feed, self.ruled, self.lost = feed, ruled, lost

    def is_line(self, recorded: Recorded) -> bool:
        """Whether it is the very line, not only the same event in another chain."""
        return (
            self.link == recorded.link
            and self.seq == recorded.seq
            and self.incarnation == recorded.incarnation
            and self.node == recorded.node
        )


class Merge:
    """One page on its way into the store, inside a transaction of the caller."""

    def __init__(self, work: StoreWork, cursor: dbapi2.Cursor, office_id: str) -> None:
        self._work = work
        self._cursor = cursor
        self._office = office_id
        self._rows: dict[bytes, list[Row]] = {}
        self._by_entity: dict[str, list[Row]] = {}
        self._inserts: list[tuple[object, ...]] = []
        self._changed: dict[str, bool] = {}
        self._links: dict[tuple[str, str, int], list[bytes]] = {}
        self._foreign: list[Recorded] = []
        self._seals: dict[str, str] = {}
        self._doubted = 0

    def take(self, page: Page, place: Place) -> Merged:
        """All of the page, or nothing where it does not begin behind `place`. A batch that somebody
        brought back and that the page cuts in two waits for the next page.
        """
        lines = whole_batches(page.lines, page.last)
        if not lines:
            return Merged(behind=bool(page.lines) and page.lines[0].number != place.cursor + 1)
        if lines[0].number != place.cursor + 1:
            return Merged(behind=True)
        self._know(lines)
        believed = self._believed(lines)
        mark = place.mark
        for fed, sound in zip(lines, believed, strict=True):
            mark = mark_of(mark, fed.number, fed.line.recorded)
            if mark != fed.mark:
                raise Astray(f"the feed's own marks do not hold at {fed.number}")
            self._take(fed, sound=sound)
        self._cursor.executemany(EVENT.insert, self._inserts)
        self._work.reached(Place(cursor=lines[-1].number, mark=mark))
        self._another()
        self._work.refold(self._changed)
        return Merged(lines=len(lines), another=bool(self._foreign), doubted=self._doubted)

    def _know(self, lines: Sequence[Fed]) -> None:
        entities = json.dumps(list({fed.line.recorded.entity for fed in lines}))
        for row in self._cursor.execute(_ROWS, (entities,)).fetchall():
            self._remember(Row(*row))

    def _remember(self, row: Row) -> None:
        self._rows.setdefault(row.content, []).append(row)
        self._by_entity.setdefault(row.entity, []).append(row)

    def _take(self, fed: Fed, *, sound: bool) -> None:
        recorded = fed.line.recorded
        same = self._rows.get(recorded.content, [])
        exact = next((row for row in same if row.is_line(recorded)), None)
        counted = any(row.feed is not None and row.ruled == FOLDED for row in same)
        ruled = DOUBTED if not sound else REPEAT if counted else FOLDED
        self._doubted += ruled == DOUBTED
        if ruled == FOLDED:
            self._overrule(row for row in same if row is not exact)
        if exact is None:
            self._insert(fed, ruled)
        else:
            self._place(exact, fed, ruled)

    def _overrule(self, rows: Iterable[Row]) -> None:
        """The same event counts where the feed has it, no longer where my chain has it."""
        for row in rows:
            if row.ruled == FOLDED:
                row.ruled = REPEAT
                self._cursor.execute(_RULED, (REPEAT, row.pos))
                self._changed[row.entity] = False

    def _insert(self, fed: Fed, ruled: int) -> None:
        recorded, line = fed.line.recorded, fed.line
        if recorded.node == self._work.node:
            self._foreign.append(recorded)
        if line.follows:
            self._cursor.execute(
                "INSERT OR IGNORE INTO incarnation VALUES (?, ?, ?, ?, 'fed', NULL)",
                (recorded.incarnation, recorded.node, recorded.at, line.follows),
            )
        placed = (fed.mark, line.signature or None, fed.healer or None, None, None)
        self._inserts.append((None, fed.number, ruled, *row_of(recorded)[3:16], *placed))
        fresh = recorded.entity not in self._by_entity
        self._changed[recorded.entity] = self._changed.get(recorded.entity, fresh)
        self._remember(
            Row(
                0, recorded.entity, recorded.node, recorded.incarnation, recorded.seq,
                recorded.content, recorded.link, fed.number, ruled, None,
            )
        )  # fmt: skip

    def _place(self, row: Row, fed: Fed, ruled: int) -> None:
        """A line that is here has its place now; only if it passes another one does its entity have
        another history.
        """
        passes = row.ruled != ruled or any(
            other.ruled == FOLDED
            and other.feed is None
            and (other.lost is not None or other.pos < row.pos)
            for other in self._by_entity[row.entity]
            if other is not row
        )
        if passes:
            self._changed[row.entity] = False
        row.feed, row.ruled, row.lost = fed.number, ruled, None
        line = fed.line
        self._cursor.execute(
            _FEED,
            (fed.number, fed.mark, line.signature or None, fed.healer or None, ruled, row.pos),
        )

    # -- belief ---------------------------------------------------------------------------------

    def _believed(self, lines: Sequence[Fed]) -> list[bool]:
        """Line by line: content and link hold, and of what somebody else brought back the author's
        signature stands at the end of the batch.
        """
        found: list[bool] = []
        for batch in batches(lines):
            hangs = [self._hangs(fed) for fed in batch]
            if batch[0].healer and batch[0].line.recorded.node != self._office:
                vowed = all(hangs) and self._vowed(batch)
                found.extend([vowed] * len(batch))
            else:
                found.extend(hang is not False for hang in hangs)
            if all(found[-len(batch) :]):
                self._seals = {**self._seals_of(batch), **self._seals}
        return found

    def _hangs(self, fed: Fed) -> bool | None:
        """None where the link before it is not known here."""
        recorded = fed.line.recorded
        if recorded.content != content_of(
            recorded.id, recorded.at, recorded.clerk, recorded.entity,
            recorded.kind, recorded.version, recorded.body,
        ):  # fmt: skip
            return False
        if recorded.node == self._office:
            return recorded.link == recorded.content
        place = recorded.node, recorded.incarnation, recorded.seq
        near = self._links.get((recorded.node, recorded.incarnation, recorded.seq - 1), [])
        self._links.setdefault(place, []).append(recorded.link)
        if _follows_one(recorded, near):
            return True
        far = self._before(fed)
        return _follows_one(recorded, far) if near or far else None

    def _before(self, fed: Fed) -> list[bytes]:
        """The links before it that are in the store; a copied PC may have written several."""
        recorded = fed.line.recorded
        if recorded.seq == 1:
            known = fed.line.follows or one(self._cursor, _FOLLOWS, (recorded.incarnation,))
            return [bytes(known)] if known else []
        at = (recorded.node, recorded.incarnation, recorded.seq - 1)
        return [row[0] for row in self._cursor.execute(_LINKS, at).fetchall()]

    def _vowed(self, batch: Sequence[Fed]) -> bool:
        """By a key that its author published before; the batch with a PC's first words vouches for
        itself.
        """
        line = batch[-1].line
        node = line.recorded.node
        known = self._work.load(office.FOLD, self._office)
        seals = {**self._seals, **(known.seals if known else {})}
        keys = [key for key, owner in seals.items() if owner == node]
        vowed = vow(line.recorded.link)
        return any(
            self._work.signed(key, vowed, line.signature) for key in keys or self._seals_of(batch)
        )

    def _seals_of(self, batch: Sequence[Fed]) -> dict[str, str]:
        """The keys that their author publishes in these lines."""
        said = [
            self._work.read(fed.line.recorded)
            for fed in batch
            if fed.line.recorded.kind == SealPublished.__name__
        ]
        author = batch[0].line.recorded.node
        published = [event for event in said if isinstance(event, SealPublished)]
        return {event.key: event.node for event in published if event.node == author}

    # -- another me -----------------------------------------------------------------------------

    def _another(self) -> None:
        """Lines of this node that it has not written. Where they stand in my way I go on in a new
        incarnation behind the last that we share (P4); my numbers go on behind theirs.
        """
        seen: set[str] = set()
        for recorded in self._foreign:
            if recorded.incarnation not in seen:
                seen.add(recorded.incarnation)
                part_from(self._work, self._cursor, recorded.incarnation, recorded.seq)
        for recorded in self._foreign:
            event = self._work.read(recorded)
            if isinstance(event, TicketIssued):
                number_reached(self._cursor, event.series, event.day, event.number)


def whole_batches(lines: Sequence[Fed], last: int) -> Sequence[Fed]:
    """Without the batch that somebody brought back and that goes on behind these lines."""
    end = len(lines)
    if not lines or lines[-1].number >= last:
        return lines
    while end and _goes_on(lines[end - 1]):
        end -= 1
    return lines[:end]


def _goes_on(fed: Fed) -> bool:
    recorded = fed.line.recorded
    return bool(fed.healer) and not fed.line.signature and recorded.node != recorded.office


def _follows_one(recorded: Recorded, links: Iterable[bytes]) -> bool:
    place = recorded.incarnation, recorded.seq, recorded.content
    return any(recorded.link == link_of(link, *place) for link in links)


def batches(lines: Sequence[Fed]) -> Iterator[list[Fed]]:
    """Runs of lines that one signature vouches for, wherever a page was cut."""
    for _, run in groupby(lines, key=_brought):
        batch: list[Fed] = []
        for fed in run:
            batch.append(fed)
            if fed.line.signature:
                yield batch
                batch = []
        if batch:
            yield batch


def _brought(fed: Fed) -> tuple[str, str, str]:
    return fed.healer, fed.line.recorded.node, fed.line.recorded.incarnation
