"""Taking in lines of the centre's feed: one page, one transaction, one place afterwards."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlcipher3 import dbapi2

from app.event import Recorded
from app.events.ticket import TicketIssued
from app.folds.ticket import COUNTED_FROM
from app.sync.feed import Fed, Place, mark_of, vow
from app.sync.replica import Merged
from app.sync.talk import Astray
from app.sync.wire import Page
from db.batches import batches, in_chain, whole_batches
from db.belief import RULED, Belief, is_said
from db.connection import one
from db.links import follows_of, hangs_on, links_at
from db.notes import DOUBTS, READ
from db.parting import number_reached, part_from
from db.rooting import offer_roots
from db.sql.journal import EVENT
from db.work import DEAD, DOUBTED, FOLDED, REPEAT, StoreWork, row_of

_ROWS = (
    "SELECT pos, entity, node, incarnation, seq, content, link, feed, superseded, lost,"
    " ifnull(signature, x'') FROM event"
    " WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY pos"
)
_FEED = (
    "UPDATE event SET feed = ?, mark = ?, signature = ?, healer = ?, received = ?, superseded = ?,"
    " lost = NULL, was = NULL WHERE pos = ?"
)
_DONE = "UPDATE event SET superseded = ?, lost = NULL, was = NULL WHERE pos = ?"
_MINE = (
    "UPDATE event SET signature = ?, was = ?, superseded = ?,"
    " lost = (SELECT ifnull(max(lost), 0) + 1 FROM event WHERE lost IS NOT NULL) WHERE pos = ?"
)


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
        "signature",
    )  # fmt: skip

    pos: int
    entity: str
    node: str
    incarnation: str
    seq: int
    content: bytes
    link: bytes
    feed: int | None
    ruled: int
    lost: int | None
    signature: bytes

    def __init__(self, *said: Any) -> None:
        """As `_ROWS` has it."""
        self.pos, self.entity, self.node, self.incarnation, *place = said
        self.seq, self.content, self.link, *rest = place
        self.feed, self.ruled, self.lost, self.signature = rest

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
        self._brought_back = False
        self._seals: dict[str, str] = {}
        self._said: dict[str, str] = {}
        self._vouched: list[Recorded] = []
        self._belief = Belief(work, cursor)
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
            mark = mark_of(mark, fed.number, fed.received, fed.line.recorded)
            if mark != fed.mark:
                raise Astray(f"the feed's own marks do not hold at {fed.number}")
            self._take(fed, sound=sound)
        self._cursor.executemany(EVENT.insert, self._inserts)
        self._work.reached(Place(cursor=lines[-1].number, mark=mark))
        self._believe()
        self._another()
        if self._brought_back:
            offer_roots(self._work, self._cursor)
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
        if fed.healer and fed.line.follows and recorded.node == self._work.node:
            self._brought_back = True
        same = self._rows.get(recorded.content, [])
        ways = [row for row in same if row.is_line(recorded)]
        mine = not sound and self._had(ways, recorded)
        row = self._kept_apart(ways, fed) if mine else _row_for(ways, fed)
        said = (b"", fed.line.signature)
        counted = any(row.feed is not None and row.ruled == FOLDED for row in same)
        ruled = DOUBTED if not sound and not mine else REPEAT if counted else FOLDED
        self._doubted += ruled == DOUBTED
        if sound:
            self._vouched.append(recorded)
        if ruled == FOLDED:
            self._overrule(other for other in same if other is not row)
        for other in ways:
            if other is not row and other.feed is None and other.signature in said:
                self._stands(other)
        if row is None:
            self._insert(fed, ruled, known=bool(ways))
        else:
            self._place(row, fed, ruled)

    def _stands(self, row: Row) -> None:
        """The line has its place, with all by which this one could vouch for it."""
        row.ruled, row.lost = DEAD, None
        self._cursor.execute(_DONE, (DEAD, row.pos))

    def _had(self, ways: Sequence[Row], recorded: Recorded) -> bool:
        """Whether this replica has the very line itself: its own, or once seen in the feed."""
        return any(row.ruled != DOUBTED for row in ways) and is_said(recorded)

    def _kept_apart(self, ways: Sequence[Row], fed: Fed) -> Row | None:
        """Nobody vouches for a line that I had myself: I believe my own copy. If it bears another
        signature it stays as it is, so that I offer it back: then all believe it. A line that I
        wrote gets one of its own, for whoever brought it may have parted it from the next signed.
        """
        row = _row_for(ways, fed)
        if row is None or (row.signature and row.signature == fed.line.signature):
            return row
        if row.signature:
            return None
        fresh = all(other.feed is None for other in ways)
        if fresh and row.node == self._work.node:
            vowed = self._work.sign(vow(row.link))
            self._cursor.execute(_MINE, (vowed, fed.number, REPEAT, row.pos))
            self._changed[row.entity] = False
            row.lost, row.ruled, row.signature = fed.number, REPEAT, vowed
            return None
        return row

    def _overrule(self, rows: Iterable[Row]) -> None:
        """The same event counts where the feed has it, no longer where my chain has it."""
        for row in rows:
            if row.ruled == FOLDED:
                row.ruled = REPEAT
                self._cursor.execute(RULED, (REPEAT, row.pos))
                self._changed[row.entity] = False

    def _insert(self, fed: Fed, ruled: int, *, known: bool) -> None:
        recorded, line = fed.line.recorded, fed.line
        if recorded.node == self._work.node and not known:
            self._foreign.append(recorded)
        if line.follows:
            self._cursor.execute(
                "INSERT OR IGNORE INTO incarnation VALUES (?, ?, ?, ?, 'fed', NULL)",
                (recorded.incarnation, recorded.node, recorded.at, line.follows),
            )
        placed = (fed.mark, line.signature or None, fed.healer or None, None, None, fed.received)
        self._inserts.append((None, fed.number, ruled, *row_of(recorded)[3:16], *placed))
        fresh = recorded.entity not in self._by_entity
        self._changed[recorded.entity] = self._changed.get(recorded.entity, fresh)
        self._remember(
            Row(
                0, recorded.entity, recorded.node, recorded.incarnation, recorded.seq,
                recorded.content, recorded.link, fed.number, ruled, None, line.signature,
            )
        )  # fmt: skip

    def _place(self, row: Row, fed: Fed, ruled: int) -> None:
        """A line that is here has its place now; only if it passes another one, or the time of its
        receipt says something, does its entity have another history.
        """
        passes = (
            row.ruled != ruled
            or fed.line.recorded.kind in COUNTED_FROM
            or any(
                other.ruled == FOLDED
                and other.feed is None
                and (other.lost is not None or other.pos < row.pos)
                for other in self._by_entity[row.entity]
                if other is not row
            )
        )
        if passes:
            self._changed[row.entity] = False
        row.feed, row.ruled, row.lost = fed.number, ruled, None
        line = fed.line
        self._cursor.execute(
            _FEED,
            (
                fed.number, fed.mark, line.signature or None, fed.healer or None, fed.received,
                ruled, row.pos,
            ),
        )  # fmt: skip

    # -- belief ---------------------------------------------------------------------------------

    def _believed(self, lines: Sequence[Fed]) -> list[bool]:
        """Line by line: content and link hold; of what somebody else brought back the author's
        signature stands at the end of the batch, and the line in the chain before it.
        """
        found: list[bool] = []
        for batch in batches(lines):
            hangs = [self._hangs(fed) is not False for fed in batch]
            if batch[0].healer and batch[0].line.recorded.node != self._office:
                vowed = hangs[-1] and self._vowed(batch)
                hangs = in_chain(batch, hangs) if vowed else [False] * len(batch)
            found.extend(hangs)
            self._said = {**self._seals_of(batch), **self._said}
            sound = [fed for fed, holds in zip(batch, hangs, strict=True) if holds]
            self._seals = {**self._seals_of(sound), **self._seals}
        return found

    def _hangs(self, fed: Fed) -> bool | None:
        """None where the link before it is not known here."""
        recorded = fed.line.recorded
        if not is_said(recorded):
            return False
        if recorded.node == self._office:
            return recorded.link == recorded.content
        place = recorded.node, recorded.incarnation, recorded.seq
        near = self._links.get((recorded.node, recorded.incarnation, recorded.seq - 1), [])
        self._links.setdefault(place, []).append(recorded.link)
        if any(hangs_on(recorded, link) for link in near):
            return True
        far = self._before(fed)
        return any(hangs_on(recorded, link) for link in far) if near or far else None

    def _before(self, fed: Fed) -> list[bytes]:
        """The links before it that are in the store; a copied PC may have written several."""
        recorded = fed.line.recorded
        if recorded.seq == 1:
            known = fed.line.follows or follows_of(self._cursor, recorded.incarnation)
            return [known] if known else []
        return links_at(self._cursor, recorded.node, recorded.incarnation, recorded.seq - 1)

    def _vowed(self, batch: Sequence[Fed]) -> bool:
        """By a key that its author published before; where none is known, whoever speaks first
        vouches for himself.
        """
        line = batch[-1].line
        node = line.recorded.node
        seals = {**self._seals, **self._belief.known_seals(node)}
        if node not in seals.values():
            seals = {**self._belief.doubted_seals(node), **self._said, **self._seals_of(batch)}
        vowed = vow(line.recorded.link)
        return any(
            owner == node and self._work.signed(key, vowed, line.signature)
            for key, owner in seals.items()
        )

    def _seals_of(self, batch: Sequence[Fed]) -> dict[str, str]:
        """The keys that their author publishes in these lines."""
        return self._belief.seals_of(fed.line.recorded for fed in batch)

    def _believe(self) -> None:
        """What was doubted, and what these lines vouch for."""
        if self._doubted:
            self._work.note(DOUBTS, "1")
        elif not one(self._cursor, READ, (DOUBTS,)):
            return
        changed = self._belief.spread(self._vouched, self._seals)
        self._changed.update(dict.fromkeys(changed - self._changed.keys(), False))

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


def _row_for(ways: Sequence[Row], fed: Fed) -> Row | None:
    """That of these rows of one line which has no place yet, rather one with the same signature."""
    free = [row for row in ways if row.feed is None]
    same = (row for row in free if row.signature == fed.line.signature)
    return next(same, free[0] if free else None)
