"""Bugs planted in the client's own code."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from typing import Any
from unittest import mock

from msgspec.structs import replace

from app.deeds import ticket as ticket_deeds
from app.deeds.night import settle_night
from app.event import Recorded, content_of
from app.folds import ticket as tickets
from app.ids import new_id
from app.sync import calling, pushing
from app.sync.feed import Line, Place, mark_of
from app.sync.replica import Merged
from app.sync.wire import Page
from db import history, merge
from db.belief import Belief
from db.merge import Merge
from db.replica import StoreReplica
from db.work import StoreWork
from tests.sim.office import founded

Planted = Callable[[], Any]


@contextmanager
def ack_beyond_the_batch() -> Iterator[None]:
    """What the centre has of an incarnation counts as sent, whoever sent it, and for ever."""
    kept: dict[tuple[int, str], int] = {}
    unsent = StoreReplica.unsent

    def believing(self: StoreReplica, incarnation: str, after: int, most: int) -> Sequence[Line]:
        key = (id(self), incarnation)
        kept[key] = max(kept.get(key, 0), after)
        return unsent(self, incarnation, kept[key], most)

    sent = pushing._sent

    def beyond(replica: Any, lines: Any, held: dict[str, int]) -> Any:
        found = yield from sent(replica, lines, held)
        if found:
            last = lines[-1].recorded
            held[last.incarnation] = last.seq + 1
        return found

    with (
        mock.patch.object(StoreReplica, "unsent", believing),
        mock.patch.object(pushing, "_sent", beyond),
    ):
        yield


@contextmanager
def last_seq_not_reconciled() -> Iterator[None]:
    """Once taken, for ever taken: a restored centre is not told again."""
    kept: dict[tuple[int, str], int] = {}
    unsent = StoreReplica.unsent

    def once(self: StoreReplica, incarnation: str, after: int, most: int) -> Sequence[Line]:
        key = (id(self._journal.connection), incarnation)
        lines = unsent(self, incarnation, max(after, kept.get(key, 0)), most)
        if lines:
            kept[key] = lines[-1].recorded.seq
        return lines

    with mock.patch.object(StoreReplica, "unsent", once), no_healing():
        yield


def fork_ignored() -> Any:
    """Goes on in the incarnation that another one uses."""
    return mock.patch.object(merge, "part_from", return_value=None)


@contextmanager
def rest_deleted() -> Iterator[None]:
    """After a fork the rest is thrown away."""
    with mock.patch.object(StoreWork, "copy", return_value=None):
        yield


@contextmanager
def new_event_ids() -> Iterator[None]:
    """Copies are new events."""
    copy = StoreWork.copy

    def renamed(self: StoreWork, recorded: Any) -> None:
        fresh = new_id(self.at)
        content = content_of(
            fresh, recorded.at, recorded.clerk, recorded.entity,
            recorded.kind, recorded.version, recorded.body,
        )  # fmt: skip
        copy(self, replace(recorded, id=fresh, content=content))

    with mock.patch.object(StoreWork, "copy", renamed):
        yield


def no_healing() -> Any:
    """What the centre has lost stays lost."""
    return mock.patch.object(pushing, "heal", return_value=())


@contextmanager
def wrong_order_of_healing() -> Iterator[None]:
    """Losses are offered backwards."""
    lost = StoreReplica.lost

    def backwards(self: StoreReplica, skip: int, most: int) -> Sequence[Line]:
        return list(reversed(lost(self, skip, most)))

    with mock.patch.object(StoreReplica, "lost", backwards):
        yield


def no_witness() -> Any:
    """Nothing outside the folder is asked."""
    return mock.patch("tests.sim.pc.hear_witness", return_value=None)


def candidates_with_pending() -> Any:
    """Offers tickets of which it has not sent all."""
    return mock.patch("db.replica._UNFED", "SELECT 1 FROM event WHERE entity = ? AND 0")


@contextmanager
def answer_taken_at_its_word() -> Iterator[None]:
    """The answer counts, whatever the fold says."""

    def believed(replica: Any, asked: Any, reply: Any) -> Any:
        yield from ()
        replica.accept(reply.page, replica.place())
        replica.close(asked.call)
        return calling.Outcome(end="called", ticket=reply.ticket)

    with mock.patch.object(calling, "_answered", believed):
        yield


def order(text: str) -> Planted:
    """Histories are read in another order, or not all of them."""

    @contextmanager
    def planted() -> Iterator[None]:
        sql = history._HISTORY.replace(f"ORDER BY {history.ORDER}", text)
        assert sql != history._HISTORY
        with mock.patch.object(history, "_HISTORY", sql):
            yield

    return planted


@contextmanager
def acknowledged_dropped() -> Iterator[None]:
    """What was pushed and is not yet back is not read."""
    pushed: set[bytes] = set()
    sent = pushing._sent
    read = history.HistoryReader.history

    def noting(replica: Any, lines: Any, held: Any) -> Any:
        found = yield from sent(replica, lines, held)
        if found:
            pushed.update(line.recorded.link for line in lines)
        return found

    def forgetting(self: Any, cursor: Any, entity: str) -> Any:
        unfed = {
            row[0]
            for row in cursor.execute(
                "SELECT link FROM event WHERE entity = ? AND feed IS NULL", (entity,)
            ).fetchall()
        }
        facts = read(self, cursor, entity)
        return [f for f in facts if f[0].link not in unfed or f[0].link not in pushed]

    with (
        mock.patch.object(pushing, "_sent", noting),
        mock.patch.object(history.HistoryReader, "history", forgetting),
    ):
        yield


@contextmanager
def returned_by_counter() -> Iterator[None]:
    """A return ends whatever call the counter has."""
    without = tickets._without

    def wider(ticket: Any, calls: tuple[str, ...], *rest: Any) -> Any:
        counters = {call.counter for call in ticket.calls if call.id in calls}
        named = {call.id for call in ticket.calls if call.counter in counters}
        if not counters and calls and ticket.calls:
            named = {ticket.calls[-1].id}
        return without(ticket, tuple(named | set(calls)), *rest)

    with mock.patch.object(tickets, "_without", wider):
        yield


@contextmanager
def cursor_before_rows() -> Iterator[None]:
    """The place is stored first, the lines in a transaction of their own."""
    accept = StoreReplica.accept
    turn = iter(range(10**9))

    def torn(self: StoreReplica, page: Page, asked: Place) -> Merged:
        if page.lines and page.lines[0].number == self.place().cursor + 1 and next(turn) % 25 == 24:
            last = page.lines[-1]
            with self._journal.work() as work:
                work.reached(Place(cursor=last.number, mark=last.mark))
            return Merged(lines=len(page.lines))
        return accept(self, page, asked)

    with mock.patch.object(StoreReplica, "accept", torn):
        yield


def first_words_not_believed() -> Any:
    """A key counts only when the office's state shows it: a new PC reads history otherwise."""
    return mock.patch.object(Belief, "seals_of", return_value={})


