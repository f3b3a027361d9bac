"""The last time this PC read all its records, to see whether they are untouched."""

from datetime import datetime

import msgspec

from app.decoding import decode
from app.ports import Look, Work
from app.value import Value

_ROW = "verified"
"""A row of this PC."""


class Verified(Value, frozen=True, kw_only=True):
    """When, and whether chains and lists held."""

    at: datetime
    whole: bool


def last_verified(look: Look) -> Verified | None:
    """None where nobody has read them here."""
    said = look.setting(_ROW)
    return decode(said, Verified) if said else None


def note_verified(work: Work, *, whole: bool) -> None:
    """They were read just now."""
    said = Verified(at=work.at, whole=whole)
    work.set_setting(_ROW, msgspec.json.encode(said).decode())
