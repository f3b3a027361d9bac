"""What happens to blank receipts that were printed in advance, for a day without power."""

from app.event import Event
from app.value import LocalTime


class PadPrepared(Event, frozen=True, kw_only=True):
    """These tracking numbers stand on blank sheets of Table 3; nobody else is given them. `at` is
    the local time of the office.
    """

    pad: str
    at: LocalTime
    sheets: tuple[str, ...]


class SheetEntered(Event, frozen=True, kw_only=True):
    """What was written on a sheet by hand stands in the journal as that request."""

    tracking: str
    request: str


class SheetVoided(Event, frozen=True, kw_only=True):
    """The sheet is spoilt or lost; its number is never given."""

    tracking: str
    reason: str
