"""The simulated office on its first morning: founded once in a process, copied for every seed."""

from datetime import date, time
from functools import cache
from random import Random

from app.deeds.founding import Plan, PlannedCounter, found_office
from app.deeds.office import give_series, place_node, publish_seal
from app.events.office import OfficeDescribed
from app.sub_service import Step, SubService
from app.sync import pushing
from app.sync.drive import carry
from app.sync.wire import Reply, Request
from db.work import StoreWork
from tests.sim.centre import ModelCentre
from tests.sim.chance import seeded
from tests.sim.pc import Desk, Pc, Time

MORNING = 1_795_235_400_000_000
"""Microseconds: Saturday 1405/08/30, eight o'clock in Tehran."""

OFFICE = "0f" * 16
PLAN = Plan(
    described=OfficeDescribed(agency="اداره کل", name="میز خدمت آزمون"),
    series="الف",
    hours={day: (time(7, 30), time(14, 30)) for day in range(7)},
    closures={},
    since=date(2026, 3, 21),
    counters=tuple(PlannedCounter(number=str(n)) for n in range(1, 6)),
    catalogue=(
        SubService(code="1", title="صدور مجوز", steps=(Step(title="بررسی", unit="فنی"),)),
        SubService(code="2", title="راهنمایی", mode=1),
    ),
)
DESKS = (
    Desk(name="office", counters=("1", "4"), series="الف"),
    Desk(name="kiosk", series="ب"),
    Desk(name="two", counters=("2",)),
    Desk(name="three", counters=("3", "5"), series="پ"),
    Desk(name="hall"),
)


class Line:
    """A good line to the centre."""

    def __init__(self, pc: Pc, centre: ModelCentre, time: Time) -> None:
        self._pc, self._centre, self._time = pc, centre, time

    def ask(self, request: Request) -> Reply:
        """What the centre says."""
        return self._centre.answer(self._pc.node, request, self._time.now)


class Founded:
    """All PCs enrolled, equal and quiet; whoever wants to live there takes copies."""

    def __init__(self) -> None:
        self.time = Time(MORNING)
        self.centre = ModelCentre(OFFICE)
        self.pcs = [Pc(desk, self.time) for desk in DESKS]
        for pc in self.pcs:
            pc.found(OFFICE)
            if not self.centre.feed:
                pc.do(lambda work: found_office(work, OFFICE, PLAN))
            self._synchronise(pc)
            pc.do(lambda work, pc=pc: _enrol(work, pc))  # type: ignore[misc]
            self._synchronise(pc)
        for pc in self.pcs:
            self._synchronise(pc)

    def _synchronise(self, pc: Pc) -> None:
        self.time.now += 1_000_000
        assert carry(pushing.synchronise(pc.replica), Line(pc, self.centre, self.time))


@cache
def founded() -> Founded:
    """The one that every world of this process begins with."""
    with seeded(Random(1405)):
        return Founded()


def _enrol(work: StoreWork, pc: Pc) -> None:
    place_node(work, pc.node)
    publish_seal(work)
    if pc.series and work.node not in work.office.series:
        give_series(work, pc.node, pc.series)
