"""A thread with a store of its own, which outlasts every trouble of it."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from threading import Event, Thread
from typing import Generic, Protocol, TypeVar

from app.ports import Journal
from app.refusal import Refusal

POLL = 0.25
"""Seconds between two looks at what other programs have queued."""

TROUBLE = 5.0
"""Seconds to leave a store alone that could not be used."""


class Closable(Protocol):
    """Something opened."""

    def close(self) -> None:
        """Lets go of it."""


class OpenStore(Closable, Protocol):
    """What the threads that print need of an opened data folder."""

    @property
    def journal(self) -> Journal:
        """Its journal."""

    def stirred(self) -> bool:
        """Whether anything was written since the last time."""

    def alone(self, name: str) -> AbstractContextManager[None]:
        """A lock among the programs of this folder; refuses while another holds it."""


S = TypeVar("S", bound=Closable)


class StoreThread(Thread, Generic[S]):
    """Serves from `start` to `end`. `open_store` is called on the thread."""

    trouble = "printing stopped"
    """What the log says of a defect."""

    def __init__(self, name: str, open_store: Callable[[], S]) -> None:
        super().__init__(name=name, daemon=True)
        self.stopping, self.woken = Event(), Event()
        self._open_store = open_store

    def serve(self, store: S) -> None:
        """What it does until `stopping` is set."""
        raise NotImplementedError

    def run(self) -> None:
        """Serves until it is stopped, with a store opened anew after every trouble."""
        while not self.stopping.is_set():
            try:
                with closing(self._open_store()) as store:
                    self.serve(store)
            except Refusal:  # of the disk or the store, which the windows meet and tell as well
                self.rest(TROUBLE)
            except Exception:
                logging.getLogger("bajeh").exception(self.trouble)
                self.rest(TROUBLE)

    def wake(self) -> None:
        """Something may have happened: look at once."""
        self.woken.set()

    def end(self) -> None:
        """It stops as soon as it can."""
        self.stopping.set()
        self.wake()

    def rest(self, seconds: float | None = None) -> None:
        """Waits so long, or until it is woken."""
        self.woken.wait(POLL if seconds is None else seconds)
        self.woken.clear()
