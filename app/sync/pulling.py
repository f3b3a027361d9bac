"""Reading the centre's feed, and finding the way back when it is no longer the same."""

from app.sync.replica import Replica
from app.sync.talk import Astray, Talk, of
from app.sync.wire import Diverged, Marked, Marks, Page, Pull

PAGE = 500
"""Lines of one page: a store is shut to its windows for as long as it takes one in. A batch that
somebody brought back and that is longer needs a longer page.
"""

FAN = 16
"""Marks compared in one stroke."""

TURNS = 200_000


def pull(replica: Replica) -> Talk[Page]:
    """Takes in all that the centre has; gives the last page."""
    most = PAGE
    for _ in range(TURNS):
        place = replica.place()
        reply = yield Pull(place=place, most=most, clean=replica.clean())
        if isinstance(reply, Diverged):
            yield from agree(replica)
            continue
        page = of(reply, Page)
        merged = replica.accept(page, place)
        most = PAGE if merged.lines else 2 * most
        if not merged.behind and not (page.lines and page.lines[-1].number < page.last):
            return page
    raise Astray("the feed has no end")


def agree(replica: Replica) -> Talk[None]:
    """Finds the last line that both have (P5) and marks what the centre lost behind it."""
    low, high = 0, replica.place().cursor
    while low < high:
        step = max(1, (high - low) // FAN)
        numbers = tuple(sorted({*range(high, low, -step)}))
        theirs = of((yield Marks(numbers=numbers)), Marked).marks
        mine = replica.marks(numbers)
        same = [n for n in numbers if n in theirs and theirs[n] == mine.get(n)]
        other = [n for n in numbers if n not in same]
        low = max(same, default=low)
        high = min((n - 1 for n in other if n > low), default=low)
    replica.lose_after(low)
