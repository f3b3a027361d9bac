"""What the deeds need of the world, as the rooms that fulfil it must offer it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from typing import Literal, Protocol, TypeVar, runtime_checkable

from app.auditing import Auditing
from app.awaited import Awaited
from app.counted import Figures
from app.event import Event, Recorded
from app.folds.fold import Fold, State
from app.folds.office import Office
from app.folds.request import RequestState, WaitsFor
from app.listing import Listing
from app.papers import LogLine
from app.printer import Condition, Taken
from app.spooling.printers import Role
from app.spooling.spool import Job
from app.value import Value

S = TypeVar("S", bound=State)
WEEK = timedelta(days=7)


class VisitLine(Value, frozen=True, kw_only=True):
    """How one visit went; `how` it began: `ticket`, `walk_in` or `telephone`."""

    state: str
    how: str
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


class RequestLine(Value, frozen=True, kw_only=True):
    """A request in a list. `promised` is a local day; `step` and `unit` say where it stands now,
    empty where no step is left. `estimated` is the later day on which it may be expected as things
    stand, where a list asks for that.
    """

    request: str
    tracking: str
    name: str
    title: str
    code: str
    state: RequestState
    received: date
    promised: date
    step: str = ""
    unit: str = ""
    estimated: date | None = None


class Crowd(Value, frozen=True, kw_only=True):
    """How many wait, and when the first of them took a number."""

    count: int = 0
    since: datetime | None = None


class WaitingLine(Value, frozen=True, kw_only=True):
    """Those who wait in one lane; `since` is when the first of them took a number, `code` and
    `title` are of the sub-service of one of them.
    """

    lane: str
    code: str
    title: str
    count: int
    since: datetime


class CallSaid(Value, frozen=True, kw_only=True):
    """A call that was announced by that event; `again`: once more."""

    event: str
    ticket: str
    call: str
    again: bool


class Owed(Value, frozen=True, kw_only=True):
    """How many requests are open, by what they wait for. `late` are overdue
    (`app.folds.request.overdue`), `today` promised for today and not ready.
    """

    late: int = 0
    today: int = 0
    waits: Mapping[WaitsFor, int] = {}


class Alarm(Value, frozen=True, kw_only=True):
    """`which` tells it from another of its kind."""

    kind: Literal["another", "aside", "rolled"]
    which: str


class LostNumbers(Value, frozen=True, kw_only=True):
    """Numbers of a series that were given on that day, by what is lost."""

    series: str
    day: str
    first: int
    last: int


class RolledBack(Value, frozen=True, kw_only=True):
    """The data folder was found to be older than its witness: a disk or a copy was put back. When
    that was noticed, how many events lack at least, and which numbers of tickets.
    """

    at: datetime
    events: int
    lost: tuple[LostNumbers, ...] = ()


class Outbox(Value, frozen=True, kw_only=True):
    """What of this PC's own work the centre is not known to hold; nothing where there is no centre.
    `alarms` names, each by itself, what somebody must look after: that some other PC writes under
    this one's name, events that the centre could not take, and that the folder was `rolled` back,
    which is known without a centre, too.
    """

    enrolled: bool = False
    unsent: int = 0
    oldest: datetime | None = None
    alarms: tuple[Alarm, ...] = ()
    rolled: RolledBack | None = None


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


class Double(Value, frozen=True, kw_only=True):
    """One name that several bear: tickets with one label on a day, requests with one tracking
    number.
    """

    kind: Literal["ticket", "request"]
    name: str
    ids: tuple[str, ...]


class Records(Protocol):
    """What is looked up in what stands in the journal. Lists are in a fixed order."""

    def entry_of(self, code: str) -> str | None:
        """The sub-service of that code."""

    def services(self) -> Sequence[str]:
        """All sub-services; retired ones too, for somebody may still wait for them."""

    def ticket_labelled(self, label: str, day: date) -> str | None:
        """The ticket of that day with that label, spelled in any way."""

    def tickets_labelled(self, label: str, day: date) -> Sequence[str]:
        """All of them, in the order of their issue: a PC that was copied gives a label twice."""

    def doubles(self, since: date) -> Sequence[Double]:
        """Labels of a day, from that one on, and tracking numbers of any that were given twice."""

    def first_waiting(self, lanes: Sequence[str], at: datetime) -> str | None:
        """Who is next in these lanes: the least effective time; a hold that is over counts."""

    def open_before(self, day: date) -> Sequence[str]:
        """Tickets of earlier days that are not ended, in the order of their places."""

    def borne_before(self, label: str, day: date) -> Sequence[str]:
        """Those of them with that label, in the order of their issue."""

    def series_day(self, series: str) -> date | None:
        """The day of the last number that was taken from a series."""

    def waiting_in(self, lane: str) -> Sequence[str]:
        """Tickets that wait or are held in a lane."""

    def visit_at(self, counter: str) -> str | None:
        """The ticket that is called to or served at a counter."""

    def ticket_called_by(self, call: str) -> str | None:
        """The ticket that a call id was granted."""

    def visit_open_on(self, day: date, counter: str) -> str | None:
        """A ticket of that day that is still called or served; counter empty: anywhere."""

    def no_shows(self, day: date) -> Sequence[str]:
        """Tickets to which nobody came when they were called, marked since that day began, the last
        one first; none that was taken a week before it.
        """

    def requests_tracked(self, tracking: str) -> Sequence[str]:
        """The requests of a tracking number: one, or more after a doubled disk."""

    def requests_by(self, applicant: str) -> Sequence[str]:
        """The requests of an applicant's id, which is not empty, newest first."""

    def requests_of_visit(self, ticket: str) -> Sequence[str]:
        """The requests registered or delivered during a visit."""

    def ahead_of(self, ticket: str, lanes: Sequence[str], at: datetime) -> int:
        """How many wait before it in these lanes, those whose hold is over too; 0 where it does not
        wait itself.
        """

    def collecting(self, request: str) -> Sequence[str]:
        """The tickets that were taken to collect the answer of a request, as long as they live, in
        the order of their issue: one, or more where two PCs were apart.
        """

    def day_log(self, day: date) -> Sequence[LogLine]:
        """What Table 2 says of the requests received or answered on a day."""

    def visits_of_day(self, day: date) -> Sequence[VisitLine]:
        """How the visits of a day ended."""

    def handed_over_by(self, day: date) -> Sequence[str]:
        """The requests that may have been given to a unit on a day: whose first step had begun by
        then, and which were not over before it.
        """

    def crowd(self, lanes: Sequence[str], at: datetime) -> Crowd:
        """Who waits in these lanes and may be called, those whose hold is over too."""

    def waiting_lines(self, at: datetime) -> Sequence[WaitingLine]:
        """All lanes in which anybody waits and may be called, those whose hold is over too."""

    def purposes_waiting(self, at: datetime) -> Mapping[str, int]:
        """How many wait and may be called, by what they came for (`Purpose`)."""

    def calls_said(self, since: datetime, most: int) -> Sequence[CallSaid]:
        """What was called, and called again, since then: the newest of the journal first, whatever
        the clocks said.
        """

    def last_ended(self, day: date) -> Mapping[str, datetime]:
        """When the last visit of that day ended at each counter that had one."""

    def called_after(self, day: date, counter: str, since: datetime) -> int:
        """How many calls of tickets of that day to a counter came after that moment and are over;
        who had no number was not called.
        """

    def numbers_given(self, day: date) -> Mapping[str, tuple[int, datetime]]:
        """How many numbers of that day each series gave, and when the last."""

    def next_in(self, lanes: Sequence[str], at: datetime, most: int) -> Sequence[str]:
        """The first tickets of these lanes, in the order in which they would be called."""

    def held_in(self, lanes: Sequence[str], at: datetime, most: int) -> Sequence[str]:
        """Tickets of these lanes whose hold goes on, whoever is back first before others."""

    def slips_for(self, applicant: str) -> Sequence[str]:
        """Tickets whose newest deficiency slip names that applicant's id, which is not empty, and
        was not redeemed, the newest ticket first.
        """

    def asked_for_since(self, day: date) -> Mapping[str, int]:
        """Tickets and visits since that day by sub-service."""

    def owed(self, today: date, counter: str) -> Owed:
        """The open requests in figures; counter empty: received anywhere."""

    def overdue_on(self, day: date, counter: str) -> int:
        """How many requests were overdue (`app.folds.request.overdue`) when that day was over,
        without those that were withdrawn or declared void since; counter empty: received anywhere.
        """

    def owed_lines(
        self,
        waits_for: WaitsFor,
        since: datetime,
        until: datetime,
        counter: str,
        most: int,
        *,
        ready: bool = True,
    ) -> Sequence[RequestLine]:
        """Open requests promised from `since` to before `until` (local times), the earliest
        promise first; `waits_for` empty: whatever they wait for, also those whose answer is
        `ready` unless these are left out.
        """

    def find(self, text: str) -> Sequence[Found]:
        """At most 50 requests by tracking number, applicant's id, mobile, or any part of a name
        that begins at a word; the newest first among equals.
        """

    def requests_of_day(self, day: date, counter: str) -> Sequence[str]:
        """The requests received on a day, or answered on it; counter empty: everywhere."""

    def heard_from(self) -> Mapping[str, datetime]:
        """Of every PC when it recorded the last of its work that is known here, by its own clock;
        that it joined the office is none.
        """

    def open_conflicts(self, most: int) -> Sequence[tuple[str, str]]:
        """Entity and event of what does not fit and nobody has settled, the newest first."""

    def open_conflict_count(self) -> int:
        """How many those are."""

    def conflict_of(self, event: str) -> str | None:
        """The entity with which that event makes a conflict, settled or not."""


