"""What a conversation needs of the local store. Each function is one transaction."""

from collections.abc import Sequence
from typing import Protocol

from app.sync.feed import Line, Place
from app.sync.wire import Candidate, Digested, Page
from app.value import Value


class Asked(Value, frozen=True, kw_only=True):
    """A call that the centre was, or is about to be, asked for. `chosen` is the ticket of a call
    out of order, `reason` why; both empty: whoever is next.
    """

    call: str
    counter: str
    clerk: str
    chosen: str = ""
    reason: str = ""


class Candidates(Value, frozen=True, kw_only=True):
    """Who may be called, first to last, read in the same instant as the place. `pending`: somebody
    else might be, of whom the centre has not got everything yet.
    """

    place: Place
    candidates: tuple[Candidate, ...]
    pending: bool = False


class Merged(Value, frozen=True, kw_only=True):
    """What taking in a page has shown. `behind`: another conversation has moved the place
    meanwhile, and nothing of this page was taken in. `another`: lines of this node that it has not
    written: its folder was copied, or is older than what it once sent. `doubted`: lines somebody
    brought back whose author's signature does not hold; they are kept and not believed.
    """

    lines: int = 0
    behind: bool = False
    another: bool = False
    doubted: int = 0


class Replica(Protocol):
    """This PC's copy of the journal, seen from the centre's side."""

    def place(self) -> Place:
        """How far it has read the feed."""

    def marks(self, numbers: Sequence[int]) -> dict[int, bytes]:
        """Its own marks at these numbers, as far as it has them."""

    def clean(self) -> bool:
        """Whether nothing is left to push or to bring back."""

    def accept(self, page: Page, asked: Place) -> Merged:
        """Takes in the page that was asked for from there, and its place, or nothing of it."""

    def lose_after(self, number: int) -> None:
        """The centre no longer has what stood behind that number: it is kept, in its old order,
        behind what the centre has.
        """

    def digest(self, after: int, until: int) -> Digested:
        """What stands here between two numbers of the feed, the first left out."""

    def compared_today(self) -> bool:
        """Whether all was compared with the centre since midnight."""

    def compared(self) -> None:
        """It was, just now."""

    def incarnations(self) -> Sequence[str]:
        """Mine, the oldest first."""

    def outbox(self) -> Sequence[Line]:
        """All that I wrote and that does not stand in the feed here, the oldest incarnation first,
        in batches that are signed at their ends.
        """

    def unsent(self, incarnation: str, after: int, most: int) -> Sequence[Line]:
        """Lines of mine that are to be pushed behind a seq, signed at their end."""

    def set_aside(self, line: Line) -> None:
        """The centre cannot take this line of mine: its event leaves my chain and all it counted
        for; the rest goes on without it.
        """

    def lost(self, skip: int, most: int) -> Sequence[Line]:
        """Lines that the centre has lost: its newest loss first, each in its old order."""

    def strangers(self, nodes: Sequence[str]) -> None:
        """Of these the centre takes nothing back for now: nothing waits for them."""

    def ask(self, asked: Asked) -> None:
        """Remembers a call before it is asked for."""

    def asked(self, counter: str) -> Sequence[Asked]:
        """Calls of a counter that are not closed, the oldest first."""

    def candidates(self, asked: Asked, most: int) -> Candidates:
        """Whom that call may be for: tickets of which every line I know stands in the feed."""

    def close(self, call: str) -> str | None:
        """Closes a call where its line stands in the feed here, or where nothing will come of it;
        gives the ticket if it is called by it still, None if it is not.
        """

    def lease_wanted(self, least: int) -> str:
        """The lease to ask for, kept before the centre hears of it: one whose answer was lost, else
        a new one where fewer numbers than `least` are left, else nothing.
        """

    def lease(self, lease: str, numbers: Sequence[str]) -> None:
        """Puts tracking numbers in stock, once for each lease."""
