"""Bugs planted on purpose, in the client's own code and in the centre: each must be caught.

A rule of the protocol for which no mutant fails is a rule that nothing guards.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any
from unittest import mock

from msgspec.structs import replace

from app.folds import ticket as tickets
from app.ids import new_id
from app.sync import calling, pushing
from app.sync.feed import Line, Place
from app.sync.replica import Merged
from app.sync.wire import Call, Candidate, Page, Reply, Request
from db import history, merge
from db.replica import StoreReplica
from db.work import StoreWork
from tests.sim.centre import ModelCentre

Planted = Callable[[], Any]


class Mutant:
    """A bug: another centre, or something else in the program while it is planted."""

    def __init__(
        self, name: str, planted: Planted = nullcontext, centre: type[ModelCentre] = ModelCentre
    ) -> None:
        self.name = name
        self.planted = planted
        self.centre = centre


# -- of the centre --------------------------------------------------------------------------------


class NoDedupe(ModelCentre):
    """Takes every line of a push as new."""

    def _has(self, recorded: Any) -> bool:
        return False


class NumbersAlone(ModelCentre):
    """Compares numbers, not links."""

    def _fork(self, node: str, lines: Sequence[Line]) -> int | None:
        return None


class NoPlace(ModelCentre):
    """Does not compare (cursor, mark)."""

    def _stands(self, place: Place) -> bool:
        return True


class NoPause(ModelCentre):
    """Goes on calling after a restore."""

    def _is_paused(self, now: int) -> bool:
        return False


class NewestUnchecked(ModelCentre):
    """Grants the first candidate, whatever has happened to it since."""

    def _winner(self, request: Call) -> Candidate | None:
        return request.candidates[0]


class CallTwice(ModelCentre):
    """Does not know a call id again."""

    def _call(self, node: str, request: Call, now: int) -> Reply:
        self._calls.pop(request.call, None)
        self._closed.discard(request.call)
        return super()._call(node, request, now)


class SelectThenUpdate(ModelCentre):
    """Reads who waits, and writes the call a moment later."""

    def _answer(self, node: str, request: Request, now: int) -> Reply:
        seen = dict(self._newest)
        if isinstance(request, Call):
            fresh, self._newest = self._newest, self._before
            try:
                return super()._answer(node, request, now)
            finally:
                fresh.update({k: v for k, v in self._newest.items() if v > fresh.get(k, 0)})
                self._newest, self._before = fresh, seen
        self._before = seen
        return super()._answer(node, request, now)

    def _index(self) -> None:
        super()._index()
        self._before = dict(self._newest)


# -- of the client --------------------------------------------------------------------------------


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
    return mock.patch.object(merge, "part_from", lambda *_: None)


@contextmanager
def rest_deleted() -> Iterator[None]:
    """After a fork the rest is thrown away."""
    with mock.patch.object(StoreWork, "copy", lambda *_: None):
        yield


@contextmanager
def new_event_ids() -> Iterator[None]:
    """Copies are new events."""
    copy = StoreWork.copy

    def renamed(self: StoreWork, recorded: Any) -> None:
        fresh = new_id(self.at)
        content = merge.content_of(
            fresh, recorded.at, recorded.clerk, recorded.entity,
            recorded.kind, recorded.version, recorded.body,
        )  # fmt: skip
        copy(self, replace(recorded, id=fresh, content=content))

    with mock.patch.object(StoreWork, "copy", renamed):
        yield


def no_healing() -> Any:
    """What the centre has lost stays lost."""
    return mock.patch.object(pushing, "heal", lambda _: iter(()))


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
    return mock.patch("tests.sim.pc.hear_witness", lambda *_: None)


def candidates_with_pending() -> Any:
    """Offers tickets of which it has not sent all."""
    return mock.patch("db.replica._UNFED", "SELECT 1 FROM event WHERE entity = ? AND 0")


@contextmanager
def answer_taken_at_its_word() -> Iterator[None]:
    """The answer counts, whatever the fold says."""

    def believed(replica: Any, asked: Any, reply: Any) -> Any:
        replica.accept(reply.page)
        replica.close(asked.call)
        return calling.Outcome(end="called", ticket=reply.ticket)
        yield

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

    def wider(ticket: Any, calls: tuple[str, ...]) -> Any:
        counters = {call.counter for call in ticket.calls if call.id in calls}
        named = {call.id for call in ticket.calls if call.counter in counters}
        if not counters and calls and ticket.calls:
            named = {ticket.calls[-1].id}
        return without(ticket, tuple(named | set(calls)))

    with mock.patch.object(tickets, "_without", wider):
        yield


@contextmanager
def cursor_before_rows() -> Iterator[None]:
    """The place is stored first, the lines in a transaction of their own."""
    accept = StoreReplica.accept
    turn = iter(range(10**9))

    def torn(self: StoreReplica, page: Page) -> Merged:
        if page.lines and page.lines[0].number == self.place().cursor + 1 and next(turn) % 25 == 24:
            last = page.lines[-1]
            with self._journal.work() as work:
                work.reached(Place(cursor=last.number, mark=last.mark))
            return Merged(lines=len(page.lines))
        return accept(self, page)

    with mock.patch.object(StoreReplica, "accept", torn):
        yield


MUTANTS = (
    Mutant("no dedupe", centre=NoDedupe),
    Mutant("links not compared", centre=NumbersAlone),
    Mutant("acknowledgement beyond the batch", ack_beyond_the_batch),
    Mutant("fork ignored", fork_ignored),
    Mutant("rest deleted after a fork", rest_deleted),
    Mutant("new event ids after a fork", new_event_ids),
    Mutant("no (cursor, mark)", centre=NoPlace),
    Mutant("no pause", centre=NoPause),
    Mutant("own last seq not reconciled", last_seq_not_reconciled),
    Mutant("no healing", no_healing),
    Mutant("healing in a wrong order", wrong_order_of_healing),
    Mutant("no witness", no_witness),
    Mutant("newest event not checked by the call", centre=NewestUnchecked),
    Mutant("call id not idempotent", centre=CallTwice),
    Mutant("candidates with pending events", candidates_with_pending),
    Mutant("answer taken without the fold's word", answer_taken_at_its_word),
    Mutant("lost tail dropped from the order", order("AND lost IS NULL ORDER BY feed IS NULL, feed, pos")),
    Mutant("own unseen events dropped at acknowledgement", acknowledged_dropped),
    Mutant("return by counter instead of call id", returned_by_counter),
    Mutant("cursor stored before rows", cursor_before_rows),
    Mutant("clock order", order("ORDER BY at")),
    Mutant("select, then update", centre=SelectThenUpdate),
)  # fmt: skip
