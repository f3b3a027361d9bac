"""The base of every value that is stored or passed between threads: frozen, typed, comparable."""

from datetime import datetime
from typing import Annotated

import msgspec

Instant = Annotated[datetime, msgspec.Meta(tz=True)]
"""A moment of the world, in UTC."""

LocalTime = Annotated[datetime, msgspec.Meta(tz=False)]
"""What the clock on the wall of the office shows."""

Small = Annotated[int, msgspec.Meta(ge=-1_000_000, le=1_000_000)]
"""Of minutes, days and the like: whatever is reckoned with it stays on the calendar."""


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A frozen value. As JSON it leaves out defaults, and ignores keys that it does not know.

    Subclasses repeat `frozen=True, kw_only=True`: the second is not inherited.
    """
