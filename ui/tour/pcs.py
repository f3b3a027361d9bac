"""The four PCs of an office that has a centre, each with a data folder of its own."""

from collections.abc import Mapping
from typing import Protocol

from app.value import Value
from ui.house import House


class Cable(Protocol):
    """Between all PCs and the centre."""

    @property
    def pulls(self) -> int:
        """How often it was pulled."""

    def pull(self) -> None:
        """Nobody reaches the centre any more."""

    def plug(self) -> None:
        """Everybody does again."""


class Pcs(Value, frozen=True, kw_only=True):
    """Counters and kiosk have windows; the hall only follows. `trackings` are those of earlier
    days, by story.
    """

    counters: tuple[House, House]
    kiosk: House
    hall: House
    cable: Cable
    trackings: Mapping[str, str]

    @property
    def all(self) -> tuple[House, ...]:
        """Every one of them."""
        return (*self.counters, self.kiosk, self.hall)
