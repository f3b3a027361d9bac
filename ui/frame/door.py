"""The one door between threads: deeds and looks go in, frozen answers come back.

The store is opened and used on a thread of its own; the window's thread never waits for it.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.ports import Look, Work
from app.refusal import Refusal
from ui.frame.errand import Errand, OpenStore
from ui.frame.errand_thread import Answers, ErrandThread
from ui.frame.patience import Patience

T = TypeVar("T")

SLOW = 0.4
"""Seconds after which a deed that is not done is spoken of."""


class Door(QObject):
    """Lives on the window's thread. `clerk` (an id) is in whose name deeds are done."""

    opened = Signal()
    """The store is open; what was asked meanwhile is being done."""

    unopened = Signal(object)
    """The store cannot be opened: the `Refusal` that says why, or the bug. Nothing else follows."""

    happened = Signal(object)
    """Facts that were committed, here or by another process: a tuple of `Fact`."""

    refused = Signal(object)
    """A `Refusal` that nobody else took."""

    failed = Signal(object)
    """An exception that is a bug; it is logged already."""

    slow = Signal(bool)
    """Whether something has been waiting for longer than is usual: a deed, what is half typed and
    shall be kept, or a look that somebody waits for, which stands in the line behind them.
    """

    expecting = Signal(bool)
    """Whether somebody waits for an answer: what they type meanwhile is meant for what it brings
    to the screen.
    """

    _back = Signal(object)

    def __init__(self, open_store: Callable[[], OpenStore], *, clerk: str = "") -> None:
        super().__init__()
        self.clerk = clerk
        self._newest: dict[str, Errand[Any]] = {}
        self._waiting = 0
        self._patience = Patience(self, SLOW)
        self._patience.slow.connect(self.slow)
        self._patience.expecting.connect(self.expecting)
        self._back.connect(self._call_back)
        self._closed = False
        answers = Answers(
            opened=self.opened.emit,
            unopened=self.unopened.emit,
            delivered=self._deliver,
            refused=self._refuse,
            failed=self._fail,
            dropped=self._patience.answered,
            happened=self.happened.emit,
            deaf=self._hear_nothing,
        )
        self._thread = ErrandThread(open_store, answers, self._back.emit, self._counts)
        self._thread.start()

    def do(
        self,
        deed: Callable[[Work], T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
        *,
        quietly: bool = False,
        done: Callable[[], None] | None = None,
    ) -> None:
        """A deed in one transaction; `then` gets what it gives once it is on the disk. `quietly`:
        nobody waits for it, as when something half typed is kept. `done` is called at once, on the
        store's thread: whom it wakes need not wait until the window has time.
        """
        clerk = self.clerk

        def act(store: OpenStore) -> T:
            with store.journal.work(clerk) as work:
                value = deed(work)
            if done is not None:
                done()
            return value

        told = refused or self.refused.emit
        if quietly:
            self._send(Errand(act, then or _nothing, told, missed=True))
            return
        self._waiting += 1
        self._send(Errand(act, then or _nothing, told, waited=True, awaited=True))

    def look(
        self,
        read: Callable[[Look], T],
        then: Callable[[T], None],
        refused: Callable[[Refusal], None] | None = None,
        *,
        topic: str = "",
        awaited: bool = False,
    ) -> None:
        """A look at the store. Of several with the same `topic` only the last one answers; if one
        of them is `awaited`, that one is.
        """

        def act(store: OpenStore) -> T:
            with store.journal.look() as seen:
                return read(seen)

        told = refused or self.refused.emit
        self._send(Errand(act, then, told, topic=topic, awaited=awaited))

    def with_store(
        self,
        act: Callable[[OpenStore], T],
        then: Callable[[T], None],
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Something else that needs the opened store: a backup, a history."""
        self._send(Errand(act, then, refused or self.refused.emit))

    def stir(self) -> None:
        """Something was written: what it is, is told at once."""
        self._thread.stir()

    @property
    def busy(self) -> bool:
        """Whether a deed is still being done."""
        return self._waiting > 0

    def close(self, patience: float = 11.0) -> None:
        """Finishes what was asked and lets go of the store; nobody is called back any more."""
        if not self._closed:
            self._closed = True
            self._patience.stop()
            self._thread.end()
            self._thread.join(patience)

    # -- on the window's thread ------------------------------------------------------------------

    def _send(self, errand: Errand[Any]) -> None:
        if errand.topic:
            before = self._newest.get(errand.topic)
            errand.awaited = errand.awaited or (before is not None and before.awaited)
            self._newest[errand.topic] = errand
        self._patience.wait_for(errand)
        self._thread.send(errand)

    def expect(self, more: int) -> None:
        """Somebody waits for so many answers more, here or from elsewhere, or for so many fewer."""
        self._patience.expect(more)

    def _ended(self, errand: Errand[Any]) -> None:
        self._waiting -= errand.waited
        self._patience.come_back(errand)

    def _call_back(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()

    def _deliver(self, errand: Errand[T], value: T) -> None:
        self._ended(errand)
        try:
            if self._counts(errand):
                errand.then(value)
        finally:
            self._patience.answered(errand)

    def _counts(self, errand: Errand[Any]) -> bool:
        return not errand.topic or self._newest.get(errand.topic) is errand

    def _refuse(self, errand: Errand[Any], refusal: Refusal) -> None:
        self._ended(errand)
        try:
            if self._counts(errand):
                errand.refused(refusal)
        finally:
            self._patience.answered(errand)

    def _fail(self, errand: Errand[Any], error: Exception) -> None:
        self._ended(errand)
        try:
            self.failed.emit(error)
        finally:
            self._patience.answered(errand)

    def _hear_nothing(self, error: Exception) -> None:
        """What happens cannot be read."""
        told = self.refused if isinstance(error, Refusal) else self.failed
        told.emit(error)


def _nothing(_: object) -> None:
    """Nobody wants to know."""
