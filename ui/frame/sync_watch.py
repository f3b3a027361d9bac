"""The centre as a round sees it: measured, and left where something more urgent waits."""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from app.event import moment
from app.ports import Clock
from app.sync.drive import Centre
from app.sync.wire import Page, Pull, Reply, Request


class Interrupted(Exception):
    """A conversation was left between two questions; it is begun anew later."""


class Watched:
    """Fulfils `app.sync.drive.Centre`. `offset` is how far the centre's clock was ahead in the
    quickest answer so far, None before the first; `paused` is what the last one said.
    """

    def __init__(self, centre: Centre, clock: Clock, urgent: Callable[[], bool]) -> None:
        self.offset: timedelta | None = None
        self.paused = False
        self._centre, self._clock, self._urgent = centre, clock, urgent
        self._quickest = float("inf")

    def ask(self, request: Request) -> Reply:
        """One transaction there. Raises `Interrupted` where something urgent waits."""
        if self._urgent():
            raise Interrupted
        asked, at = monotonic(), self._clock.now()
        reply = self._centre.ask(request)
        if isinstance(request, Pull) and isinstance(reply, Page):
            self._hear(reply, at, monotonic() - asked)
        return reply

    def _hear(self, page: Page, at: datetime, took: float) -> None:
        """The centre read its clock in the middle of the question, as far as anybody can tell."""
        self.paused = page.paused
        if page.now and took < self._quickest:
            self._quickest = took
            self.offset = moment(page.now) - at - timedelta(seconds=took / 2)