def own_copy_not_believed() -> Any:
    """Of what it has itself it believes whoever brought it back, too."""
    return mock.patch.object(Merge, "_had", return_value=False)


def doubted_for_ever() -> Any:
    """What was brought back with a wrong signature stays doubted when a right one comes."""
    return mock.patch.object(Belief, "spread", return_value=set())


def neighbours_vouched_for() -> Any:
    """A signature vouches for all lines that came with it."""
    return mock.patch.object(merge, "in_chain", side_effect=lambda _, holds: list(holds))


@contextmanager
def marks_without_receipts() -> Iterator[None]:
    """Who has read a line does not notice that it was lost and brought back."""
    founding = len(founded().centre.feed)

    def blind(previous: bytes, number: int, received: int, recorded: Recorded) -> bytes:
        return mark_of(previous, number, received if number <= founding else 0, recorded)

    with (
        mock.patch.object(merge, "mark_of", blind),
        mock.patch("tests.sim.centre.mark_of", blind),
        mock.patch("tests.sim.oracles.mark_of", blind),
    ):
        yield


def receipt_not_noticed() -> Any:
    """A ticket of its own waits on as its clock said when the centre has received it."""
    return mock.patch.object(merge, "COUNTED_FROM", frozenset())


def clock_once_measured() -> Any:
    """How far the centre's clock is ahead stays what it was once."""
    return mock.patch("app.deeds.centre._FAR", timedelta(days=9))


def night_without_the_centre() -> Any:
    """Whoever meets the end of a day ends it for everybody."""
    return mock.patch.object(ticket_deeds, "settle_night", partial(settle_night, heard=True))
