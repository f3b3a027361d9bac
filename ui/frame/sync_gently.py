"""Work in the background that nobody at the window feels, however much there is of it."""

from collections.abc import Callable
from time import monotonic, sleep, thread_time

from msgspec.structs import replace

from app.sync.drive import Centre
from app.sync.pulling import PAGE
from app.sync.wire import Pull, Reply, Request

LINES = 25
"""Of one page: the store is shut to its windows for as long as it takes one in."""

REST = 4.0
"""Seconds of rest for each that this thread computes; waiting for the disk is none. Threads of one
process take turns at Python's interpreter lock, so that whatever one of them does makes the others'
keys slower.
"""

_LITTLE = 0.005
"""Seconds of work after which nobody needs a rest."""

_LONGEST = 0.25
_NAP = 0.005


class Gently:
    """Fulfils `app.sync.drive.Centre`: asks for short pages and rests between two questions, unless
    something `urgent` waits.
    """

    def __init__(self, centre: Centre, urgent: Callable[[], bool]) -> None:
        self._centre, self._urgent = centre, urgent
        self._answered: float | None = None

    def ask(self, request: Request) -> Reply:
        """One transaction there, after a rest."""
        self._rest()
        if isinstance(request, Pull) and request.most == PAGE:
            request = replace(request, most=LINES)
        reply = self._centre.ask(request)
        self._answered = thread_time()
        return reply

    def _rest(self) -> None:
        if self._answered is None:
            return
        worked = thread_time() - self._answered
        if worked < _LITTLE:
            return
        until = monotonic() + min(REST * worked, _LONGEST)
        while monotonic() < until and not self._urgent():
            sleep(_NAP)
