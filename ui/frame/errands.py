"""What takes long, done beside the window."""

import logging
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.refusal import Refusal

T = TypeVar("T")


class Errands(QObject):
    """Each on a thread of its own; the answer comes on the window's, unless `asker` is gone."""

    refused = Signal(object)
    """The `Refusal` of an errand that nobody else took."""

    failed = Signal(object)
    """A bug; it is logged already."""

    _back = Signal(object)

    def __init__(self, asker: QObject) -> None:
        super().__init__()
        self._asker, self.busy = asker, False
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
        if isValid(self._asker):
            call()
