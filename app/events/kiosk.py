"""What a kiosk tells the staff of itself: nobody stands beside it."""

from typing import Literal

from app.event import Event

KioskTrouble = Literal["paper", "storm"]
"""Numbers come without their paper; numbers or sheets are taken faster than people come."""


class KioskTroubled(Event, frozen=True, kw_only=True):
    """Somebody should look after it."""

    name: str
    trouble: KioskTrouble


class KioskMended(Event, frozen=True, kw_only=True):
    """That is over."""

    name: str
    trouble: KioskTrouble
