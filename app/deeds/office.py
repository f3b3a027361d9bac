"""Setting up the office, and changing it later."""

from collections.abc import Mapping
from datetime import date, time

from app.deeds.looking import the_ticket
from app.events import office as said
from app.folds import office
from app.folds.office import Office
from app.ids import new_id
from app.persian import clean, tidy
from app.ports import Work
from app.refusal import Refusal


def describe_office(work: Work, office_id: str, described: said.OfficeDescribed) -> Office:
    """Name, letterhead and rules; the first time founds the office. Refuses `office_name_empty`."""
    if not tidy(described.name):
        raise Refusal("office_name_empty")
    return work.append(office.FOLD, office_id, described)


def give_series(work: Work, node: str, series: str) -> Office:
    """Gives a node its letters. Refuses `series_empty`, `series_taken`."""
    letters = tidy(clean(series))
    if not letters:
        raise Refusal("series_empty")
    owner = next((s.node for s in work.office.series.values() if s.series == letters), node)
    if owner != node:
        raise Refusal("series_taken", series=letters)
    known = work.office.series.get(node)
    place = max((s.place for s in work.office.series.values()), default=0) + 1
    given = said.SeriesGiven(node=node, series=letters, place=known.place if known else place)
    return work.append(office.FOLD, work.office.id, given)


def open_counter(
    work: Work, number: str, *, title: str = "", services: tuple[str, ...] = ()
) -> Office:
    """Sets up a counter, or changes what it serves (sub-service ids; empty: everything)."""
    opened = said.CounterOpened(number=_name(number), title=clean(title), services=services)
    return work.append(office.FOLD, work.office.id, opened)


def close_counter(work: Work, number: str) -> Office:
    """Takes a counter away. Refuses `counter_unknown`, and `visit_open` while it serves."""
    work.office.counter(number)
    if busy := work.visit_at(number):
        raise Refusal("visit_open", label=the_ticket(work, busy).label, ticket=busy)
    return work.append(office.FOLD, work.office.id, said.CounterClosed(number=number))


def place_kiosk(work: Work, name: str) -> Office:
    """A kiosk stands in the hall."""
    return work.append(office.FOLD, work.office.id, said.KioskPlaced(name=_name(name)))


def admit_clerk(
    work: Work, code: str, name: str, role: said.Role, skills: tuple[str, ...] = ()
) -> Office:
    """Lets a clerk act, or changes name, role and skills of one who does."""
    short = _name(code)
    known = work.office.clerks.get(short)
    clerk = known.clerk if known else new_id(work.at)
    admitted = said.ClerkAdmitted(
        clerk=clerk, code=short, name=_name(name), role=role, skills=skills
    )
    return work.append(office.FOLD, work.office.id, admitted)


def dismiss_clerk(work: Work, code: str) -> Office:
    """The clerk no longer acts here; what they did keeps their name. Refuses `clerk_unknown`."""
    gone = said.ClerkDismissed(clerk=work.office.clerk(code).clerk)
    return work.append(office.FOLD, work.office.id, gone)


def define_priority_class(work: Work, code: str, title: str, credit: int) -> Office:
    """A priority class; its credit in minutes is part of every explanation of a call."""
    if not 0 <= credit <= 24 * 60:
        raise Refusal("credit_wrong", credit=credit)
    defined = said.PriorityClassDefined(code=_name(code), title=_name(title), credit=credit)
    return work.append(office.FOLD, work.office.id, defined)


def set_hours(work: Work, since: date, hours: Mapping[int, tuple[time, time]]) -> Office:
    """Weekly hours from a date on (0 is Monday). Refuses `hours_wrong`."""
    if not hours or any(day not in range(7) or a >= b for day, (a, b) in hours.items()):
        raise Refusal("hours_wrong")
    return work.append(office.FOLD, work.office.id, said.HoursSet(since=since, hours=dict(hours)))


def announce_closures(work: Work, closures: Mapping[date, str]) -> Office:
    """Adds holidays and closures. Promises already printed stay as they are."""
    days = tuple(said.Closure(day=day, title=clean(t)) for day, t in sorted(closures.items()))
    return work.append(office.FOLD, work.office.id, said.ClosuresAnnounced(closures=days))


def lift_closure(work: Work, day: date) -> Office:
    """The office works on that day after all. Refuses `closure_unknown`."""
    if day not in work.office.closures:
        raise Refusal("closure_unknown", date=day)
    return work.append(office.FOLD, work.office.id, said.ClosureLifted(day=day))


def confirm_clock(work: Work, reason: str) -> Office:
    """The clock was wrong and is right now, says who is responsible. Refuses `reason_empty`."""
    if not tidy(reason):
        raise Refusal("reason_empty")
    return work.append(office.FOLD, work.office.id, said.ClockConfirmed(reason=clean(reason)))


def _name(text: str) -> str:
    name = tidy(clean(text))
    if not name:
        raise Refusal("name_empty")
    return name
