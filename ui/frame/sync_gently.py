"""Work in the background that nobody at the window feels, however much there is of it."""

from collections.abc import Callable
from time import monotonic, sleep, thread_time

from msgspec.structs import replace

from app.sync.drive import Centre
from app.sync.pulling import PAGE
from app.sync.wire import Page, Pull, Reply, Request
from app.value import Value


class Pace(Value, frozen=True, kw_only=True):
    """`lines` of one page: the store is shut to its windows for as long as it takes one in. `rest`:
    seconds for each that this thread computes; waiting for the disk is none. `most`: lines, to send
    or to take in, of a round that suits it; without it any does.
    """

    lines: int
    rest: float
    most: int | None = None


WITHIN = Pace(lines=25, rest=4.0, most=500)
"""In a window's own process, whose threads take turns at Python's interpreter lock: whatever one
of them does makes the others' keys slower.
"""

BESIDE = Pace(lines=100, rest=1.0)
"""In another process, which shares the store with windows and nothing else."""

_LITTLE = 0.005
"""Seconds of work after which nobody needs a rest."""

_LONGEST = 0.25
_NAP = 0.005


class TooMuch(Exception):
    """There is more to do than suits this process; nothing was done yet."""


class Gently:
    """Fulfils `app.sync.drive.Centre`: asks for short pages and rests between two questions, unless
    something `urgent` waits. `much` is asked once, of how many lines are still to come, and ends
    the conversation where it says so.
    """

    def __init__(
        self,
        centre: Centre,
        pace: Pace,
        urgent: Callable[[], bool],
        much: Callable[[int], bool] = lambda _: False,
    ) -> None:
        self._centre, self._pace, self._urgent, self._much = centre, pace, urgent, much
        self._answered: float | None = None
        self._weighed = False

    def ask(self, request: Request) -> Reply:
        """One transaction there, after a rest. Raises `TooMuch`."""
        self._rest()
        if isinstance(request, Pull) and request.most == PAGE:
            request = replace(request, most=self._pace.lines)
        reply = self._centre.ask(request)
        if isinstance(request, Pull) and isinstance(reply, Page):
            self._weigh(reply.last - request.place.cursor)
        self._answered = thread_time()
        return reply

    def _weigh(self, lines: int) -> None:
        if self._weighed:
            return
        self._weighed = True
        if self._much(lines):
            raise TooMuch

    def _rest(self) -> None:
        if self._answered is None:
            return
        worked = thread_time() - self._answered
        if worked < _LITTLE:
            return
        until = monotonic() + min(self._pace.rest * worked, _LONGEST)
        while monotonic() < until and not self._urgent():
            sleep(_NAP)