class Signer(Protocol):
    """Makes signatures that nobody else can make, and knows them. Keys are hexadecimal."""

    def new_key(self) -> str:
        """A private key."""

    def public(self, key: str) -> str:
        """The public half of a private key."""

    def sign(self, key: str, message: bytes) -> bytes:
        """64 bytes; the same of the same message always."""

    def holds(self, public: str, message: bytes, signature: bytes) -> bool:
        """Whether the owner of that public key signed just this."""


class PasswordHasher(Protocol):
    """Turns passwords into what may be kept of them. Slow on purpose: a fifth of a second and much
    memory, so never on a window's thread and never inside a transaction.
    """

    def hash(self, password: str) -> str:
        """What is kept; another each time, of the same password too."""

    def holds(self, hashed: str, password: str) -> bool:
        """Whether that was made of just this password; False of what is no such thing."""

    def stale(self, hashed: str) -> bool:
        """Whether it was made less slowly than it would be today."""


class Look(Records, Figures, Auditing, Listing, Awaited, Protocol):
    """The store as it stands at one instant, `at`."""

    node: str
    clerk: str
    at: datetime
    now: datetime
    """What the PC's clock says, which may be behind `at`."""

    @property
    def office(self) -> Office:
        """The office as it stands."""

    @property
    def head(self) -> bytes:
        """The head of this node's chain."""

    @property
    def seal_key(self) -> str:
        """The public key by which this PC's seals are known, in hexadecimal."""

    def sign(self, message: bytes) -> bytes:
        """What this PC seals a message with: 64 bytes, the same of the same message always."""

    def signed(self, public: str, message: bytes, signature: bytes) -> bool:
        """Whether the owner of a public key signed just this."""

    def load(self, fold: Fold[S], entity: str) -> S | None:
        """The state of an entity, or None where there is none."""

    def outbox(self) -> Outbox:
        """What is still to be sent to the centre."""

    def draft(self, place: str) -> bytes | None:
        """What somebody has begun to type at a place of the windows."""

    def setting(self, name: str) -> str:
        """A setting of this PC alone; empty where none was made."""

    def jobs(self, last: int = 50) -> Sequence[Job]:
        """Papers on their way to a printer, newest first: all that are not ended, and of those of
        today that are the newest `last`, and the last that came out of each printer.
        """

    def queued(self, role: Role) -> Sequence[Job]:
        """Those that wait for one printer, the oldest first."""

    def job(self, number: int) -> Job | None:
        """One of them."""

    def job_paper(self, number: int) -> bytes:
        """What it says, as JSON of its kind in `app.papers.STORED`; empty where it is gone."""


