"""What a data folder says to the window that comes up."""

from typing import NamedTuple

from msgspec.structs import replace

from app.showing.entrance import Entrance, entrance
from ui.counter.reading import Reading, read_counter
from ui.counter.state import Sheet
from ui.frame.errand import OpenStore
from ui.own import Own, clerk_at, own_of
from ui.seat import Seat


class Opened(NamedTuple):
    """Of which kind and name the window is; for a counter, what it shows first."""

    own: Own
    kind: str
    name: str
    first: Reading | None
    entrance: Entrance


def read_opened(store: OpenStore, wish: str, clerk: str, seat: Seat) -> Opened:
    """Read on the store's thread while the window is being loaded. Refuses as `Seat.take` does, and
    as the office's naming of its kiosk does; a board of a counter that is not there with
    `counter_unknown`.
    """
    with store.journal.look() as look:
        own = own_of(look)
        kind, name = window_of(own, wish)
        if kind == "kiosk":
            name = look.office.kiosk(name)
            own = replace(own, window=f"{kind}:{name}")
        if kind == "board":
            look.office.counter(name)
        own = replace(own, clerk=clerk or clerk_at(look, f"{kind}:{name}"))
        counts = kind == "counter" and name in look.office.counters
        if not own.key_unseen and (counts or kind == "kiosk"):
            seat.take(store, kind, name)
        first = read_counter(look, name, own.clerk, Sheet()) if counts else None
        return Opened(own, kind, name, first, entrance(look, own.clerk, f"{kind}:{name}"))


def window_of(own: Own, wish: str) -> tuple[str, str]:
    """Kind and name of the window: as it was wished for, else as this PC was set up for."""
    kind, _, name = own.window.partition(":")
    wished, _, given = (wish or own.window).partition(":")
    named = given or (name if wished == kind else "")
    if wished in ("kiosk", "supervisor", "unit", "hall", "board", "recording"):
        return wished, named
    return "counter", named or "1"
