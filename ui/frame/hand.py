"""The hand that serves one printer, on a thread of its own: no printer waits for another one.

Several programs of one PC may share a data folder. For each printer one of them prints, the one
that holds its lock; when it ends or dies, the next takes over.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from time import monotonic

from app.deeds import spool
from app.ports import Journal
from app.printer import STOPS, Condition, Printer, Taken, not_ready
from app.refusal import Refusal
from app.spooling.printer_state import PrinterState, printer_state
from app.spooling.printers import Role
from app.spooling.spool import Job
from app.spooling.turns import next_turn, pause, silences, tries
from ui.frame import store_thread
from ui.frame.print_one import Maker, Roads, ended, on_roll, print_one
from ui.frame.questions import Questions
from ui.frame.store_thread import OpenStore, StoreThread

TELLING = 10
"""So many ended jobs are enough to notice that something has changed: windows then read for
themselves. Each one that is read keeps paper waiting.
"""

Tell = Callable[[Role, PrinterState], None]


def lock_of(role: Role) -> str:
    """The lock that whoever serves a printer holds."""
    return f"print-{role}"


class Hand(StoreThread[OpenStore]):
    """Prints what is queued for one printer, and asks it how it stands while nothing is. What it
    says is kept in the store for the windows of every program; `tell` hears, on this thread, how it
    stands whenever its jobs or its state have changed.
    """

    def __init__(
        self,
        role: Role,
        open_store: Callable[[], OpenStore],
        press: Maker,
        roads: Roads,
        tell: Tell,
    ) -> None:
        super().__init__(lock_of(role), open_store)
        self._role, self._press, self._roads, self._say = role, press, roads, tell
        self._shown: tuple[PrinterState, Sequence[Job]] | None = None
        self._tried_at = 0.0
        self._silent_since: float | None = None
        self._served = Printer()
        self._questions = Questions(self._served, self.wake)
        self._heard: Condition | None = None
        self._waited_for = False

    def serve(self, store: OpenStore) -> None:
        """Until it is stopped."""
        mine = False
        with ExitStack() as lock:
            while not self.stopping.is_set():
                taken = not mine and self._take_over(store, lock)
                mine = mine or taken
                heard = mine and self._listen(store.journal)
                if store.stirred() or taken or heard or self._waited_for:
                    if mine:
                        self._print_all(store.journal)
                    self._report(store.journal)
                self.rest(self._ask() if mine else None)
            if mine:
                self._keep(store.journal, None)

    def _take_over(self, store: OpenStore, lock: ExitStack) -> bool:
        """From now on this program alone serves the printer, unless another does."""
        try:
            lock.enter_context(store.alone(lock_of(self._role)))
        except Refusal:
            return False
        with store.journal.work() as work:
            spool.settle(work, self._role)
            spool.hear(work, self._role, "", None)
        self._served = Printer()
        return True

    # -- how it stands ---------------------------------------------------------------------------

    def _ask(self) -> float:
        """Asks it when it is time; gives the seconds for which there is nothing else to do."""
        if not self._questions.left(waits=self._waited_for) and self._served.name:
            raw = on_roll(self._role)
            served = self._served
            self._questions.ask(lambda: self._roads(served, raw=raw, job=""))
        return min(store_thread.POLL, self._questions.left(waits=self._waited_for) + 0.001)

    def _listen(self, journal: Journal) -> bool:
        """Whether it says anything new. One that can print again does so at once."""
        said = self._questions.answer()
        if said is None or said == self._heard:
            return False
        if self._heard in STOPS and said not in STOPS:
            self._silent_since = None
        self._keep(journal, said)
        return True

    def _keep(self, journal: Journal, said: Condition | None) -> None:
        self._heard = said
        with journal.work() as work:
            spool.hear(work, self._role, self._served.name, said)

    def _stands(self, journal: Journal, *, still: bool) -> None:
        """In the middle of a job. It is told, and the job goes on whether that succeeds or not."""
        with suppress(Refusal):
            self._keep(journal, "silent" if still else None)
            self._report(journal)

    # -- one after the other ---------------------------------------------------------------------

    def _print_all(self, journal: Journal) -> None:
        while not self.stopping.is_set():
            job = self._next(journal)
            if job is None or not self._knows:
                return
            self._tried_at = monotonic()
            stop = self._hindrance
            if stop:  # nothing begins, so nobody is asked about it if the program dies just now
                self._learn(ended(journal, job, not_ready(self._served.name, stop)))
            else:
                self._learn(self._print(journal, job))
                self._questions.soon()

    @property
    def _hindrance(self) -> Condition | None:
        """Why the printer lets no job begin; a question that hangs tells nothing. It is heard to
        be silent only where an answer was hoped for.
        """
        return self._heard if self._heard in STOPS and not self._questions.hangs else None

    @property
    def _knows(self) -> bool:
        """Whether it need not be asked first: it can print, or has just said why not."""
        if self._questions.holds:
            return False
        asked = self._heard is not None or self._questions.hangs
        return asked and (self._hindrance is None or self._questions.fresh)

    def _print(self, journal: Journal, job: Job) -> Taken | Refusal | None:
        return print_one(
            journal,
            job,
            self._served,
            self._press,
            self._roads,
            began=lambda: self._report(journal),
            still=lambda still: self._stands(journal, still=still),
            answers=self._questions.answers,
        )

    def _next(self, journal: Journal) -> Job | None:
        """Whose turn it is; nobody's while a printer that did not answer is left alone."""
        with journal.look() as look:
            printers = spool.printers_of(look)
            silent = self._silent_for(printers.of(self._role))
            turn = next_turn(look.queued(self._role), self._role, printers, look.now, silent)
        if turn.late or turn.moved:
            with journal.work() as work:
                spool.make_way(work, self._role, silent)
        self._waited_for = turn.job is not None
        rest = pause(tries(turn.job, silent)) if turn.job else 0.0
        return None if monotonic() < self._tried_at + rest else turn.job

    def _learn(self, outcome: Taken | Refusal | None) -> None:
        """Whether the printer answers, as far as this tells."""
        if isinstance(outcome, Refusal) and silences(outcome):
            self._silent_since = self._silent_since or self._tried_at
        elif isinstance(outcome, Taken):
            self._silent_since = None

    def _silent_for(self, printer: Printer) -> float | None:
        """How long it has not answered; of one that was named just now nothing is known."""
        if printer != self._served:
            self._served, self._silent_since = printer, None
            self._questions, self._heard = Questions(printer, self.wake), None
        return None if self._silent_since is None else monotonic() - self._silent_since

    def _report(self, journal: Journal) -> None:
        with journal.look() as look:
            every, printers = look.jobs(TELLING), spool.printers_of(look)
            state = printer_state(self._role, printers, every, spool.conditions_of(look))
        shown = state, [job for job in every if job.role == self._role]
        if shown != self._shown:
            self._shown = shown
            self._say(self._role, state)
