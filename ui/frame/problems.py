"""The one place where troubles become words: rules that say no, and bugs."""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from app.refusal import Refusal
from ui.frame.door import Door
from ui.words import Words

LOG = "bajeh.log"
_LARGEST = 1_000_000
"""Bytes, beyond which the log is put aside at a start; the one put aside before goes."""


class Problems(QObject):
    """Windows listen to `told`: a Persian sentence. Whatever nobody caught lands here too."""

    told = Signal(str)

    _caught = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._before = sys.excepthook, threading.excepthook
        self._caught.connect(self._tell_unexpected)

    def tell(self, refusal: Refusal) -> None:
        """Says why a rule forbids it and what to do now."""
        self.told.emit(self.sentence(refusal))

    def sentence(self, refusal: Refusal) -> str:
        """The sentence of a refusal."""
        return self._words.refusal(refusal)

    def tell_bug(self, _: object = None) -> None:
        """Says calmly that something was not foreseen; it stands in the log already."""
        self._caught.emit()

    def hear(self, door: Door) -> None:
        """Says whatever this door refuses and nobody else takes."""
        door.refused.connect(self.tell)
        door.failed.connect(self.tell_bug)

    def catch_all(self) -> None:
        """Takes over what Python says of uncaught exceptions, in slots and threads as well."""
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self._uncaught, self._uncaught_in_thread

    def let_go(self) -> None:
        """Gives back what `catch_all` took; what somebody else has taken since then is theirs."""
        if sys.excepthook == self._uncaught:
            sys.excepthook = self._before[0]
        if threading.excepthook == self._uncaught_in_thread:
            threading.excepthook = self._before[1]

    def _uncaught_in_thread(self, said: threading.ExceptHookArgs) -> None:
        self._uncaught(said.exc_type, said.exc_value, said.exc_traceback)

    def _uncaught(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, KeyboardInterrupt) or error is None:
            sys.__excepthook__(kind, error or kind(), trace)
            return
        logging.getLogger("bajeh").error("unexpected", exc_info=(kind, error, trace))
        self._caught.emit()

    def _tell_unexpected(self) -> None:
        self.told.emit(self._words.unexpected())


def keep_log(folder: Path) -> logging.Handler | None:
    """Writes what is logged beside the data; None where nothing can be written."""
    file = folder / LOG
    try:
        if file.exists() and file.stat().st_size > _LARGEST:
            file.replace(file.with_suffix(".log.1"))
        handler = logging.FileHandler(file, encoding="utf-8", errors="replace")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def end_log(handler: logging.Handler) -> None:
    """Writes no more there."""
    logging.getLogger().removeHandler(handler)
    handler.close()
