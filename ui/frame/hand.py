"""The hand that serves one printer, on a thread of its own: no printer waits for another one.

Several programs of one PC may share a data folder. For each printer one of them prints, the one
that holds its lock; when it ends or dies, the next takes over.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from time import monotonic

from app.deeds import spool
from app.ports import Journal
from app.printer import Printer, Taken
from app.printer_state import PrinterState, printer_state
from app.printers import Printers, Role
from app.refusal import Refusal
from app.spool import Job
from app.turns import next_turn, pause, silences
from ui.frame.print_one import Maker, Roads, print_one
from ui.frame.store_thread import OpenStore, StoreThread

Tell = Callable[[Role, PrinterState], None]


def lock_of(role: Role) -> str:
    """The lock that whoever serves a printer holds."""
    return f"print-{role}"


class Hand(StoreThread):
    """Prints what is queued for one printer. `tell` hears, on this thread, how it stands whenever
    its jobs or its state have changed.
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
        self._waited_for = False

    def serve(self, store: OpenStore) -> None:
        """Until it is stopped."""
        mine = False
        with ExitStack() as lock:
            while not self.stopping.is_set():
                taken = not mine and self._take_over(store, lock)
                mine = mine or taken
                if store.stirred() or taken or self._waited_for:
                    if mine:
                        self._print_all(store.journal)
                    self._report(store.journal)
                self.rest()

    def _take_over(self, store: OpenStore, lock: ExitStack) -> bool:
        """From now on this program alone serves the printer, unless another does."""
        try:
            lock.enter_context(store.alone(lock_of(self._role)))
        except Refusal:
            return False
        with store.journal.work() as work:
            spool.settle(work, self._role)
        return True

    # -- one after the other ---------------------------------------------------------------------

    def _print_all(self, journal: Journal) -> None:
        while not self.stopping.is_set():
            job, printers = self._next(journal)
            if job is None:
                return
            self._tried_at = monotonic()
            printer = printers.of(self._role)
            self._learn(
                print_one(
                    journal, job, printer, self._press, self._roads, lambda: self._report(journal)
                )
            )

    def _next(self, journal: Journal) -> tuple[Job | None, Printers]:
        """Whose turn it is; nobody's while a printer that did not answer is left alone."""
        with journal.look() as look:
            printers = spool.printers_of(look)
            silent = self._silent_for(printers.of(self._role))
            turn = next_turn(look.jobs(), self._role, printers, look.at, silent)
        if turn.late or turn.moved:
            with journal.work() as work:
                spool.make_way(work, self._role, silent)
        self._waited_for = turn.job is not None
        tries = turn.job.tries if turn.job and silent is not None else 0
        return None if monotonic() < self._tried_at + pause(tries) else turn.job, printers

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
        return None if self._silent_since is None else monotonic() - self._silent_since

    def _report(self, journal: Journal) -> None:
        with journal.look() as look:
            every = look.jobs()
            state = printer_state(self._role, spool.printers_of(look), every)
        shown = state, [job for job in every if job.role == self._role]
        if shown != self._shown:
            self._shown = shown
            self._say(self._role, state)
