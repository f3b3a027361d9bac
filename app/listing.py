"""Lists of work as the store gives them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol


class ReadyRow(NamedTuple):
    """A request whose answer waits for its applicant, since that day."""

    request: str
    tracking: str
    name: str
    mobile: str
    title: str
    promised: date
    ready: date


class Listing(Protocol):
    """What waits, beside `app.ports.Records.owed_lines`."""

    def owed_between(self, since: date, until: date) -> int:
        """Open requests without an answer, promised from `since` to before `until`."""

    def ready_rows(self, most: int) -> Sequence[ReadyRow]:
        """Answers that were not collected, those that wait longest first."""

    def slips_since(self, day: date, most: int) -> Sequence[str]:
        """Tickets from that day on whose newest deficiency slip nobody came back with."""

    def at_units(self) -> Mapping[str, int]:
        """How many requests each unit has now, by each spelling of its name."""

    def at_unit(self, spellings: Sequence[str], most: int) -> Sequence[str]:
        """The requests that a unit has now, in all of these spellings, the earliest promise
        first.
        """
