"""A small founded office in a real encrypted store, and the deeds of its day in one line each."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from app.applicant import Applicant
from app.deeds import answer, call, request, step, ticket, visit
from app.deeds.founding import Plan, PlannedClerk, PlannedCounter, found_office
from app.deeds.paper import print_paper
from app.event import Vocabulary
from app.events import vocabulary
from app.events.office import OfficeDescribed
from app.folds.request import FOLD as REQUEST
from app.folds.request import Request
from app.folds.ticket import Ticket
from app.ids import new_id
from app.ports import Work
from app.refusal import Refusal
from app.sub_service import RequiredDocument, Step, SubService
from db import seal, store
from db.journal import PROJECTIONS, StoreJournal
from db.keys import new_key
from db.store import Surroundings, Upgrade
from db.upgrade import upgrade
from db.verify import Finding, verify

MORNING = datetime(2026, 11, 21, 4, 30, tzinfo=UTC)
"""Saturday 1405/08/30, eight o'clock in Tehran."""

RECOVERY = "123453-000000-123453-000000-123453-000000-123453-000000"
CATALOGUE = (
    SubService(
        code="1",
        title="صدور مجوز",
        department="صدور",
        steps=(Step(title="بررسی", unit="صدور", duration=3),),
        documents=(RequiredDocument(title="کارت ملی"),),
    ),
    SubService(code="2", title="استعلام سابقه", department="بایگانی"),
    SubService(code="3", title="راهنمایی", department="اطلاعات", mode=1),
)
PLAN = Plan(
    described=OfficeDescribed(agency="اداره کل", name="میز خدمت آزمون"),
    series="الف",
    hours={day: (time(7, 30), time(14, 30)) for day in (5, 6, 0, 1, 2)},
    closures={},
    since=date(2026, 3, 21),
    counters=tuple(PlannedCounter(number=str(n)) for n in range(1, 17)),
    clerks=(PlannedClerk(code="1", name="کارمند", role="supervisor"),),
    catalogue=CATALOGUE,
)
DRAFT = answer.Draft(
    grounds="ماده ۲",
    content="موافقت شد.",
    objection="تا ده روز",
    issuer_name="رضا",
    issuer_post="رئیس",
)


class StandingClock:
    """A clock that stands until a test moves it."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at

    def now(self) -> datetime:
        """The instant it stands at."""
        return self.at

    def tick(self, seconds: float = 60) -> None:
        """Moves on."""
        self.at += timedelta(seconds=seconds)


class RunningClock:
    """The PC's own clock."""

    def now(self) -> datetime:
        """The present instant."""
        return datetime.now(UTC)


class Office:
    """A data folder, the key to it, its witness, and the PC and the clock around it."""

    def __init__(self, base: Path, machine: str = "this-pc") -> None:
        self.base = base
        self.folder = base / "data"
        self.witnesses = base / "witnesses"
        self.machine = machine
        self.key = new_key()
        self.clock = StandingClock()
        self.id, self.node = new_id(MORNING), new_id(MORNING)
        self.in_real_time = False
        self.upgrade: Upgrade = upgrade

    @property
    def file(self) -> Path:
        """The store itself."""
        return self.folder / "store.db"

    def around(self, machine: str = "") -> Surroundings:
        """What the store needs of the world."""
        return Surroundings(
            clock=RunningClock() if self.in_real_time else self.clock,
            vocabulary=words(),
            witnesses=self.witnesses,
            machine=machine or self.machine,
            upgrade=self.upgrade,
            signer=lambda: seal,
        )

    def found(self, plan: Plan = PLAN) -> StoreJournal:
        """Makes the store and founds the office."""
        notes = {"office": self.id, "node": self.node, "recovery_key": RECOVERY}
        journal = store.make(self.folder, self.key, notes, self.around())
        with journal.work() as work:
            found_office(work, self.id, plan)
        return journal

    def open(self, folder: Path | None = None, machine: str = "") -> StoreJournal:
        """Opens it as a program that starts does, a second later."""
        self.clock.tick(1)
        return store.open_(folder or self.folder, self.key, self.node, self.around(machine))

    @contextmanager
    def opened(self, folder: Path | None = None, machine: str = "") -> Iterator[StoreJournal]:
        """The same for the length of a block."""
        with closing(self.open(folder, machine)) as journal:
            yield journal

    def copy(self, name: str) -> Path:
        """A copy of the closed data folder, as a backup tool or a disk image makes it."""
        target = self.base / name
        shutil.copytree(self.folder, target)
        return target

    def put_back(self, copy: Path) -> None:
        """The data folder as it was when the copy was made."""
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)


