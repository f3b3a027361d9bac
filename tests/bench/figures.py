"""Reports over a year of requests, on a store that is made row by row, not lived through."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from PySide6.QtWidgets import QApplication

from app.event import micros
from app.figures.report import Report, report
from app.ids import new_id
from app.local import instant
from app.period import Period, period_of
from app.ports import Journal
from db.connection import begin
from db.journal import StoreJournal
from db.sql.figures import MISSING, STEP, VISIT
from db.sql.request import REQUEST
from tests.bench.beat import Beat
from tests.bench.office import SERVICES, Office, reopen, tracking
from tests.bench.report import Figure, ms, quantile
from ui.frame.beside import Beside, Store, Tell

YEAR = period_of("year", date(2025, 6, 1))
"""1404."""
COUNTERS, CLERKS, UNITS = 16, 16, ("صدور", "حقوقی", "بایگانی", "فنی", "مالی")
PAPERS = ("کارت ملی", "شناسنامه", "سند مالکیت", "گواهی سکونت", "رسید پرداخت")

Row = tuple[Any, ...]


def fill(journal: StoreJournal, services: Sequence[str], count: int, period: Period = YEAR) -> None:
    """So many requests, each with its visit and its two steps, spread over a period."""
    lives, cursor = _lives(Random(7), services, count, period), journal.cursor
    while batch := list(islice(lives, 20_000)):
        begin(cursor)
        for table, place in ((REQUEST, 0), (VISIT, 1)):
            cursor.executemany(table.insert, (life[place] for life in batch))
        for table, place in ((STEP, 2), (MISSING, 3)):
            cursor.executemany(table.insert, (row for life in batch for row in life[place]))
        cursor.execute("COMMIT")


def reporting(folder: Path, count: int = 300_000, goal: float = 3.0) -> list[Figure]:
    """All figures of a year with so many requests, read at once."""
    office = _filled(folder, count)
    cold, _ = _read(office.journal)
    warm, told = _read(office.journal)
    assert told.visits.whole.came == count
    office.journal.close()
    return [
        Figure(
            what=f"all figures of a year with {count:,} requests",
            measured=f"{cold:.2f} s, again {warm:.2f} s",
            beside="",
            ratio="",
            goal=f"≤ {goal:g} s",
            met=cold <= goal,
        )
    ]


def _filled(folder: Path, count: int) -> Office:
    office = Office(folder)
    fill(office.journal, [office.service(number) for number in range(1, SERVICES + 1)], count)
    return office


def _read(journal: StoreJournal) -> tuple[float, Report]:
    start = perf_counter()
    with journal.look() as look:
        told = report(look, YEAR, lambda _: None)
    return perf_counter() - start, told


def _lives(
    random: Random, services: Sequence[str], count: int, period: Period
) -> Iterator[tuple[Row, Row, list[Row], list[Row]]]:
    per_day = -(-count // period.days)
    for number in range(count):
        day = period.first + timedelta(days=number // per_day)
        second = number % per_day * (7 * 3600) // per_day
        at = instant(_morning(day)) + timedelta(seconds=second)
        service = number % len(services)
        entity, visit = new_id(at), new_id(at)
        promised, ready = day + timedelta(days=10), day + timedelta(days=random.randrange(4, 13))
        request = _request(entity, number, service, services[service], day, promised, ready, at)
        wait, serve = int(random.expovariate(1 / 600)), int(random.expovariate(1 / 300))
        called = micros(at) + wait * 1_000_000
        ended = called + (30 + serve) * 1_000_000
        counter = str(number % COUNTERS + 1)
        turn = (day.isoformat(), counter, called, visit, 0, 8 + second // 3600, services[service])
        rest = (f"clerk {number % CLERKS}", wait, 30, serve, ended, "finished")
        steps = [_step(entity, place, number, day, ready, micros(at)) for place in range(2)]
        lacks = [
            (day.isoformat(), visit, 0, 0, services[service], PAPERS[number % len(PAPERS)], 0)
        ] * (number % 10 == 0)
        yield request, (*turn, *rest), steps, lacks


def _request(
    entity: str,
    number: int,
    service: int,
    id_: str,
    day: date,
    promised: date,
    ready: date,
    at: datetime,
) -> Row:
    about = (entity, tracking(number), id_, str(service + 1), f"Sub-service {service + 1}")
    who = (f"{number:010}", "نام و نام خانوادگی", "09111234567", "delivered", "1", None)
    when = (micros(at), day.isoformat(), f"{promised.isoformat()}T14:30:00")
    steps = (day.isoformat(), ready.isoformat(), ready.isoformat(), None, "1", "", None, None, None)
    return (*about, *who, *when, *steps, ready.isoformat())


def _step(entity: str, place: int, number: int, day: date, ready: date, at: int) -> Row:
    unit, hours = UNITS[(number + place) % len(UNITS)], number % 5 == 0
    kind, agreed = ("working_hour", 8.0) if hours else ("working_day", 5.0)
    done = at + (ready - day).days * 86_400_000_000
    what = f"{unit}\tمرحله {place + 1}\t{agreed:g}\t{kind}"
    about = (day.isoformat(), entity, place, what, int(hours))
    return (*about, at, done, ready.isoformat(), 0, day.isoformat())


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(7, 30))


def staying_quick(folder: Path, count: int = 300_000, goal: float = 0.05) -> list[Figure]:
    """The longest the window's thread is held up while such a report is read beside it."""
    office = _filled(folder, count)
    office.journal.close()
    gaps, done = _gaps(office)
    return [
        Figure(
            what=f"longest stall of a window while {count:,} requests are counted",
            measured=ms(max(gaps)),
            beside=f"{len(gaps):,} looks, half of them within {ms(quantile(gaps, 0.5))}",
            ratio="",
            goal="≤ 50 ms",
            met=done and max(gaps) <= goal,
        )
    ]


class _Opened:
    """A journal as windows open it."""

    def __init__(self, journal: StoreJournal) -> None:
        self.journal: Journal = journal
        self.close = journal.close


def _gaps(office: Office) -> tuple[list[float], bool]:
    """By how much each beat of the window's thread was late."""
    application = QApplication.instance() or QApplication(["bench"])
    beside: Beside[Report] = Beside(lambda: _Opened(reopen(office.folder, office.key, office.node)))
    came, beat = list[Report](), Beat()
    beside.came.connect(came.append)
    beside.rested.connect(application.quit)

    def act(store: Store, tell: Tell) -> Report:
        with store.journal.look() as seen:
            return report(seen, YEAR, tell)

    beside.do(act)
    application.exec()
    return beat.end(), bool(came)
