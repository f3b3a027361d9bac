"""What the deeds need of the world, as the rooms that fulfil it must offer it."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol, TypeVar

from app.event import Event, Recorded
from app.folds.fold import Fold, State
from app.folds.office import Office
from app.papers import LogRow
from app.value import Value

S = TypeVar("S", bound=State)


class LogLine(Value, frozen=True, kw_only=True):
    """One request as Table 2 needs it."""

    request: str
    row: LogRow
    counter: str
    delivery_counter: str


class VisitLine(Value, frozen=True, kw_only=True):
    """How one visit went."""

    state: str
    outcome: str
    counter: str
    deficiencies: int
    referrals: int


class Found(Value, frozen=True, kw_only=True):
    """One hit of a search."""

    tracking: str
    name: str
    id: str
    sub_service: str
    state: str


class Clock(Protocol):
    """The PC's clock."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""


class Arbiter(Protocol):
    """Gives out what nobody else may have. Without a centre the local store is the arbiter."""

    def take_number(self, series: str, day: date) -> tuple[date, int]:
        """The next running number of a series. Its day never goes back, so it may be later."""

    def take_tracking(self) -> str:
        """A tracking number that was never given before (design: 12 digits, last is Damm)."""


class Records(Protocol):
    """What is looked up in what stands in the journal. Lists are in a fixed order."""

    def entry_of(self, code: str) -> str | None:
        """The sub-service of that code."""

    def services(self) -> Sequence[str]:
        """All sub-services; retired ones too, for somebody may still wait for them."""

    def ticket_labelled(self, label: str, day: date) -> str | None:
        """The ticket of that day with that label, spelled in any way."""

    def first_waiting(self, lanes: Sequence[str], at: datetime) -> str | None:
        """Who is next in these lanes: the least effective time; a hold that is over counts."""

    def waiting_since_before(self, day: date) -> Sequence[str]:
        """Tickets of earlier days that still wait."""

    def series_day(self, series: str) -> date | None:
        """The day of the last number that was taken from a series."""

    def label_waits(self, label: str, day: date) -> bool:
        """Whether somebody still waits under that label."""

    def waiting_in(self, lane: str) -> Sequence[str]:
        """Tickets that wait or are held in a lane."""

    def visit_at(self, counter: str) -> str | None:
        """The ticket that is called to or served at a counter."""

    def ticket_called_by(self, call: str) -> str | None:
        """The ticket that a call id was granted."""

    def visit_open_on(self, day: date, counter: str) -> str | None:
        """A ticket of that day that is still called or served; counter empty: anywhere."""

    def requests_tracked(self, tracking: str) -> Sequence[str]:
        """The requests of a tracking number: one, or more after a doubled disk."""

    def requests_by(self, applicant: str) -> Sequence[str]:
        """The requests of an applicant's id, newest first."""

    def requests_of_visit(self, ticket: str) -> Sequence[str]:
        """The requests registered or delivered during a visit."""

    def ahead_of(self, ticket: str) -> int:
        """How many wait before it in its lane."""

    def day_log(self, day: date) -> Sequence[LogLine]:
        """What Table 2 says of the requests received or answered on a day."""

    def visits_of_day(self, day: date) -> Sequence[VisitLine]:
        """How the visits of a day ended."""

    def overdue(self, now: datetime) -> int:
        """Requests still owed after their promise; `now` is local time."""

    def find(self, text: str) -> Sequence[Found]:
        """At most 50 requests by tracking number, applicant's id, mobile, or any part of a name
        that begins at a word; the newest first among equals.
        """

    def requests_of_day(self, day: date, counter: str) -> Sequence[str]:
        """The requests received on a day, or answered on it; counter empty: everywhere."""


class Look(Records, Protocol):
    """The store as it stands at one instant, `at`."""

    node: str
    clerk: str
    at: datetime

    @property
    def office(self) -> Office:
        """The office as it stands."""

    @property
    def head(self) -> bytes:
        """The head of this node's chain."""

    def load(self, fold: Fold[S], entity: str) -> S | None:
        """The state of an entity, or None where there is none."""


class Work(Look, Arbiter, Protocol):
    """One transaction: what it appends stands together or not at all, and no other comes between.

    `now` is what the PC's clock says, `last_at` the time of this PC's last event, and `at` the
    later of the two: the journal's time stands still while the clock is behind. `clerk` (an id)
    acts.
    """

    now: datetime
    last_at: datetime

    def append(self, fold: Fold[S], entity: str, event: Event) -> S:
        """Adds a fact; gives the state after it."""


class Journal(Protocol):
    """The local store."""

    def work(self, clerk: str = "") -> AbstractContextManager[Work]:
        """A transaction in the name of a clerk (an id; empty: the program itself)."""

    def look(self) -> AbstractContextManager[Look]:
        """Reads that belong together; nobody waits for them."""

    def history(self, entity: str) -> Sequence[tuple[Recorded, Event | None]]:
        """All facts of an entity in their order."""


class Transport(Protocol):
    """A road to a printer."""

    def send(self, data: bytes, title: str) -> None:
        """Gives the bytes to the printer, or refuses in words."""
