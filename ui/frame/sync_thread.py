"""The thread that keeps this PC and the centre the same, and asks the centre whom to call.

Several programs of one PC may share a data folder. One of them does the rounds, the one that holds
the lock; when it ends or dies, the next takes over. Each asks for its own calls. A long round goes
on in a process of its own, whose end this thread waits for as it waits for the centre.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from random import Random
from time import monotonic

from app.deeds.centre import Standing, note_resumed, resume_wanted
from app.ports import Journal
from app.refusal import Refusal
from app.showing.sync import SyncState, sync_state
from app.sync.calling import Outcome, call, settle
from app.sync.drive import Centre, carry, wait_after
from app.sync.line import VERSION, Line
from app.sync.replica import Asked
from app.sync.rounds import one_round
from app.sync.talk import Astray, Dismissed, Rejected, Unproven, Unreachable
from ui.frame.store_thread import StoreThread
from ui.frame.sync_apart import Apart
from ui.frame.sync_gently import WITHIN, Gently, Pace, TooMuch
from ui.frame.sync_store import OpenFolder, key_of, note, unsent
from ui.frame.sync_watch import Interrupted, Watched

LOCK = "sync"
"""The lock that whoever does the rounds holds."""

POLL = 3.0
"""Seconds between two rounds where nothing wakes anybody."""

TURN = 0.5
"""Seconds between two looks at what other programs of this PC have done, and at the lock."""

BURST, WHILE = 5, 0.5
"""So many rounds in so many seconds where the centre wakes; what comes faster is taken in together,
for else each of 24 PCs would ask for every line of every other by itself.
"""

SHUT_OUT = 60.0
"""Seconds until a centre that lets this PC in no more is asked again."""

FRESH = 5.0
"""Seconds for which a centre that did not answer is not asked for a call."""

KNOCK = 3.0
"""Seconds after a failure, and up to twice as many, in which new work does not try the centre."""

AGAIN = 10.0
"""Seconds after a process for a long round in which no other is begun, whatever came of it."""

_SHUT: dict[str, Standing] = {
    "BJ001": "revoked",
    "BJ002": "unknown",
    "BJ006": "unknown",
    "28000": "unknown",
    "28P01": "unknown",
}
"""SQLSTATEs that say: this PC may not come in."""


class Wish:
    """A call that somebody waits for; `told` hears on the thread what came of it: an `Outcome`,
    None where the centre is away, or a `Refusal`.
    """

    def __init__(self, asked: Asked, told: Callable[[Outcome | Refusal | None], None]) -> None:
        self.asked = asked
        self.told = told


class SyncThread(StoreThread[OpenFolder]):
    """`tell` hears, on this thread, how things stand whenever that has changed, and `stir` whenever
    anything was written. `counter` is the one that this program shows, empty where it shows none;
    `pace` is how fast it may be.
    """

    trouble = "sync stopped"

    def __init__(
        self,
        open_store: Callable[[], OpenFolder],
        tell: Callable[[SyncState], None],
        *,
        counter: str = "",
        pace: Pace = WITHIN,
        stir: Callable[[], None] | None = None,
    ) -> None:
        super().__init__("sync", open_store)
        self._say = tell
        self._stir = stir
        self._wishes: deque[Wish] = deque()
        self._unsettled = {counter} - {""}
        self._shown: SyncState | None = None
        self._line: Line | None = None
        self._introduced = False
        self._chance = Random()  # noqa: S311 - so that a hall does not knock in step
        self._pace = pace
        self._due, self._failures, self._failed_at = 0.0, 0, float("-inf")
        self._began = deque([float("-inf")] * BURST, maxlen=BURST)
        self._knock = float("inf")
        self._apart: Apart | None = None
        self._alone_until = float("-inf")

    # -- from other threads ----------------------------------------------------------------------

    def wake(self) -> None:
        """Something may have happened: look at once."""
        line = self._line
        if self.woken.is_set():
            return
        self.woken.set()
        if line is not None:
            with suppress(OSError):  # it has been closed meanwhile
                line.rouse()

    def wish(self, wish: Wish) -> None:
        """Asks for a call; a round that goes on is left for it."""
        self._wishes.append(wish)
        self.wake()

    # -- on this thread --------------------------------------------------------------------------

    def serve(self, store: OpenFolder) -> None:
        """Until it is stopped."""
        mine, after = False, False
        with ExitStack() as held, self._named(store):
            held.callback(self._hang_up)
            held.callback(self._end_apart)
            while not self.stopping.is_set():
                self.woken.clear()
                self._connect(store)
                while self._wishes and not self.stopping.is_set():
                    self._call(store, self._wishes.popleft())
                mine = mine or self._take_over(store, held)
                whole = mine and not self._goes_on_apart(store)
                before = store.stirred()
                if (whole or self._unsettled) and self._is_due(store, stirred=before or after):
                    self._round(store, whole=whole)
                after = store.stirred()
                stirred = before or after
                if stirred and self._stir is not None:
                    self._stir()
                if stirred or self._shown is None:
                    self._report(store.journal)
                self._listen(TURN if not whole else self._next() - monotonic())

    def once(self, store: OpenFolder) -> None:
        """One round on the caller's thread, beside whoever else does rounds."""
        with self._named(store):
            self._connect(store)
            if self._line is not None:
                try:
                    self._round(store, whole=True)
                finally:
                    self._hang_up()

    def call_once(self, store: OpenFolder, asked: Asked) -> Outcome | None:
        """One call on the caller's thread; None where the centre is away."""
        self._connect(store)
        try:
            return self._called(store, asked)
        finally:
            self._hang_up()

    def _connect(self, store: OpenFolder) -> None:
        """To the centre, once this PC belongs to one."""
        if self._line is None:
            self._line = store.centre()

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        self._introduced = False
        if line is not None:
            line.close()

    def _take_over(self, store: OpenFolder, held: ExitStack) -> bool:
        """From now on this program does the rounds, unless another does."""
        if self._line is None:
            return False
        try:
            held.enter_context(store.alone(LOCK))
        except Refusal:
            return False
        return True

    def _is_due(self, store: OpenFolder, *, stirred: bool) -> bool:
        if self._line is None:
            return False
        if monotonic() >= self._next():
            return True
        return stirred and not self._failures and not store.replica.clean()

    def _next(self) -> float:
        """When it is time; work that came since the last failure does not wait for long."""
        return min(self._due, self._knock) if self._failures else self._due

    def _listen(self, seconds: float) -> None:
        """Until somebody here or at the centre wakes it, or it is time."""
        if self.woken.is_set():
            return
        if self._line is None:
            self.rest(TURN)
        elif self._line.wait(min(TURN, max(0.01, seconds))) and not self._failures:
            self.rest(max(0.0, self._began[0] + WHILE - monotonic()))
            self._due = 0.0

    # -- a round ---------------------------------------------------------------------------------

    def _round(self, store: OpenFolder, *, whole: bool) -> None:
        """Not `whole`: only what this program itself has left open; another does the rest."""
        self._began.append(monotonic())
        if self._failures:  # by another file it may come in since
            self._hang_up()
            self._connect(store)
        watched = self._watched(store, self._is_wanted)
        try:
            self._introduce(store.journal)
            self._let_call(store.journal)
            self._settle(store, watched)
            if whole:
                carry(one_round(store.replica), self._gently(store, watched))
        except Interrupted:
            self._due = 0.0
        except TooMuch:
            self._reached(store, watched)
            self._leave_apart(store)
        except (Unreachable, Rejected) as trouble:
            self._turned_away(store, trouble)
        except Astray:
            logging.getLogger("bajeh").exception("the centre and this PC do not agree")
            self._failed(store, "failed")
        else:
            self._reached(store, watched)
            self._due = monotonic() + POLL

    def _is_wanted(self) -> bool:
        """Whether somebody waits for a call, or for its end."""
        return bool(self._wishes) or self.stopping.is_set()

    def _gently(self, store: OpenFolder, centre: Centre) -> Gently:
        """Where it is a long round and another process can do it, this one leaves it."""

        def much(lines: int) -> bool:
            most = self._pace.most
            if most is None or monotonic() < self._alone_until or not store.catching_up:
                return False
            return max(lines, unsent(store.journal)) > most

        return Gently(centre, self._pace, self._is_wanted, much)

    def _leave_apart(self, store: OpenFolder) -> None:
        try:
            self._apart = Apart(store.catching_up)
        except OSError:  # this PC has no room for it now: slowly, then
            self._alone_until = monotonic() + AGAIN

    def _goes_on_apart(self, store: OpenFolder) -> bool:
        """Whether another process does the round; once it has ended, or hangs, this one looks at
        once.
        """
        if self._apart is None:
            return False
        code = self._apart.code
        if code is None and not self._apart.hangs((store.replica.place(), unsent(store.journal))):
            return True
        if code != 0:
            logging.getLogger("bajeh").warning("a long round died: %s", code or "it hung")
        self._end_apart()
        self._alone_until, self._due = monotonic() + AGAIN, 0.0
        return False

    def _end_apart(self) -> None:
        apart, self._apart = self._apart, None
        if apart is not None:
            apart.end()

    def _settle(self, store: OpenFolder, centre: Centre) -> None:
        """Calls of this program's counter that were left open."""
        for counter in tuple(self._unsettled):
            carry(settle(store.replica, counter), centre)
            self._unsettled.discard(counter)

    def _watched(self, store: OpenFolder, urgent: Callable[[], bool]) -> Watched:
        assert self._line is not None
        return Watched(self._line, store.clock, lambda: self.stopping.is_set() or urgent())

    def _reached(self, store: OpenFolder, watched: Watched) -> None:
        self._failures, self._failed_at = 0, float("-inf")
        note(store.journal, "paused" if watched.paused else "reached", watched.offset)

    def _failed(self, store: OpenFolder, standing: Standing) -> bool:
        """Whether it stood otherwise before."""
        self._due = monotonic() + wait_after(self._failures, self._chance)
        self._failures, self._failed_at = self._failures + 1, monotonic()
        self._knock = float("inf")
        return note(store.journal, standing, None)

    def _turned_away(self, store: OpenFolder, trouble: Unreachable | Rejected) -> None:
        if isinstance(trouble, Unproven):
            if self._failed(store, "unproven"):  # it may stay so for days
                logging.getLogger("bajeh").error("the centre did not prove itself: %s", trouble)
            return
        code = trouble.code if isinstance(trouble, Dismissed | Rejected) else ""
        if shut := _SHUT.get(code):
            self._failed(store, shut)
            self._due = monotonic() + SHUT_OUT
            return
        if code:
            logging.getLogger("bajeh").error("the centre does not serve this PC: %s", code)
        self._failed(store, "away")

    @contextmanager
    def _named(self, store: OpenFolder) -> Iterator[None]:
        """A defect is in the log; the windows, which would else show how it stood before, say that
        there is one. Troubles of disk and store they meet themselves.
        """
        try:
            yield
        except Refusal:
            raise
        except Exception:
            self._failed(store, "failed")
            self._report(store.journal)
            raise

    def _introduce(self, journal: Journal) -> None:
        """Once on every line, before anything that is signed."""
        assert self._line is not None
        if not self._introduced:
            self._line.introduce(key_of(journal), VERSION)
            self._introduced = True

    def _let_call(self, journal: Journal) -> None:
        """A supervisor said that no other PC is waited for."""
        assert self._line is not None
        with journal.look() as look:
            wanted = resume_wanted(look)
        if wanted:
            self._line.resume()
            with journal.work() as work:
                note_resumed(work)

    # -- a call ----------------------------------------------------------------------------------

    def _call(self, store: OpenFolder, wish: Wish) -> None:
        """Whatever happens, whoever waits is told."""
        outcome: Outcome | Refusal | None = None
        try:
            outcome = self._called(store, wish.asked)
        except Refusal as refusal:
            outcome = refusal
        finally:
            wish.told(outcome)

    def _called(self, store: OpenFolder, asked: Asked) -> Outcome | None:
        if self._line is None or monotonic() < self._failed_at + FRESH:
            return None
        self._unsettled.add(asked.counter)
        watched = self._watched(store, bool)
        try:
            self._introduce(store.journal)
            carry(settle(store.replica, asked.counter), watched)  # an earlier one may hold a client
            outcome = carry(call(store.replica, asked), watched)
        except (Unreachable, Rejected, Interrupted):
            self._due, self._failed_at = 0.0, monotonic()
            return None
        self._unsettled.discard(asked.counter)
        if self._failures:
            self._due = 0.0  # it is back
        return outcome

    # -- how it stands ---------------------------------------------------------------------------

    def _report(self, journal: Journal) -> None:
        with journal.look() as look:
            state = sync_state(look)
        if state == self._shown:
            return
        more = self._shown is not None and state.unsent > self._shown.unsent
        if more and state.centre not in _SHUT.values():
            self._knock = self._failed_at + KNOCK * self._chance.uniform(1, 2)
        self._shown = state
        self._say(state)
