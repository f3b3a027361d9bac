"""What takes long, done beside the window."""

import logging
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.refusal import Refusal

T = TypeVar("T")


class Errands(QObject):
    """Each on a thread of its own; the answer comes on the window's."""

    refused = Signal(object)
    """The `Refusal` of an errand that nobody else took."""

    failed = Signal(object)
    """A bug; it is logged already."""

    _back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.busy = False
        self._back.connect(self._come_back)

    def go(
        self,
        act: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """One at a time; `then` gets what it gives."""
        if self.busy:
            return
        self.busy = True
        Thread(target=self._run, args=(act, then, refused or self.refused.emit)).start()

    def _run(
        self,
        act: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        try:
            value = act()
        except Refusal as refusal:
            self._back.emit(partial(refused, refusal))
        except Exception as error:
            logging.getLogger("bajeh").exception("unexpected")
            self._back.emit(partial(self.failed.emit, error))
        else:
            self._back.emit(partial(then, value))

    def _come_back(self, call: Callable[[], None]) -> None:
        self.busy = False
        call()
