"""All figures of a period together, and whose they are by name."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta

from app.awaited import Kept
from app.counted import Heard
from app.figures.lacking import LackFigures, count_missing
from app.figures.opinions import OpinionFigures, count_opinions
from app.figures.promises import PromiseFigures, count_promises
from app.figures.told import ToldFigures, count_told
from app.figures.units import UnitFigures, WorkClock, count_steps
from app.figures.visits import VisitFigures, count_visits
from app.folds import catalogue
from app.local import day_of, instant
from app.period import Period
from app.ports import Look
from app.value import Value

QUESTIONS = 16
"""Of Table 5 (R65)."""

Tell = Callable[[float], None]
"""Hears which share of the work is done; what it raises ends it."""

_READINGS = 3
_MOST_TOLD = 1_000_000
_BEFORE, _AFTER = timedelta(days=4000), timedelta(days=400)


class Names(Value, frozen=True, kw_only=True):
    """What ids are called."""

    services: dict[str, str]
    clerks: dict[str, str]


class Report(Value, frozen=True, kw_only=True):
    """What a period brought, as it stood at the instant `at`; `here` tickets are not over yet."""

    period: Period
    at: datetime
    visits: VisitFigures
    promises: PromiseFigures
    units: UnitFigures
    lacks: LackFigures
    opinions: OpinionFigures
    names: Names
    told: ToldFigures = ToldFigures()
    here: int = 0
    telephoned: tuple[tuple[str, int], ...] = ()
    """Of the visits, those by telephone (R79): sub-services and how often, the most first."""

    @property
    def telephone(self) -> int:
        """How many visits were telephone calls."""
        return sum(many for _, many in self.telephoned)

    @property
    def empty(self) -> bool:
        """Whether there is nothing at all to tell."""
        counted = (
            self.visits.whole.came,
            self.promises.whole.due + self.promises.whole.ahead,
            len(self.units.units),
            self.lacks.slips,
            self.opinions.filled,
            self.here,
        )
        return not any(counted)


def report(look: Look, period: Period, tell: Tell) -> Report:
    """Reads it, day by day; `tell` hears how far it has come."""
    first, last, today = period.first, period.last, day_of(look.at)

    def heard(part: int) -> Heard:
        return lambda day: tell((part + (day - first).days / period.days) / _READINGS)

    visits = count_visits(look, period, heard(0))
    promises = count_promises(look, period, today, heard(1))
    return Report(
        period=period,
        at=look.at,
        visits=visits,
        promises=promises,
        units=unit_figures(look, period, heard(2)),
        lacks=count_missing(look.missed_rows(first, last), look.slips(first, last)),
        opinions=count_opinions(look.filled_rows(first, last), QUESTIONS),
        names=names(look),
        told=count_told(_kept_waits(look, period)),
        here=look.still_here(first, last),
        telephoned=_telephoned(look, period),
    )


def unit_figures(look: Look, period: Period, heard: Heard) -> UnitFigures:
    """The units' part of it."""
    known = [unit.name for unit in look.office.units.values()]
    return count_steps(look, period, work_clock(look, period), look.at, heard, known)


def _telephoned(look: Look, period: Period) -> tuple[tuple[str, int], ...]:
    rows = look.telephoned(period.first, period.last)
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0])))


def _kept_waits(look: Look, period: Period) -> Sequence[Kept]:
    """The waits that were told on these days."""
    beyond = datetime.combine(period.last + timedelta(days=1), time())
    since, until = instant(datetime.combine(period.first, time())), instant(beyond)
    return look.kept_waits(since, until, _MOST_TOLD)


def work_clock(look: Look, period: Period) -> WorkClock:
    """Counts working time from long before a period, for what lies since then, to today."""
    until = max(day_of(look.at), period.last) + timedelta(days=1)
    return WorkClock(look.office.calendar, period.first - _BEFORE, min(until, period.last + _AFTER))


def names(look: Look) -> Names:
    """Of all sub-services and everybody who ever worked here."""
    office = look.office
    entries = {id_: look.load(catalogue.FOLD, id_) for id_ in look.services()}
    people = (*office.former, *office.clerks.values())
    return Names(
        services={id_: entry.sheet.title for id_, entry in entries.items() if entry},
        clerks={person.clerk: person.name for person in people},
    )
