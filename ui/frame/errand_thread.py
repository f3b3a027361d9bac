"""The store's thread: it alone opens the store and uses it, one errand after the other."""

import logging
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any, NamedTuple

from app.folds.fold import Fact
from app.refusal import Refusal
from ui.frame.errand import Errand, OpenStore

POLL = 0.1
"""Seconds between two looks at what other processes have committed."""

FLOOD, BREATH = 50, 0.5
"""After so many facts at once, as when this PC catches up, it looks only so often (seconds): each
time all that is on the screen is read and painted anew.
"""


class Answers(NamedTuple):
    """Who hears what; each is called on the window's thread."""

    opened: Callable[[], None]
    unopened: Callable[[Exception], None]
    delivered: Callable[[Errand[Any], Any], None]
    refused: Callable[[Errand[Any], Refusal], None]
    failed: Callable[[Errand[Any], Exception], None]
    dropped: Callable[[Errand[Any]], None]
    """Nobody wants to know any more; it was not done."""
    happened: Callable[[tuple[Fact, ...]], None]
    deaf: Callable[[Exception], None]
    """What happens cannot be read: once until it can again."""


class ErrandThread(Thread):
    """Runs what is sent until it is ended. `back` has something called on the window's thread,
    `counts` says whether anybody still wants to know.
    """

    def __init__(
        self,
        open_store: Callable[[], OpenStore],
        answers: Answers,
        back: Callable[[Callable[[], None]], None],
        counts: Callable[[Errand[Any]], bool],
    ) -> None:
        super().__init__(name="store", daemon=True)
        self._open_store, self._answers = open_store, answers
        self._back, self._counts = back, counts
        self._errands: SimpleQueue[Errand[Any] | None] = SimpleQueue()
        self._deaf, self._every = False, POLL

    def send(self, errand: Errand[Any]) -> None:
        """To be done after all that was sent before."""
        self._errands.put(errand)

    def stir(self) -> None:
        """Looks at once for what was committed."""
        self._errands.put(_NOTHING)

    def end(self) -> None:
        """Finishes what was sent and lets go of the store."""
        self._errands.put(None)

    def run(self) -> None:
        """Serves from the opened store."""
        try:
            store = self._open_store()
        except Exception as error:  # noqa: BLE001 the window says what there is to say
            self._could_not_open(error)
            return
        self._back(self._answers.opened)
        try:
            self._serve(store)
        finally:
            store.close()

    def _serve(self, store: OpenStore) -> None:
        looked = monotonic()
        while True:
            try:
                errand = self._errands.get(timeout=POLL)
            except Empty:
                errand = _NOTHING
            if errand is None:
                return
            if errand is not _NOTHING:
                self._do(store, errand)
            idle = self._errands.empty() and self._every == POLL
            if idle or monotonic() - looked > self._every:
                looked = monotonic()
                self._tell_news(store)

    def _do(self, store: OpenStore, errand: Errand[Any]) -> None:
        if not self._counts(errand):
            self._back(partial(self._answers.dropped, errand))
            return
        try:
            value = errand.act(store)
        except Refusal as refusal:
            self._back(partial(self._answers.refused, errand, refusal))
        except Exception as error:
            logging.getLogger("bajeh").exception("unexpected")
            self._back(partial(self._answers.failed, errand, error))
        else:
            if errand.waited:  # one reading then brings what was done, and what came of it
                self._tell_news(store)
            self._back(partial(self._answers.delivered, errand, value))

    def _tell_news(self, store: OpenStore) -> None:
        """News that cannot be read is spoken of once, and looked for again."""
        try:
            facts = tuple(store.news())
        except Exception as error:
            if not self._deaf and not isinstance(error, Refusal):
                logging.getLogger("bajeh").exception("unexpected")
            self._hear_nothing(error)
        else:
            self._deaf = False
            self._every = BREATH if len(facts) > FLOOD else POLL
            if facts:
                self._back(partial(self._answers.happened, facts))

    def _hear_nothing(self, error: Exception) -> None:
        if not self._deaf:
            self._back(partial(self._answers.deaf, error))
        self._deaf = True

    def _could_not_open(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            logging.getLogger("bajeh").error("unexpected", exc_info=error)
        self._back(partial(self._answers.unopened, error))


def _nothing(_: object) -> None:
    """Nobody wants to know."""


_NOTHING: Errand[Any] = Errand(_nothing, _nothing, _nothing)
