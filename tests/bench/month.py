"""A month of an office as `ciw` plays it: who comes when, for what, and when their turn begins.

Two departments share nothing. People come by chance, more of them in the middle of the morning,
some before the office opens; one in twenty has a priority, one in sixteen is gone when called.
Days differ, clerks differ, and clerks go away for a while, with a word to the program or without.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from math import exp
from random import Random
from typing import Any, NamedTuple

import ciw

from app.local import TEHRAN

OPENS, NUMBERS_UNTIL, KIOSK_FROM = time(8), time(13), time(7, 30)
CREDIT = 30
"""Minutes of the priority class."""

DEPARTMENTS: Sequence[tuple[Sequence[str], Mapping[str, float]]] = (
    (("1", "2", "3", "4"), {"11": 4.0, "12": 6.5, "13": 9.0, "14": 15.0}),
    (("5", "6"), {"21": 5.0, "22": 11.0}),
)
"""Counters, and minutes that each sub-service takes in the mean."""

_HOURLY = (
    (18.0, 30.0, 34.0, 30.0, 20.0, 12.0),
    (8.0, 13.0, 15.0, 13.0, 9.0, 6.0),
)
"""People an hour at each department: half an hour before the opening, then hour by hour."""
_ENDS = (1800.0, 5400.0, 9000.0, 12600.0, 16200.0, 19800.0)
_SPREAD, _DAYS, _CLERKS, _PRIORITY, _ABSENT = 0.6, 0.12, 0.15, 0.05, 1 / 16
_BREAKS = ((16_200.0, 2_400.0, True), (17_400.0, 2_400.0, True), (9_000.0, 600.0, False))
"""When, for how long, and whether the program is told."""
_LONG = 60 * 60 * 24.0


class Visit(NamedTuple):
    """One client, or (`service` empty) a clerk who goes away, said or unsaid."""

    came: datetime
    begins: datetime
    ends: datetime
    free: datetime
    counter: str
    service: str
    priority: bool
    absent: bool


class _Drawn(NamedTuple):
    """What chance gives one client."""

    absent: bool
    waited: float
    """Seconds until the clerk gives up on one who does not come."""
    longer: float
    """So many times the mean."""
    gap: float


def _drawn(seed: str, client: int) -> _Drawn:
    """The library copies what it is given: so each client has a chance of its own."""
    chance = Random(f"{seed} {client}")
    return _Drawn(
        absent=chance.random() < _ABSENT,
        waited=chance.uniform(40, 120),
        longer=chance.lognormvariate(-(_SPREAD**2) / 2, _SPREAD),
        gap=chance.uniform(5, 60),
    )


class _Serving(ciw.dists.Distribution):  # type: ignore[misc]
    """How long a sub-service takes on that day, by that clerk, with the gap after it."""

    def __init__(self, minutes: float, day: float, seed: str) -> None:
        self._mean, self._seed = minutes * 60 * day, seed

    def sample(self, **given: Any) -> float:
        """Seconds, of who is `given`."""
        ind = given["ind"]
        drawn = _drawn(self._seed, ind.id_number)
        clerk = exp(Random(f"{self._seed[-1]} {ind.server.id_number}").gauss(0, _CLERKS))
        took = drawn.waited if drawn.absent else drawn.longer * self._mean * clerk
        return took + drawn.gap


def days(first: date, count: int) -> list[date]:
    """So many working days."""
    each = (first + timedelta(days=n) for n in range(count * 2))
    return [day for day in each if day.weekday() not in (3, 4)][:count]


def play_day(day: date, seed: int) -> list[Visit]:
    """All of a day, in the order in which turns begin."""
    return sorted(
        (visit for place in range(len(DEPARTMENTS)) for visit in _department(day, seed, place)),
        key=lambda visit: (visit.begins, visit.came - timedelta(minutes=CREDIT * visit.priority)),
    )


def _department(day: date, seed: int, place: int) -> list[Visit]:
    named = f"{seed} {place}"
    ciw.seed(seed * 10 + place)
    counters, services = DEPARTMENTS[place]
    factor = exp(Random(f"{seed} day").gauss(0, _DAYS))
    arrivals, serving = dict[str, Any](), dict[str, Any]()
    for service, minutes in services.items():
        for priority, share in ((False, 1 - _PRIORITY), (True, _PRIORITY)):
            name = f"{service}{'+' * priority}"
            rates = [each * share / len(services) / 3600 for each in _HOURLY[place]]
            arrivals[name] = [ciw.dists.PoissonIntervals(rates, list(_ENDS), _ENDS[-1])]
            serving[name] = [_Serving(minutes, factor, named)]
    for number, (at, lasts, said) in enumerate(_BREAKS):
        name = f"away{number}{'said' * said}"
        arrivals[name] = [ciw.dists.Sequential([at, _LONG])]
        serving[name] = [ciw.dists.Deterministic(lasts)]
    network = ciw.create_network(
        arrival_distributions=arrivals,
        service_distributions=serving,
        number_of_servers=[ciw.Schedule([0, len(counters)], [1800.0, _LONG])],
        service_disciplines=[_by_credit],
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(_LONG - 1)
    start = datetime.combine(day, KIOSK_FROM, TEHRAN)
    return [_visit(start, place, named, record) for record in simulation.get_all_records()]


def _by_credit(individuals: Sequence[Any], _: float) -> Any:
    """The one order of calling; a clerk goes away before anybody is called."""
    return min(individuals, key=lambda one: one.arrival_date - _credit(one.customer_class))


def _credit(name: str) -> float:
    if name.startswith("away"):
        return _LONG
    return CREDIT * 60.0 if name.endswith("+") else 0.0


def _visit(start: datetime, place: int, named: str, record: Any) -> Visit:
    def at(seconds: float) -> datetime:
        return start + timedelta(seconds=seconds)

    name, away = record.customer_class, record.customer_class.startswith("away")
    drawn = _drawn(named, record.id_number)
    return Visit(
        came=at(record.arrival_date),
        begins=at(record.service_start_date),
        ends=at(record.service_end_date - (0 if away else drawn.gap)),
        free=at(record.service_end_date),
        counter=DEPARTMENTS[place][0][record.server_id - 1],
        service="" if away else name.rstrip("+"),
        priority=name.endswith("+"),
        absent=drawn.absent if not away else name.endswith("said"),
    )