class Work(Look, Arbiter, Protocol):
    """One transaction: what it appends stands together or not at all, and no other comes between.

    `now` is what the PC's clock says, `last_at` the time of this PC's last event, and `at` the
    later of the two: the journal's time stands still while the clock is behind. `clerk` (an id)
    acts.
    """

    last_at: datetime

    def append(self, fold: Fold[S], entity: str, event: Event) -> S:
        """Adds a fact; gives the state after it."""

    def keep_draft(self, place: str, body: bytes) -> None:
        """Keeps what is half typed, in place of what was kept there."""

    def drop_draft(self, place: str) -> None:
        """Forgets it."""

    def set_setting(self, name: str, value: str) -> None:
        """Makes a setting of this PC."""

    def require_folder(self, folder: str) -> None:
        """A folder of this PC, outside its data, in which files can be made. Refuses
        `setting_folder`, `setting_folder_gone`, `setting_folder_closed`.
        """

    def spool(self, job: Job, paper: bytes) -> Job:
        """Queues a paper; gives the job with its number."""

    def set_job(self, job: Job) -> None:
        """What has become of a job."""


class Journal(Protocol):
    """The local store."""

    def work(self, clerk: str = "") -> AbstractContextManager[Work]:
        """A transaction in the name of a clerk (an id; empty: the program itself)."""

    def look(self) -> AbstractContextManager[Look]:
        """Reads that belong together; nobody waits for them."""

    def history(self, entity: str) -> Sequence[tuple[Recorded, Event | None]]:
        """All facts of an entity in their order."""


class Transport(Protocol):
    """A road to a printer. One thread at a time: most printers take one client."""

    def send(self, data: bytes, title: str) -> Taken:
        """Gives the bytes to the printer, or refuses in words. It has begun only if the printer's
        condition lets it; the codes of `app.printer.STOPS` say that nothing was sent.
        """

    def condition(self) -> Condition:
        """How the printer stands, asked now; takes two seconds at most."""


@runtime_checkable
class Watchful(Transport, Protocol):
    """A road on which the printer itself is talked to."""

    still: Callable[[bool], None]
    """Called while it sends: with True when the printer has done nothing for more than a second,
    and with False when it goes on.
    """
    answers: bool
    """Whether the printer is known to answer: then no job begins while it is silent."""
