"""Carrying a conversation: what it wishes goes to the centre, what the centre says comes back."""

from random import Random
from typing import Protocol, TypeVar, cast

from app.sync.talk import Rejected, Talk, Unreachable
from app.sync.wire import Reply, Request

T = TypeVar("T")

FIRST, LONGEST = 0.5, 60.0
"""Seconds of the first and of the longest wait after a failure (P9)."""


class Centre(Protocol):
    """The centre, as far as this PC reaches it. One thread at a time."""

    def ask(self, request: Request) -> Reply:
        """One transaction there. Raises `Unreachable` where nobody knows whether it was done,
        `Rejected` where it never will be.
        """


def carry(talk: Talk[T], centre: Centre) -> T:
    """The whole conversation; gives its result. What it does not catch itself passes."""
    try:
        wish = next(talk)
        while True:
            try:
                reply = centre.ask(wish)
            except (Unreachable, Rejected) as trouble:
                wish = talk.throw(trouble)
            else:
                wish = talk.send(reply)
    except StopIteration as end:
        return cast(T, end.value)


def wait_after(failures: int, chance: Random) -> float:
    """Seconds until the next try after so many failures in a row: doubled each time, and never the
    same for all, so that a hall does not knock in step.
    """
    longest = min(LONGEST, FIRST * float(1 << min(failures, 10)))
    return longest * chance.uniform(0.5, 1)
