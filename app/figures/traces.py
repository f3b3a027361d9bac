"""The rows behind a figure: exactly as many as it counts."""

from typing import Literal

from app.counted import HAND_OVER, StepLine, VisitLine, read_what
from app.figures.report import work_clock
from app.figures.stays import CALL, VISIT, By, Stay, key_of, stays
from app.figures.units import Taken, counted, taken_by, taken_by_desk
from app.letters import search_key
from app.local import day_of
from app.period import Period
from app.ports import Look
from app.value import Value


class Person(Value, frozen=True, kw_only=True):
    """One client under one key, and the turn by which they are found there."""

    line: VisitLine
    stay: Stay


def people_behind(
    look: Look, period: Period, table: By | Literal["told"], key: str
) -> list[Person]:
    """The clients that a group of visits counts, or (`told`) those of a sub-service who were told
    how long they would wait.
    """
    wanted = {table: int(key) if table == "hour" else key}
    lines = look.visit_lines(period.first, period.last, **wanted)  # type: ignore[arg-type]
    visits: dict[str, list[VisitLine]] = {}
    for line in lines:
        visits.setdefault(line.turn[VISIT], []).append(line)
    return [_person(each, "hour" if table == "told" else table, key) for each in visits.values()]


def _person(lines: list[VisitLine], by: By, key: str) -> Person:
    turns = [line.turn for line in lines]
    found = next((s for s in stays(turns, by) if str(s.key) == key), stays(turns, "hour")[0])
    there = [line for line in lines if by == "hour" or key_of(line.turn, by) == key]
    last = max(there, key=lambda line: (bool(line.turn[CALL]), line.turn[CALL]))
    return Person(line=last, stay=found)


def steps_behind(look: Look, period: Period, key: str) -> list[tuple[StepLine, Taken]]:
    """The steps of a unit, or of one of its titles (parted by a tab), and how long they took; of
    the empty key every step's handing over.
    """
    clock = work_clock(look, period)
    first, last = period.first, period.last
    named = [what for what in look.step_whats(first, last) if not key or _names(key, what)]
    still = named if key else [HAND_OVER]  # what was handed over then is no deed of this period
    left = still if period.holds(day_of(look.at)) else []
    lines = look.step_lines(first, last, named, left)
    taken = taken_by if key else taken_by_desk
    return [(line, taken(line, clock, look.at)) for line in lines if counted(line, by_desk=not key)]


def _names(key: str, what: str) -> bool:
    """Whether a step is of that unit, in whatever spelling, and bears that title, if any."""
    unit, titled, title = key.partition("\t")
    step = read_what(what)
    return search_key(step.unit) == search_key(unit) and (not titled or step.title == title)
