"""What a unit has in its hands: the steps that were handed over to it."""

from collections import Counter
from datetime import date, datetime

from app.event import moment
from app.folds import request
from app.letters import search_key
from app.local import local
from app.ports import Look, Work
from app.showing.catalogue import sheets_of
from app.unit_names import unit_names
from app.value import Value
from app.workdays import due

MOST = 200
"""Steps of a list; the count is of all."""

_UNIT = "unit:"
"""A setting of this PC: the unit at which a clerk works here."""


class StepWork(Value, frozen=True, kw_only=True):
    """A step that was handed over at `given` and is to be done by `due`, as Table 1 agrees; both
    are local times. `promised` is the day that the applicant was told.
    """

    tracking: str
    name: str
    title: str
    step: str
    post: str
    letter: str
    given: datetime
    due: datetime
    promised: date
    late: bool


class Inbox(Value, frozen=True, kw_only=True):
    """`units` are all that the office or a step names, with how much they have; `count` is of
    all of this one's, of which these are the first by what is due.
    """

    unit: str
    units: tuple[tuple[str, int], ...]
    count: int = 0
    works: tuple[StepWork, ...] = ()


def inbox(look: Look, clerk: str, unit: str = "") -> Inbox:
    """That of a unit, else of the one which was chosen for this clerk at this PC, else of the first
    with work.
    """
    units = units_of(look)
    chosen = unit or look.setting(f"{_UNIT}{clerk}") or look.setting(_UNIT)
    names = unit_names(name for name, _ in units)
    busiest = next((name for name, count in units if count), next(iter(names.values()), ""))
    unit = names.get(search_key(chosen), busiest)
    spellings = [name for name in look.at_units() if search_key(name) == search_key(unit)]
    found = [work for id_ in look.at_unit(spellings, MOST) if (work := _work(look, id_))]
    works = tuple(sorted(found, key=lambda work: (work.due, work.tracking)))
    return Inbox(unit=unit, units=units, count=dict(units).get(unit, 0), works=works)


def units_of(look: Look) -> tuple[tuple[str, int], ...]:
    """All units that the office names, that a step names, or that have work, each with how much."""
    at, works = look.at_units(), Counter[str]()
    for name, count in at.items():
        works[search_key(name)] += count
    named = {step.unit for sheet in sheets_of(look) for step in sheet.steps if step.unit}
    known = (unit.name for unit in look.office.units.values())
    names = unit_names((*known, *sorted({*named, *at})))
    return tuple((name, works[key]) for key, name in sorted(names.items()))


def choose_unit(work: Work, clerk: str, unit: str) -> None:
    """This clerk works for that unit here from now on; a clerk who chose none finds it too."""
    work.set_setting(f"{_UNIT}{clerk}", unit)
    work.set_setting(_UNIT, unit)


def _work(look: Look, id_: str) -> StepWork | None:
    found = look.load(request.FOLD, id_)
    index = found.current_step if found else None
    if found is None or index is None:
        return None
    times = found.steps[index]
    step, given = times.step, local(moment(times.handed_over or 0))
    until = due(given, step.duration, step.unit_of_time, look.office.calendar)
    return StepWork(
        tracking=found.tracking,
        name=found.applicant.name,
        title=found.title,
        step=step.title,
        post=step.post,
        letter=times.letter,
        given=given,
        due=until,
        promised=found.promised.date(),
        late=until < local(look.at),
    )
