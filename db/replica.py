"""This PC's copy of the journal, as a conversation with the centre sees it."""

from collections.abc import Sequence

from msgspec.structs import replace

from app.deeds.call import offer
from app.deeds.centre import note_clock
from app.event import Recorded, moment
from app.events.ticket import TicketCalled
from app.folds import ticket
from app.ids import new_id
from app.local import day_of
from app.sync.feed import START, Line, Place, vow
from app.sync.pushing import BATCH
from app.sync.replica import Asked, Candidates, Merged
from app.sync.wire import Candidate, Digested, Page
from db.batches import at_once
from db.connection import one
from db.history import COLUMNS
from db.journal import StoreJournal
from db.links import follows_of
from db.merge import Merge
from db.notes import ANOTHER, ASIDE, COMPARED, CURSOR, LEASING, MARK, SETTLED, STRANGERS
from db.outbox import forget_leases
from db.parting import part
from db.work import StoreWork

_MARKS = "SELECT feed, mark FROM event WHERE feed = ?"
_LOSE = (
    "UPDATE event SET lost = (SELECT ifnull(max(lost), 0) + 1 FROM event WHERE lost IS NOT NULL),"
    " was = feed, feed = NULL, mark = NULL WHERE feed > ?"
)
_CONTENTS = "SELECT content FROM event WHERE feed > ? AND feed <= ?"
_MARK_AT = "SELECT mark FROM event WHERE feed = ?"
_LEFT = (
    "SELECT 1 FROM event WHERE pos > ? AND node = ? AND feed IS NULL AND superseded IN (0, 2)"
    " LIMIT 1"
)
_LOST = (
    "SELECT 1 FROM event WHERE lost IS NOT NULL AND superseded IN (0, 2) AND instr(?, node) = 0"
    " LIMIT 1"
)
_LOST_LINES = (
    f"SELECT {COLUMNS}, signature FROM event WHERE lost IS NOT NULL AND superseded IN (0, 2)"  # noqa: S608
    " ORDER BY lost DESC, was LIMIT ? OFFSET ?"
)
_MINE = "SELECT incarnation FROM incarnation WHERE node = ? AND why <> 'fed' ORDER BY rowid"
_UNSENT = (
    f"SELECT {COLUMNS} FROM event WHERE node = ?1 AND incarnation = ?2 AND seq > ?3"  # noqa: S608
    " AND superseded IN (0, 2) AND seq <= (SELECT ifnull(ended, ?3 + ?4) FROM incarnation"
    " WHERE incarnation = ?2) ORDER BY seq LIMIT ?4"
)
_STILL_MINE = (
    "SELECT 1 FROM event WHERE node = ? AND incarnation = ? AND seq = ? AND link = ?"
    " AND feed IS NULL AND superseded IN (0, 2)"
)
_FED = "SELECT max(seq) FROM event WHERE node = ? AND incarnation = ? AND feed IS NOT NULL"
_NEWEST = "SELECT max(feed) FROM event WHERE entity = ?"
_UNFED = "SELECT 1 FROM event WHERE entity = ? AND feed IS NULL AND superseded = 0 LIMIT 1"
_STOCK = "SELECT count(*) FROM stock"
_ASKED = "SELECT call, counter, clerk, chosen, reason FROM asked WHERE counter = ? ORDER BY rowid"


