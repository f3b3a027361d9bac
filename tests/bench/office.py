"""Stores to measure on: founded by the same deeds as any office."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from app.applicant import Applicant
from app.deeds.founding import Plan, PlannedClerk, PlannedCounter, found_office
from app.events import vocabulary
from app.events.office import OfficeDescribed
from app.events.request import RequestRegistered, StepHandedOver
from app.events.ticket import (
    ServiceBegun,
    ServiceFinished,
    TicketCalled,
    TicketIssued,
    Why,
)
from app.ids import named_id, new_id
from app.order import service_lane
from app.ports import Clock
from app.sub_service import Step, SubService
from app.tracking import damm
from db import seal, store
from db.journal import StoreJournal
from db.keys import new_key
from db.store import Surroundings
from db.work import Draft

SERVICES = 38
START = datetime(2026, 5, 2, 4, 0, tzinfo=UTC)


class BenchClock:
    """The PC's clock."""

    def now(self) -> datetime:
        """The present instant."""
        return datetime.now(UTC)


class Office:
    """A store, and what another process needs to open it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = new_key()
        now = datetime.now(UTC)
        self.office, self.node = new_id(now), new_id(now)
        notes = {"office": self.office, "node": self.node}
        self.journal = store.make(folder / "data", self.key, notes, around(folder))
        with self.journal.work() as work:
            found_office(work, self.office, plan())

    def service(self, number: int) -> str:
        """The id of a sub-service."""
        return named_id(self.office, "sub_service", str(number))


def reopen(folder: Path, key: str, node: str) -> StoreJournal:
    """The same store in another process."""
    return store.open_(folder / "data", key, node, around(folder))


def around(folder: Path, clock: Clock | None = None) -> Surroundings:
    """The world of a store under measurement."""
    return Surroundings(
        clock=clock or BenchClock(),
        vocabulary=vocabulary(),
        witnesses=folder / "witness",
        machine="bench",
        upgrade=_never,
        signer=lambda: seal,
    )


def plan() -> Plan:
    """38 sub-services, 16 counters that serve them all."""
    hours = {day: (time(0, 0), time(23, 59)) for day in range(7)}
    return Plan(
        described=OfficeDescribed(agency="", name="Bench"),
        series="A",
        hours=hours,
        closures={},
        since=date(2026, 1, 1),
        counters=tuple(PlannedCounter(number=str(n)) for n in range(1, 17)),
        clerks=(PlannedClerk(code="1", name="Clerk"),),
        catalogue=tuple(
            SubService(code=str(n), title=f"Sub-service {n}") for n in range(1, SERVICES + 1)
        ),
    )


def append(journal: StoreJournal, drafts: Iterator[Draft], at_once: int = 10_000) -> int:
    """Appends them in transactions of that many; gives how many there were."""
    count = 0
    while batch := list(islice(drafts, at_once)):
        with journal.work() as work:
            work.append_many(batch)
        count += len(batch)
    return count


def waiting(office: Office, count: int, day: date) -> Iterator[Draft]:
    """So many tickets in the queue of today, spread over all sub-services."""
    now = datetime.now(UTC)
    for number in range(1, count + 1):
        at = now - timedelta(milliseconds=count - number)
        yield Draft(entity=new_id(at), event=_issued(office, number, at, day), at=at)


def requests(office: Office, count: int) -> Iterator[Draft]:
    """So many requests of as many names, each registered and handed over."""
    for number in range(count):
        at = START + timedelta(seconds=20 * number)
        entity = new_id(at)
        yield Draft(entity=entity, event=_registered(office, number, at), at=at)


def visits(office: Office, events: int) -> Iterator[Draft]:
    """Whole visits with a request each, six events long, until there are so many events."""
    for number in range(events // 6):
        at = START + timedelta(seconds=20 * number)
        visit, entity, call = new_id(at), new_id(at), new_id(at)
        why = Why(rule="next", lane="", effective_at=at, issued_at=at)
        yield Draft(entity=visit, event=_issued(office, number, at, at.date()), at=at)
        yield Draft(entity=visit, event=TicketCalled(call=call, counter="1", why=why), at=at)
        yield Draft(entity=visit, event=ServiceBegun(call=call), at=at)
        yield Draft(entity=entity, event=_registered(office, number, at), at=at)
        handed = StepHandedOver(step=0, unit="unit", day=at.date())
        yield Draft(entity=entity, event=handed, at=at)
        yield Draft(entity=visit, event=ServiceFinished(calls=(call,), outcome="request"), at=at)


FIRST = ("علی", "زهرا", "محمد", "فاطمه", "حسین", "مریم", "رضا", "نرگس", "امید", "پروین")
MIDDLE = ("رضایی", "موسوی", "کریمی", "حسینی", "قاسمی", "رحیمی", "یوسفی", "صادقی", "نوری", "فلاح")
LAST = ("تبار", "نژاد", "پور", "فرد", "کیا", "منش", "راد", "مهر", "نیا", "زاده")


def name(number: int) -> str:
    """A name of its own for every number: the last part spells the number in letters."""
    letters = "ابپتجدرسشک"
    own = "".join(letters[int(digit)] for digit in f"{number // 1000:04}")
    first, middle, last = number % 10, number // 10 % 10, number // 100 % 10
    return f"{FIRST[first]} {MIDDLE[middle]}‌{LAST[last]} {own}"


def national_code(number: int) -> str:
    """A code with a right check digit."""
    nine = f"{100_000_000 + number * 7:09}"
    remainder = sum(int(d) * (10 - i) for i, d in enumerate(nine)) % 11
    return nine + str(remainder if remainder < 2 else 11 - remainder)


def tracking(number: int) -> str:
    """A tracking number."""
    eleven = str(10_000_000_000 + number * 83_003)
    return eleven + damm(eleven)


def _issued(office: Office, number: int, at: datetime, day: date) -> TicketIssued:
    code = number % SERVICES + 1
    service = office.service(code)
    return TicketIssued(
        label=f"A {number:03}",
        series="A",
        number=number,
        day=day,
        service=service,
        service_version=1,
        code=str(code),
        title=f"Sub-service {code}",
        lane=service_lane(service),
        effective_at=at,
    )


def _registered(office: Office, number: int, at: datetime) -> RequestRegistered:
    return request_of(office.service(number % SERVICES + 1), number, at)


def request_of(service: str, number: int, at: datetime) -> RequestRegistered:
    """A request for the sub-service of that id."""
    code = number % SERVICES + 1
    local = at.replace(tzinfo=None) + timedelta(hours=3, minutes=30)
    return RequestRegistered(
        tracking=tracking(number),
        service=service,
        service_version=1,
        sheet="sheet",
        code=str(code),
        title=f"Sub-service {code}",
        mode=2,
        applicant=Applicant(id=national_code(number), name=name(number)),
        received=local,
        promised=local + timedelta(days=10),
        calendar="calendar",
        steps=(Step(title="step", unit="unit", duration=10),),
        counter="1",
    )


def _never(*_: object) -> None:
    """A store under measurement is never old."""
