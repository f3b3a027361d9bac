"""The hands that print: one for each printer that this PC has, beside all windows."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock
from time import monotonic

from PySide6.QtCore import QObject, Signal

from app.deeds import spool
from app.refusal import Refusal
from app.spooling.printer_state import PrinterState, printer_state
from app.spooling.printers import MAIN_ROLES, ROLES, Printers, Role
from app.spooling.spool import Job
from ui.frame.hand import TELLING, Hand, lock_of
from ui.frame.print_one import Beside, Roads, on_roll
from ui.frame.store_thread import OpenStore, StoreThread


class PrintingHands(QObject):
    """Prints what is queued, from `start` to `stop`.

    `open_store` is called on the thread of each hand, which begins when its printer is named and
    ends when it is named no more.
    """

    changed = Signal(str, str)
    """A printer's role, and its state, whenever its jobs or its state have changed."""

    def __init__(
        self,
        open_store: Callable[[], OpenStore],
        press: Beside,
        roads: Roads,
    ) -> None:
        super().__init__()
        self._gate = Lock()
        self._stopped = False
        self._open_store, self._press, self._roads = open_store, press, roads
        self._hands: dict[Role, Hand] = {}
        self._left: list[Hand] = []
        self._foreman = _Foreman(open_store, self._staff, self._make_ready, self._tell)

    @property
    def served(self) -> tuple[Role, ...]:
        """The printers that have a hand now."""
        with self._gate:
            return tuple(self._hands)

    def start(self) -> None:
        """Begins to print."""
        self._foreman.start()

    def wake(self) -> None:
        """Something may have been queued: the hands look at once. The foreman looks in his own
        time, a quarter of a second later at most.
        """
        with self._gate:
            for hand in self._hands.values():
                hand.wake()

    def hurry(self) -> None:
        """A number waits, most likely for a roll: its hand looks at once, and nobody else is woken.
        The hand of a page is woken as after every deed.
        """
        with self._gate:
            rolls = [hand for role, hand in self._hands.items() if on_roll(role)]
            for hand in rolls or self._hands.values():
                hand.wake()

    def warm(self) -> None:
        """Makes the press ready before it is needed; best when the windows have come to rest."""
        self._foreman.cold = True
        self._foreman.wake()

    def stop(self, patience: float = 1.0) -> None:
        """Prints no more, and tells nothing any more. A hand that waits for its printer longer than
        this many seconds is left to end by itself; what it sends is on record as begun.
        """
        with self._gate:
            self._stopped = True
            threads = (*self._hands.values(), *self._left, self._foreman)
        for thread in threads:
            thread.end()
        end = monotonic() + patience
        for thread in threads:
            if thread.is_alive():
                thread.join(max(0.0, end - monotonic()))

    def _staff(self, printers: Printers) -> None:
        """Each printer that is named has a hand, and no other."""
        with self._gate:
            for role in ROLES:
                if printers.named(role) and role not in self._hands and not self._stopped:
                    self._hands[role] = self._new(role)
                elif role in self._hands and not printers.named(role):
                    self._left.append(self._hands[role])
                    self._hands.pop(role).end()
            self._left = [hand for hand in self._left if hand.is_alive()]

    def _new(self, role: Role) -> Hand:
        hand = Hand(role, self._open_store, self._press, self._roads, self._told)
        hand.start()
        return hand

    def _make_ready(self) -> None:
        self._press.warm()
        self._roads("tcp://localhost", raw=True, job="")  # found, and never taken

    def _told(self, role: Role, state: PrinterState) -> None:
        """By a hand; what one says that has been sent away is of yesterday."""
        with self._gate:
            if role in self._hands and not self._stopped:
                self.changed.emit(role, state)

    def _tell(self, role: Role, state: PrinterState) -> None:
        with self._gate:
            if not self._stopped:
                self.changed.emit(role, state)


class _Foreman(StoreThread[OpenStore]):
    """Sees to it that each printer has its hand, and to what no hand serves."""

    def __init__(
        self,
        open_store: Callable[[], OpenStore],
        staff: Callable[[Printers], None],
        make_ready: Callable[[], None],
        tell: Callable[[Role, PrinterState], None],
    ) -> None:
        super().__init__("print-hands", open_store)
        self.cold = False
        self._staff, self._make_ready, self._say = staff, make_ready, tell
        self._shown: object = None

    def serve(self, store: OpenStore) -> None:
        """Until it is stopped."""
        first = True
        while not self.stopping.is_set():
            if store.stirred() or first:
                first = False
                self._see_to(store)
            if self.cold:
                self.cold = False
                self._make_ready()
            self.rest()

    def _see_to(self, store: OpenStore) -> None:
        with store.journal.look() as look:
            printers, every = spool.printers_of(look), look.jobs(TELLING)
        self._staff(printers)
        sent = {job.role for job in every if job.state == "sending"}
        if left := [role for role in sent if not printers.named(role)]:
            for role in left:
                self._settle(store, role)
            with store.journal.look() as look:
                every = look.jobs(TELLING)
        self._report(printers, every)

    def _settle(self, store: OpenStore, role: Role) -> None:
        """What a printer was sent that is named no more, and whose hand has died."""
        with suppress(Refusal), store.alone(lock_of(role)), store.journal.work() as work:
            spool.settle(work, role)

    def _report(self, printers: Printers, every: Sequence[Job]) -> None:
        """Printers that are not there are told of as well."""
        none = [role for role in MAIN_ROLES if not printers.named(role)]
        shown = none, [job for job in every if job.role in none]
        if shown != self._shown:
            self._shown = shown
            for role in none:
                self._say(role, printer_state(role, printers, every))