class StoreReplica:
    """Fulfils `app.sync.replica.Replica`."""

    def __init__(self, journal: StoreJournal) -> None:
        self._journal = journal

    def place(self) -> Place:
        """How far it has read the feed."""
        with self._journal.look():
            return self._place()

    def _place(self) -> Place:
        mark = self._journal.meta(MARK)
        return Place(
            cursor=int(self._journal.meta(CURSOR) or 0),
            mark=bytes.fromhex(mark) if mark else START,
        )

    def marks(self, numbers: Sequence[int]) -> dict[int, bytes]:
        """Its own marks at these numbers."""
        with self._journal.look() as look:
            cursor = look.cursor
            rows = [cursor.execute(_MARKS, (number,)).fetchone() for number in numbers]
        return {row[0]: bytes(row[1]) for row in rows if row}

    def clean(self) -> bool:
        """Whether nothing is left to push or to bring back."""
        with self._journal.look() as look:
            return not self._left(look)

    def _left(self, look: StoreWork) -> bool:
        settled = int(self._journal.meta(SETTLED) or 0)
        cursor = look.cursor
        left = cursor.execute(_LEFT, (settled, look.node)).fetchone()
        return bool(left or cursor.execute(_LOST, (self._journal.meta(STRANGERS),)).fetchone())

    def accept(self, page: Page, asked: Place) -> Merged:
        """Takes in the page that was asked for from there, and its place, or nothing of it."""
        with self._journal.work() as work:
            if self._place() != asked:
                return Merged(behind=True)
            if page.now:
                note_clock(work, moment(page.now))
            merged = Merge(work, work.cursor, self._journal.office_id).take(page, asked)
            if merged.lines and not self._left(work):
                work.note(SETTLED, str(one(work.cursor, "SELECT max(pos) FROM event")))
            if merged.another:
                work.note(ANOTHER, str(page.now))
                forget_leases(work.cursor)
        return merged

    def lose_after(self, number: int) -> None:
        """What stood behind that number is kept, in its old order, behind what the centre has."""
        with self._journal.work() as work:
            found = one(work.cursor, _MARK_AT, (number,)) if number else START
            if found is None:
                return  # another conversation has found the way back already
            work.cursor.execute(_LOSE, (number,))
            work.note(SETTLED, "0")
            work.reached(Place(cursor=number, mark=bytes(found)))

    def digest(self, after: int, until: int) -> Digested:
        """What stands here between two numbers of the feed, the first left out."""
        with self._journal.look() as look:
            contents = look.cursor.execute(_CONTENTS, (after, until)).fetchall()
        total = sum(int.from_bytes(content[:8], "big") for (content,) in contents)
        return Digested(count=len(contents), sum=total % 2**64)

    def compared_today(self) -> bool:
        """Whether all was compared with the centre since midnight."""
        with self._journal.look() as look:
            return self._journal.meta(COMPARED) == day_of(look.at).isoformat()

    def compared(self) -> None:
        """It was, just now."""
        with self._journal.work() as work:
            work.note(COMPARED, day_of(work.at).isoformat())

    def incarnations(self) -> Sequence[str]:
        """Mine, the oldest first."""
        with self._journal.look() as look:
            return [name for (name,) in look.cursor.execute(_MINE, (look.node,))]

    def outbox(self) -> Sequence[Line]:
        """All that I wrote and that does not stand in the feed here, the oldest incarnation first,
        in batches that are signed at their ends.
        """
        found: list[Line] = []
        for incarnation in self.incarnations():
            with self._journal.look() as look:
                after = one(look.cursor, _FED, (look.node, incarnation)) or 0
            while lines := self.unsent(incarnation, after, BATCH):
                found.extend(lines)
                after = lines[-1].recorded.seq
        return found

    def unsent(self, incarnation: str, after: int, most: int) -> Sequence[Line]:
        """Lines of mine that are to be pushed behind a seq, signed at their end."""
        with self._journal.look() as look:
            cursor = look.cursor
            rows = cursor.execute(_UNSENT, (look.node, incarnation, after, most))
            lines = at_once(Line(recorded=Recorded(*row)) for row in rows)
            if lines:
                lines[0] = self._rooted(look, lines[0])
                signature = look.sign(vow(lines[-1].recorded.link))
                lines[-1] = replace(lines[-1], signature=signature)
        return lines

    def set_aside(self, line: Line) -> None:
        """The centre cannot take this line: the rest goes on without its event."""
        recorded = line.recorded
        with self._journal.work() as work:
            at = (work.node, recorded.incarnation, recorded.seq, recorded.link)
            if one(work.cursor, _STILL_MINE, at):
                before = recorded.seq - 1
                part(work, work.cursor, recorded.incarnation, before, without=recorded.id)
                work.note(ASIDE, f"{self._journal.meta(ASIDE)} {recorded.id}".strip())

    def lost(self, skip: int, most: int) -> Sequence[Line]:
        """Lines that the centre has lost, in whole batches."""
        with self._journal.look() as look:
            rows = look.cursor.execute(_LOST_LINES, (most, skip))
            found = (Line(recorded=Recorded(*row[:-1]), signature=row[-1] or b"") for row in rows)
            lines = at_once(found, _ends_a_batch)
            return [self._rooted(look, line) for line in lines]

    def _rooted(self, look: StoreWork, line: Line) -> Line:
        """With what it hangs on, where it is the first of its incarnation."""
        recorded = line.recorded
        if recorded.seq > 1 or _is_office(recorded):
            return line
        return replace(line, follows=follows_of(look.cursor, recorded.incarnation))

    def strangers(self, nodes: Sequence[str]) -> None:
        """Of these the centre takes nothing back for now."""
        said = " ".join(nodes)
        with self._journal.work() as work:
            if self._journal.meta(STRANGERS) != said:
                work.note(STRANGERS, said)

    def ask(self, asked: Asked) -> None:
        """Remembers a call before it is asked for."""
        with self._journal.work() as work:
            row = (asked.call, asked.counter, asked.clerk, asked.chosen, asked.reason)
            work.cursor.execute("INSERT OR IGNORE INTO asked VALUES (?, ?, ?, ?, ?)", row)
            work.kept = True

    def asked(self, counter: str) -> Sequence[Asked]:
        """Calls of a counter that are not closed, the oldest first."""
        with self._journal.look() as look:
            rows = look.cursor.execute(_ASKED, (counter,)).fetchall()
        names = ("call", "counter", "clerk", "chosen", "reason")
        return [Asked(**dict(zip(names, row, strict=True))) for row in rows]

    def candidates(self, asked: Asked, most: int) -> Candidates:
        """Tickets of which every line known here stands in the feed."""
        with self._journal.work(asked.clerk) as work:
            offered = offer(work, asked, most)
            found = [
                self._candidate(work, entity, called)
                for entity, called in offered
                if not work.cursor.execute(_UNFED, (entity,)).fetchone()
            ]
            return Candidates(
                place=self._place(),
                candidates=tuple(found),
                pending=len(found) < len(offered),
            )

    def _candidate(self, work: StoreWork, entity: str, called: TicketCalled) -> Candidate:
        _, version, body = work.write(called)
        newest = one(work.cursor, _NEWEST, (entity,))
        return Candidate(ticket=entity, newest=newest, version=version, body=body)

    def close(self, call: str) -> str | None:
        """Closes a call; gives the ticket that is called by it still."""
        with self._journal.work() as work:
            work.cursor.execute("DELETE FROM asked WHERE call = ?", (call,))
            work.kept = True
            entity = work.ticket_called_by(call)
            found = work.load(ticket.FOLD, entity) if entity else None
            return entity if found and call in found.call_ids else None

    def lease_wanted(self, least: int) -> str:
        """The lease that was asked for last and not granted, else a new one where fewer than
        `least` numbers are left, else nothing.
        """
        with self._journal.look() as look:
            asked = self._journal.meta(LEASING)
            if asked or one(look.cursor, _STOCK) >= least:
                return asked
        with self._journal.work() as work:
            if not self._journal.meta(LEASING):
                work.note(LEASING, new_id(work.now))
            return self._journal.meta(LEASING)

    def lease(self, lease: str, numbers: Sequence[str]) -> None:
        """Puts tracking numbers in stock, once for each lease."""
        with self._journal.work() as work:
            if self._journal.meta(LEASING) == lease:
                work.cursor.executemany(
                    "INSERT INTO stock VALUES (?, ?)", [(number, lease) for number in numbers]
                )
                work.note(LEASING, "")


def _is_office(recorded: Recorded) -> bool:
    return recorded.node == recorded.office


def _ends_a_batch(line: Line) -> bool:
    """The office's own lines are signed by nobody and hang on nothing."""
    return bool(line.signature) or _is_office(line.recorded)
