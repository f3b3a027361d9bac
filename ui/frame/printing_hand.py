"""The hands that print: for each printer of this PC a thread of its own, beside all windows.

Several programs of one PC may share a data folder. For each printer one of them prints, the one
that holds its lock; when it ends or dies, the next takes over.
"""

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack, closing
from threading import Event, Lock, Thread
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.deeds import spool
from app.ports import Journal
from app.refusal import Refusal
from app.spool import ROLES, Job, Printers, PrinterState, Role, first_queued, pause, printer_state
from ui.frame.print_one import Maker, Roads, print_one

POLL = 0.25
"""Seconds between two looks at what other programs have queued."""

TROUBLE = 5.0
"""Seconds to leave a store alone that could not be used."""


class OpenStore(Protocol):
    """What a hand needs of an opened data folder."""

    @property
    def journal(self) -> Journal:
        """Its journal."""

    def stirred(self) -> bool:
        """Whether anything was written since the last time."""

    def alone(self, name: str) -> AbstractContextManager[None]:
        """A lock among the programs of this folder; refuses while another holds it."""

    def close(self) -> None:
        """Lets go of it."""


class PrintingHands(QObject):
    """Prints what is queued, from `start` to `stop`.

    `open_store` is called on each hand's thread.
    """

    changed = Signal(str, str)
    """A printer's role, and its state, whenever its jobs or its state have changed."""

    def __init__(
        self,
        open_store: Callable[[], OpenStore],
        press: Maker,
        roads: Roads,
    ) -> None:
        super().__init__()
        self._gate = Lock()
        self._stopped = False
        self._hands = [_Hand(role, open_store, press, roads, self._tell) for role in ROLES]

    def start(self) -> None:
        """Begins to print."""
        for hand in self._hands:
            hand.start()

    def wake(self) -> None:
        """Something may have been queued: look at once."""
        for hand in self._hands:
            hand.woken.set()

    def warm(self) -> None:
        """Makes the press ready before it is needed; best when the windows have come to rest."""
        self._hands[0].warming.set()
        self.wake()

    def stop(self, patience: float = 1.0) -> None:
        """Prints no more, and tells nothing any more. A hand that waits for its printer longer than
        this many seconds is left to end by itself; what it sends is on record as begun.
        """
        with self._gate:
            self._stopped = True
        for hand in self._hands:
            hand.stopping.set()
        self.wake()
        end = monotonic() + patience
        for hand in self._hands:
            if hand.is_alive():
                hand.join(max(0.0, end - monotonic()))

    def _tell(self, role: Role, state: PrinterState) -> None:
        with self._gate:
            if not self._stopped:
                self.changed.emit(role, state)


class _Hand(Thread):
    """Serves one printer."""

    def __init__(
        self,
        role: Role,
        open_store: Callable[[], OpenStore],
        press: Maker,
        roads: Roads,
        tell: Callable[[Role, PrinterState], None],
    ) -> None:
        super().__init__(name=f"print-{role}", daemon=True)
        self.stopping, self.woken, self.warming = Event(), Event(), Event()
        self._role = role
        self._open_store = open_store
        self._press = press
        self._roads = roads
        self._say = tell
        self._shown: tuple[PrinterState, Sequence[Job]] | None = None
        self._rest_until = 0.0

    def run(self) -> None:
        """Serves until it is stopped, through every trouble of the store."""
        while not self.stopping.is_set():
            try:
                with closing(self._open_store()) as store, ExitStack() as lock:
                    self._serve(store, lock)
            except Refusal:  # of the disk or the store, which the windows meet and tell as well
                self._wait(TROUBLE)
            except Exception:
                logging.getLogger("bajeh").exception("printing stopped")
                self._wait(TROUBLE)

    def _serve(self, store: OpenStore, lock: ExitStack) -> None:
        mine = False
        while not self.stopping.is_set():
            taken = not mine and self._take_over(store, lock)
            mine = mine or taken
            if store.stirred() or taken or self._rest_until:
                if mine:
                    self._print_all(store.journal)
                self._report(store.journal)
            if self.warming.is_set():
                self.warming.clear()
                self._press.warm()
                self._roads("tcp://localhost", raw=True, job="")  # found, and never taken
            self._wait(POLL)

    def _take_over(self, store: OpenStore, lock: ExitStack) -> bool:
        """From now on this program alone serves the printer, unless another does."""
        try:
            lock.enter_context(store.alone(f"print-{self._role}"))
        except Refusal:
            return False
        with store.journal.work() as work:
            spool.settle(work, self._role)
        return True

    def _print_all(self, journal: Journal) -> None:
        while not self.stopping.is_set():
            job, printers = self._next(journal)
            if job is None:
                return
            self._rest_until = monotonic() + pause(job.tries + 1)
            print_one(
                journal, job, printers, self._press, self._roads, lambda: self._report(journal)
            )

    def _next(self, journal: Journal) -> tuple[Job | None, Printers]:
        """Whose turn it is; nobody's while a printer that did not answer is left alone."""
        with journal.look() as look:
            job, printers = first_queued(look.jobs(), self._role), spool.printers_of(look)
        if job is None or not job.tries:
            self._rest_until = 0.0
        return (None if monotonic() < self._rest_until else job), printers

    def _report(self, journal: Journal) -> None:
        with journal.look() as look:
            jobs = [job for job in look.jobs() if job.role == self._role]
            shown = (printer_state(self._role, spool.printers_of(look), jobs), jobs)
        if shown != self._shown:
            self._shown = shown
            self._say(self._role, shown[0])

    def _wait(self, seconds: float) -> None:
        self.woken.wait(seconds)
        self.woken.clear()
