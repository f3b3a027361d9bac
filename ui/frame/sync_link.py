"""The way from a window to the centre and back: what it asks for, and how things stand."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.refusal import Refusal
from app.showing.sync import SyncState
from app.sync.calling import Outcome
from app.sync.replica import Asked
from ui.frame.sync_store import OpenFolder
from ui.frame.sync_thread import SyncThread, Wish


class SyncLink(QObject):
    """Lives on the window's thread; keeps this PC and its centre the same from `start` to `stop`,
    on a thread of its own with a store of its own. `counter` is what the window shows, if any.
    """

    changed = Signal(object)
    """How things stand: a `SyncState`, whenever that has changed."""

    stirred = Signal()
    """Something was written, perhaps what came from the centre."""

    _back = Signal(object)

    def __init__(self, open_store: Callable[[], OpenFolder], *, counter: str = "") -> None:
        super().__init__()
        self.state = SyncState()
        self._stopped = False
        self._thread = SyncThread(open_store, self._told, counter=counter, stir=self.stirred.emit)
        self._back.connect(self._call_back)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def wake(self) -> None:
        """Something was committed: the centre may want it."""
        self._thread.wake()

    def call(
        self,
        asked: Asked,
        then: Callable[[Outcome | None], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        """Asks the centre for a call. `then` gets what came of it, None where the centre is away:
        the clerk then calls by paper, and the call, should it have been granted, comes to the
        counter as soon as the centre is back.
        """

        def told(outcome: Outcome | Refusal | None) -> None:
            if isinstance(outcome, Refusal):
                self._back.emit(partial(refused, outcome))
            else:
                self._back.emit(partial(then, outcome))

        self._thread.wish(Wish(asked, told))

    def stop(self, patience: float = 5.0) -> None:
        """Ends, and tells nothing any more. A thread that waits for a silent centre for longer than
        so many seconds is left to end by itself; all that matters is on the disk.
        """
        self._stopped = True
        self._thread.end()
        if self._thread.is_alive():
            self._thread.join(patience)

    def _told(self, state: SyncState) -> None:
        """On the thread."""
        self._back.emit(partial(self._show, state))

    def _show(self, state: SyncState) -> None:
        self.state = state
        self.changed.emit(state)

    def _call_back(self, call: Callable[[], None]) -> None:
        if not self._stopped:
            call()
