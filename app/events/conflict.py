"""What is said of a fact that does not fit the history before it."""

from typing import Literal

from app.event import Event

How = Literal["stands", "mended", "mistaken"]
"""It is right as it stands; something else on record puts it right; it counts for nothing."""


class ConflictSettled(Event, frozen=True, kw_only=True):
    """Somebody has looked into the conflict that `event` makes; it stays on record, settled."""

    event: str
    how: How
    note: str