@cache
def words() -> Vocabulary:
    """The kinds of event of this program."""
    return vocabulary()


def issue(journal: StoreJournal, service: str = "1", tap: str = "") -> Ticket:
    """A ticket."""
    with journal.work() as work:
        return ticket.issue(work, service, tap=tap)


def call_next(journal: StoreJournal, counter: str = "1", call_id: str = "") -> Ticket:
    """Whoever is next."""
    with journal.work() as work:
        return call.call_next(work, counter, call=call_id)


def finish(journal: StoreJournal, entity: str) -> Ticket:
    """The end of a visit, of whatever was done in it."""
    with journal.work() as work:
        return ended(work, entity)


def ended(work: Work, entity: str, counter: str = "") -> Ticket:
    """The same among other deeds: where nothing was recorded, somebody was guided."""
    try:
        return visit.finish(work, entity, counter=counter)
    except Refusal as refusal:
        if refusal.code != "outcome_needed":
            raise
        return visit.finish(work, entity, "guidance", counter=counter)


def register(
    journal: StoreJournal,
    n: int = 1,
    *,
    name: str = "سارا محمدی",
    service: str = "1",
    mobile: str = "",
    visiting: str = "",
) -> Request:
    """A request of the n-th citizen."""
    who = Applicant(id=code_of(n), name=name, mobile=mobile)
    with journal.work() as work:
        return request.register(work, service, who, counter="1", ticket=visiting, repeated="دوباره")


def prepare(journal: StoreJournal, tracking: str) -> Request:
    """Table 4 is ready."""
    with journal.work() as work:
        return answer.prepare_answer(work, tracking, DRAFT)


def deliver(journal: StoreJournal, tracking: str) -> Request:
    """The answer against the receipt."""
    with journal.work() as work:
        return answer.deliver(work, tracking, counter="1")


def a_day(journal: StoreJournal, clock: StandingClock) -> list[str]:
    """Three tickets and two requests, one of them answered; gives the tracking numbers."""
    for service in ("1", "2", "3"):
        clock.tick()
        issue(journal, service)
    called = call_next(journal)
    clock.tick()
    first = register(journal, 1, name="سارا محمدی", visiting=called.id)
    finish(journal, called.id)
    second = register(journal, 2, name="سید علی رضایی", service="2")
    with journal.look() as look:
        clerk = look.office.clerk("1").clerk
    for deed in (step.hand_over, step.take_back):
        clock.tick()
        with journal.work(clerk) as work:
            deed(work, first.tracking)
    with journal.work(clerk) as work:
        print_paper(work, REQUEST, first.id, "receipt")
    clock.tick()
    prepare(journal, first.tracking)
    deliver(journal, first.tracking)
    return [first.tracking, second.tracking]


def code_of(n: int) -> str:
    """The national code of the n-th citizen: valid, never all one digit."""
    nine = f"{10_000_000 + n:09}"
    rest = sum(int(digit) * (10 - at) for at, digit in enumerate(nine)) % 11
    return f"{nine}{rest if rest < 2 else 11 - rest}"


def finding(journal: StoreJournal) -> Finding:
    """What `bajeh verify` finds."""
    return verify(journal.cursor, words())


def incarnations(journal: StoreJournal) -> list[str]:
    """Why each part of the chain was begun, the oldest first."""
    rows = journal.cursor.execute("SELECT why FROM incarnation ORDER BY born")
    return [why for (why,) in rows]


def assert_sound(journal: StoreJournal, conflicts: int = 0) -> Finding:
    """Chains whole, projections equal."""
    found = finding(journal)
    assert (found.broken, found.different, found.conflicts) == ((), (), conflicts)
    return found


def all_rows(journal: StoreJournal) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all projections."""
    tables = sorted({table.name for projection in PROJECTIONS for table in projection.owners})
    return {
        name: sorted(journal.cursor.execute(f"SELECT * FROM {name}"), key=repr)  # noqa: S608 our own names
        for name in tables
    }
