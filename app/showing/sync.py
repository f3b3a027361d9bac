"""How this PC and its centre stand, for whoever works at the PC."""

from datetime import datetime, timedelta
from typing import Literal

from app.deeds.centre import Seen, Standing, alarms_standing, offset_of, seen, standing_since
from app.ports import Look, RolledBack
from app.value import Value

WRONG = timedelta(minutes=2)
"""A PC's clock that is off by more than this is spoken of: labels and receipts bear its time."""


class SyncState(Value, frozen=True, kw_only=True):
    """`centre` is `none` of a PC that works by itself; `since` when it has stood so. `another`:
    some other PC writes under this one's name. `aside` events the centre could not take. `rolled`:
    its data folder was put back. All three until somebody has acknowledged them: `seen` tells who
    did so last. `offset` is how far the centre's
    clock is ahead.
    """

    centre: Standing | Literal["none"] = "none"
    unsent: int = 0
    oldest: datetime | None = None
    another: bool = False
    aside: int = 0
    rolled: RolledBack | None = None
    since: datetime | None = None
    offset: timedelta = timedelta()
    seen: Seen | None = None

    @property
    def paused(self) -> bool:
        """Whether the centre answers and lets nobody be called yet."""
        return self.centre == "paused"

    @property
    def clock_wrong(self) -> bool:
        """Whether this PC's clock is far from the centre's."""
        return abs(self.offset) > WRONG


def sync_state(look: Look) -> SyncState:
    """As it stands in the store; every program that shares the store reads the same."""
    outbox = look.outbox()
    alarms = [alarm.kind for alarm in alarms_standing(look)]
    rolled = outbox.rolled if "rolled" in alarms else None
    if not outbox.enrolled:
        return SyncState(rolled=rolled)
    centre, since = standing_since(look)
    return SyncState(
        centre=centre,
        unsent=outbox.unsent,
        oldest=outbox.oldest,
        another="another" in alarms,
        aside=alarms.count("aside"),
        rolled=rolled,
        since=since,
        offset=offset_of(look),
        seen=seen(look),
    )
