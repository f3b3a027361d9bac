"""The journal as somebody reads it who asks who did what."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from app.event import Event, Recorded


class Mark(NamedTuple):
    """How far back a reading has come: the time of its last fact, and its place in the store."""

    at: int
    pos: int


class Wanted(NamedTuple):
    """Facts of those clerks (ids; none: of anybody), of those kinds (none: of all). `overrides`:
    those alone by which somebody departed from the usual way.
    """

    clerks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    overrides: bool = False


class Line(NamedTuple):
    """A fact, and what it is of: a request's number and applicant as they stand now, a ticket's
    label and title. `corrected`: the request was.
    """

    mark: Mark
    recorded: Recorded
    event: Event | None
    tracking: str
    label: str
    detail: str
    corrected: bool = False


class Auditing(Protocol):
    """What the store gives of it. Everything comes newest first."""

    def first_fact(self) -> int | None:
        """When the oldest fact was recorded, in microseconds UTC."""

    def facts(self, wanted: Wanted, since: int, before: Mark, most: int) -> Sequence[Line]:
        """Facts from `since` to before the mark, at most so many."""

    def facts_of(
        self, entities: Collection[str], wanted: Wanted, since: int, before: Mark, most: int
    ) -> Sequence[Line]:
        """Those of these entities alone."""

    def labelled_between(self, label: str, first: date, last: date) -> Sequence[str]:
        """The tickets of those days with that label, spelled in any way."""

    def received_between(self, first: date, last: date) -> Sequence[tuple[str, str]]:
        """Id and tracking number of every request received on those days."""
