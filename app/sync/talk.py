"""What every conversation with the centre is made of."""

from collections.abc import Generator
from typing import TypeAlias, TypeVar

from app.sync.wire import Reply, Request

T = TypeVar("T")
Talk: TypeAlias = Generator[Request, Reply, T]


class Unreachable(Exception):
    """The centre did not answer, or broke off: whether it did what it was asked is not known."""


class Dismissed(Unreachable):
    """The centre is there and does not serve this PC: it was revoked, or something is wrong with
    the centre itself. Nothing is said against what was asked; `code` is the SQLSTATE.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Unproven(Unreachable):
    """Something is there and cannot prove that it is the centre: nothing was asked of it."""


class Rejected(Exception):
    """The centre will never take what it was asked to; `code` is its SQLSTATE."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Astray(Exception):
    """Replica and centre come to no end with each other: a defect, not a fault of the line."""


def of(reply: Reply, kind: type[T]) -> T:
    """The reply, of the one kind that makes sense here."""
    if not isinstance(reply, kind):
        raise Astray(f"{type(reply).__name__} where {kind.__name__} was due")
    return reply
