"""What a node asks the centre, and what it is told. Nothing else passes between them."""

from collections.abc import Mapping
from typing import TypeAlias

from app.sync.feed import Fed, Line, Place
from app.value import Value


class Pull(Value, frozen=True, kw_only=True):
    """The lines behind a place, at most so many. `clean`: this node has nothing left to push, to
    heal or to ask; the centre waits for that after a start or a loss.
    """

    place: Place
    most: int
    clean: bool = False


class Marks(Value, frozen=True, kw_only=True):
    """The centre's marks at these numbers of the feed, so that a common past can be found."""

    numbers: tuple[int, ...]


class Push(Value, frozen=True, kw_only=True):
    """Lines of one incarnation of mine, without a gap, behind what the centre has of it."""

    place: Place
    lines: tuple[Line, ...]


class Heal(Value, frozen=True, kw_only=True):
    """Lines that the centre has lost, mine or others', in the order in which it had them."""

    place: Place
    lines: tuple[Line, ...]


class Candidate(Value, frozen=True, kw_only=True):
    """A ticket that may be called: the number of the newest line about it that I know, and version
    and body of the `TicketCalled` that the centre writes should it win.
    """

    ticket: str
    newest: int
    version: int
    body: bytes


class Call(Value, frozen=True, kw_only=True):
    """Calls the first of these tickets that nobody has touched meanwhile. The same `call` has the
    same answer for ever; without candidates it is closed where it was not answered yet.
    """

    place: Place
    call: str
    clerk: str
    candidates: tuple[Candidate, ...]


class Lease(Value, frozen=True, kw_only=True):
    """Tracking numbers in advance. The same `lease` gives the same numbers."""

    lease: str
    count: int


class Digest(Value, frozen=True, kw_only=True):
    """What the centre holds between two numbers of the feed, the first left out."""

    after: int
    until: int


class Page(Value, frozen=True, kw_only=True):
    """Lines behind a place, the feed's last number, and what the centre has of my incarnations: the
    last seq and its link of each. `now` is the centre's clock in microseconds, `wants` the lowest
    version of the program that it does not hold to be old.
    """

    lines: tuple[Fed, ...]
    last: int
    held: Mapping[str, tuple[int, bytes]]
    now: int = 0
    paused: bool = False
    wants: int = 0


class Marked(Value, frozen=True, kw_only=True):
    """The marks asked for; numbers behind the end are left out."""

    marks: Mapping[int, bytes]


class Pushed(Value, frozen=True, kw_only=True):
    """The last seq that the centre holds of the incarnation that was pushed."""

    seq: int


class Forked(Value, frozen=True, kw_only=True):
    """The centre holds other lines of that incarnation behind `agreed`, if it can tell."""

    agreed: int


class Diverged(Value, frozen=True, kw_only=True):
    """My place is not in the centre's feed: it has lost something, or I have."""


class Healed(Value, frozen=True, kw_only=True):
    """How many of the lines were missing indeed; `strangers` are authors of whom the centre takes
    nothing, for it does not know them: an administrator enrols them anew, or nobody does.
    """

    count: int
    strangers: tuple[str, ...] = ()


class Answered(Value, frozen=True, kw_only=True):
    """The call was granted; its line is the last of the page, or stands before my place."""

    ticket: str
    page: Page


class Stale(Value, frozen=True, kw_only=True):
    """Somebody touched all these tickets meanwhile, or there was none: pull and ask again."""


class Closed(Value, frozen=True, kw_only=True):
    """Nothing will ever be granted under this call id."""


class Paused(Value, frozen=True, kw_only=True):
    """The centre has lost something or was started, and waits until all that show themselves have
    brought what they hold; until then numbers are called by paper.
    """


class Leased(Value, frozen=True, kw_only=True):
    """The numbers."""

    numbers: tuple[str, ...]


class Digested(Value, frozen=True, kw_only=True):
    """How many lines, and the sum of the first eight bytes of their contents, modulo 2**64."""

    count: int
    sum: int


Request: TypeAlias = Pull | Marks | Push | Heal | Call | Lease | Digest
Reply: TypeAlias = (
    Page | Marked | Pushed | Forked | Diverged | Healed | Answered | Stale | Closed | Paused
    | Leased | Digested
)  # fmt: skip
