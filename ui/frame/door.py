"""The one door between threads: deeds and looks go in, frozen answers come back.

The store is opened and used on a thread of its own; the window's thread never waits for it.
"""

import logging
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.ports import Look, Work
from app.refusal import Refusal
from ui.frame.errand import Errand, OpenStore
from ui.frame.patience import Patience

T = TypeVar("T")

POLL = 0.1
"""Seconds between two looks at what other processes have committed."""

FLOOD, BREATH = 50, 0.5
"""After so many facts at once, as when this PC catches up, it looks only so often (seconds): each
time all that is on the screen is read and painted anew.
"""

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
        self._open_store = open_store
        self._errands: SimpleQueue[Errand[Any] | None] = SimpleQueue()
        self._newest: dict[str, Errand[Any]] = {}
        self._waiting = 0
        self._patience = Patience(self, SLOW)
        self._patience.slow.connect(self.slow)
        self._patience.expecting.connect(self.expecting)
        self._deaf = False
        self._every = POLL
        self._back.connect(self._call_back)
        self._closed = False
        self._thread = Thread(target=self._serve, name="store", daemon=True)
        self._thread.start()

    def do(
        self,
        deed: Callable[[Work], T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
        *,
        quietly: bool = False,
    ) -> None:
        """A deed in one transaction; `then` gets what it gives once it is on the disk. `quietly`:
        nobody waits for it, as when something half typed is kept.
        """
        clerk = self.clerk

        def act(store: OpenStore) -> T:
            with store.journal.work(clerk) as work:
                return deed(work)

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
        self._errands.put(_NOTHING)

    @property
    def busy(self) -> bool:
        """Whether a deed is still being done."""
        return self._waiting > 0

    def close(self, patience: float = 11.0) -> None:
        """Finishes what was asked and lets go of the store; nobody is called back any more."""
        if not self._closed:
            self._closed = True
            self._patience.stop()
            self._errands.put(None)
            self._thread.join(patience)

    # -- on the window's thread ------------------------------------------------------------------

    def _send(self, errand: Errand[Any]) -> None:
        if errand.topic:
            before = self._newest.get(errand.topic)
            errand.awaited = errand.awaited or (before is not None and before.awaited)
            self._newest[errand.topic] = errand
        self._patience.wait_for(errand)
        self._errands.put(errand)

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

    # -- on the store's thread -------------------------------------------------------------------

    def _serve(self) -> None:
        try:
            store = self._open_store()
        except Exception as error:  # noqa: BLE001 the window says what there is to say
            self._could_not_open(error)
            return
        self._back.emit(self.opened.emit)
        try:
            self._serve_with(store)
        finally:
            store.close()

    def _serve_with(self, store: OpenStore) -> None:
        looked = monotonic()
        while True:
            try:
                errand = self._errands.get(timeout=POLL)
            except Empty:
                errand = _NOTHING
            if errand is None:
                return
            if errand is not _NOTHING:
                self._run(store, errand)
            idle = self._errands.empty() and self._every == POLL
            if idle or monotonic() - looked > self._every:
                looked = monotonic()
                self._tell_news(store)

    def _run(self, store: OpenStore, errand: Errand[Any]) -> None:
        if errand.topic and self._newest.get(errand.topic) is not errand:
            self._back.emit(partial(self._patience.answered, errand))
            return
        try:
            value = errand.act(store)
        except Refusal as refusal:
            self._back.emit(partial(self._refuse, errand, refusal))
        except Exception as error:
            logging.getLogger("bajeh").exception("unexpected")
            self._back.emit(partial(self._fail, errand, error))
        else:
            if errand.waited:  # one reading then brings what was done, and what came of it
                self._tell_news(store)
            self._back.emit(partial(self._deliver, errand, value))

    def _tell_news(self, store: OpenStore) -> None:
        """News that cannot be read is spoken of once, and looked for again."""
        try:
            facts = tuple(store.news())
        except Refusal as refusal:
            self._hear_nothing(partial(self.refused.emit, refusal))
        except Exception as error:
            if not self._deaf:
                logging.getLogger("bajeh").exception("unexpected")
            self._hear_nothing(partial(self.failed.emit, error))
        else:
            self._deaf = False
            self._every = BREATH if len(facts) > FLOOD else POLL
            if facts:
                self._back.emit(partial(self.happened.emit, facts))

    def _hear_nothing(self, say: Callable[[], None]) -> None:
        if not self._deaf:
            self._back.emit(say)
        self._deaf = True

    def _could_not_open(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            logging.getLogger("bajeh").error("unexpected", exc_info=error)
        self._back.emit(partial(self.unopened.emit, error))


def _nothing(_: object) -> None:
    """Nobody wants to know."""


_NOTHING: Errand[Any] = Errand(_nothing, _nothing, _nothing)
