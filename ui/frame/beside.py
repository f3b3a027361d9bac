"""Long readings beside the window, each on a thread with a store of its own, so that neither the
window nor its deeds wait for them.
"""

import logging
from collections.abc import Callable
from contextlib import closing
from threading import Event, Thread
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from app.ports import Journal
from app.refusal import Refusal

T = TypeVar("T")
Tell = Callable[[float], None]
"""Hears which share of the work is done."""


class Store(Protocol):
    """What is read from."""

    @property
    def journal(self) -> Journal:
        """Its journal."""

    def close(self) -> None:
        """Lets go of it."""


class _Ended(Exception):
    """Nobody wants it any more."""


class _Reading(Thread):
    """One of them; it says nothing after `stop` is set."""

    def __init__(
        self,
        beside: "Beside[Any]",
        open_store: Callable[[], Store],
        act: Callable[[Store, Tell], Any],
    ) -> None:
        super().__init__(name="reading", daemon=True)
        self.stop = Event()
        self._beside, self._open, self._act = beside, open_store, act

    def run(self) -> None:
        said = self._beside.said
        try:
            with closing(self._open()) as store:
                said.emit(self, "came", self._act(store, self._tell))
        except _Ended:
            said.emit(self, "ended", None)
        except Refusal as refusal:
            said.emit(self, "refused", refusal)
        except Exception as error:
            logging.getLogger("bajeh").exception("unexpected")
            said.emit(self, "failed", error)

    def _tell(self, share: float) -> None:
        if self.stop.is_set():
            raise _Ended
        self._beside.said.emit(self, "share", share)


class Beside(QObject, Generic[T]):
    """Does one thing at a time; a new one takes the place of the one before, which ends at the next
    word it says of itself. All signals come on the window's thread.
    """

    share = Signal(float)
    came = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
    rested = Signal()
    """Nothing is being done any more."""

    said = Signal(object, str, object)
    """For the threads alone."""

    def __init__(self, open_store: Callable[[], Store]) -> None:
        super().__init__()
        self._open_store = open_store
        self._now: _Reading | None = None
        self._left: list[_Reading] = []
        self.said.connect(self._hear)

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._now is not None

    def do(self, act: Callable[[Store, Tell], T]) -> None:
        """Begins; `act` runs on the thread."""
        self.give_up()
        self._now = _Reading(self, self._open_store, act)
        self._now.start()

    def give_up(self) -> None:
        """Nobody waits for it any more."""
        if self._now is not None:
            self._now.stop.set()
            self._left.append(self._now)
            self._now = None

    def close(self, patience: float = 5.0) -> None:
        """The same, and it waits until every thread is gone."""
        self.give_up()
        for reading in self._left:
            reading.join(patience)

    def _hear(self, reading: _Reading, word: str, value: object) -> None:
        if word != "share":
            self._left = [each for each in self._left if each is not reading]
        if reading is not self._now:
            return
        if word == "share":
            self.share.emit(value)
            return
        self._now = None
        if word == "came":
            self.came.emit(value)
        elif word == "refused":
            self.refused.emit(value)
        else:
            self.failed.emit(value)
        self.rested.emit()
