"""Waits that are told, beside what became of them in a month that `ciw` plays.

What it plays is done again in a store, each deed at its time: who comes takes a number and is told
a wait; who is called, when and where is `ciw`'s doing alone, and the store must call the same.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from statistics import median, quantiles
from time import thread_time
from typing import NamedTuple

from app.awaited import Range
from app.deeds.call import begin, call_next, no_show
from app.deeds.founding import Plan, PlannedClass, PlannedClerk, PlannedCounter, found_office
from app.deeds.pause import pause_counter, resume_counter
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.deeds.waiting import tell_wait
from app.events.office import OfficeDescribed
from app.ids import new_id
from app.ports import Work
from app.sub_service import SubService
from app.waiting import told_wait
from db import store
from db.keys import new_key
from tests.bench.month import CREDIT, DEPARTMENTS, OPENS, Visit, days, play_day
from tests.bench.office import around
from tests.bench.report import Figure, ms, quantile, timed

DAYS, _FIRST = 22, date(2026, 5, 2)
_ENDS, _COMES, _BEGINS = range(3)
_MINUTE = 60


class _Clock:
    """Stands where it is put."""

    def __init__(self) -> None:
        self.at = datetime.combine(_FIRST, time(0), UTC)

    def now(self) -> datetime:
        """As put."""
        return self.at


class _One(NamedTuple):
    """One who took a number: what was told, and in minutes what came."""

    told: Range | None
    wait: float


class _Hall:
    """The office of the month in a store."""

    def __init__(self, folder: Path) -> None:
        self._clock = _Clock()
        office, node = new_id(self._clock.at), new_id(self._clock.at)
        world = around(folder, self._clock)
        notes = {"office": office, "node": node}
        self._journal = store.make(folder / "data", new_key(), notes, world)
        with self._journal.work() as work:
            found_office(work, office, _plan())
        self._tickets: dict[int, str] = {}
        self.told: list[_One] = []
        self.seconds: list[float] = []
        self.computing: list[float] = []

    def play(self, visits: Sequence[Visit]) -> None:
        """A day."""
        turns = [
            turn
            for place, visit in enumerate(visits)
            for turn in (
                (visit.came, _COMES, place),
                (visit.begins, _BEGINS, place),
                (visit.ends, _ENDS, place),
            )
        ]
        for at, what, place in sorted(turns):
            self._clock.at = at.astimezone(UTC)
            if not visits[place].service:
                self._away(visits[place], what)
            elif what == _COMES:
                self._comes(visits[place], place)
            else:
                self._turn(visits[place], place, what)

    @contextmanager
    def _work(self) -> Iterator[Work]:
        with self._journal.work() as work:
            yield work

    def _comes(self, visit: Visit, place: int) -> None:
        with self._work() as work:
            priority = "1" if visit.priority else ""
            self._tickets[place] = found = issue(work, visit.service, priority=priority).id
            told: list[Range | None] = []
            begun = thread_time()
            self.seconds.append(timed(lambda: told.append(_tell(work, found))))
            self.computing.append(thread_time() - begun)
        wait = (visit.begins - visit.came).total_seconds() / _MINUTE
        self.told.append(_One(told[0], wait))

    def _turn(self, visit: Visit, place: int, what: int) -> None:
        with self._work() as work:
            if what == _ENDS:
                ended = self._tickets[place]
                _ = no_show(work, ended) if visit.absent else finish(work, ended, "guidance")
                return
            called = call_next(work, visit.counter)
            assert called.id == self._tickets[place], "both call the same"
            if not visit.absent:
                begin(work, called.id)

    def _away(self, visit: Visit, what: int) -> None:
        if not visit.absent or what == _COMES:
            return
        with self._work() as work:
            if what == _BEGINS:
                pause_counter(work, visit.counter, "break")
            else:
                resume_counter(work, visit.counter)


def _tell(work: Work, ticket: str) -> Range | None:
    told = told_wait(work, ticket)
    if told is None:
        return None
    tell_wait(work, ticket, told)
    return told.range


def waiting(folder: Path) -> list[Figure]:
    """A month."""
    hall = _Hall(folder)
    for number, day in enumerate(days(_FIRST, DAYS)):
        hall.play(play_day(day, number))
    told = [(each.told, each.wait) for each in hall.told if each.told]
    within = sum(least <= wait <= most for (least, most), wait in told) / len(told)
    early = sum(wait < least for (least, _), wait in told) / len(told)
    width = median(most - least for (least, most), _ in told)
    waits = [each.wait for each in hall.told]
    tenths = quantiles(waits, n=10)
    alike = tenths[-1] - tenths[0]
    p99 = quantile(hall.computing, 0.99)
    return [
        Figure(
            what=f"waits told that came true, {len(told)} of {len(waits)} numbers of a month",
            measured=f"{within:.1%} (before {early:.1%}, after {1 - within - early:.1%})",
            beside="the truth is ciw's",
            ratio="",
            goal="≥ 80 %",
            met=within >= 0.8,
        ),
        Figure(
            what="width of the range (median)",
            measured=f"{width:.0f} min; median wait {median(waits):.0f} min",
            beside=f"four in five of all waits lie within {alike:.0f} min",
            ratio=f"{width / alike:.2f}",
            goal="narrower",
            met=width < alike,
        ),
        Figure(
            what="telling a wait, computing, p99",
            measured=f"{ms(p99)} (median {ms(quantile(hall.computing, 0.5))})",
            beside=f"by the clock {ms(quantile(hall.seconds, 0.99))}",
            ratio="",
            goal="≤ 20 ms",
            met=p99 <= 0.020,
        ),
    ]


def _plan() -> Plan:
    services = [service for _, of in DEPARTMENTS for service in of]
    return Plan(
        described=OfficeDescribed(agency="", name="Bench"),
        series="A",
        hours={day: (OPENS, time(16, 0)) for day in range(7)},
        closures={},
        since=date(2026, 1, 1),
        counters=tuple(
            PlannedCounter(number=number, services=tuple(of))
            for numbers, of in DEPARTMENTS
            for number in numbers
        ),
        clerks=(PlannedClerk(code="1", name="Clerk"),),
        classes=(PlannedClass(code="1", title="Class", credit=CREDIT),),
        catalogue=tuple(SubService(code=each, title=f"Sub-service {each}") for each in services),
    )
