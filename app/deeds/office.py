"""Setting up the office, and changing it later."""

from collections.abc import Mapping
from datetime import date, time

from app.deeds.looking import the_ticket
from app.deeds.template import require_editor
from app.deeds.visit import release
from app.events import office as said
from app.folds import office
from app.folds.office import Office
from app.ids import new_id
from app.order import clerk_lane, counter_lane
from app.persian import clean, search_key, tidy
from app.ports import Work
from app.refusal import Refusal
from app.templates.template_check import checked_emblem

_PNG = b"\x89PNG\r\n\x1a\n"


def describe_office(work: Work, office_id: str, described: said.OfficeDescribed) -> Office:
    """Name and letterhead; the first time founds the office. Refuses `office_name_empty`."""
    if not tidy(described.name):
        raise Refusal("office_name_empty")
    return work.append(office.FOLD, office_id, described)


def give_series(work: Work, node: str, series: str) -> Office:
    """Gives a node its letters. Refuses `series_empty`, `series_taken`."""
    letters = tidy(clean(series))
    if not letters:
        raise Refusal("series_empty")
    same = (n for n, s in work.office.series.items() if search_key(s) == search_key(letters))
    owner = next(same, node)
    if owner != node:
        raise Refusal("series_taken", series=letters)
    place_node(work, node)
    return work.append(office.FOLD, work.office.id, said.SeriesGiven(node=node, series=letters))


def place_node(work: Work, node: str) -> Office:
    """Numbers a PC of the office, once."""
    if node in work.office.places:
        return work.office
    place = max(work.office.places.values(), default=0) + 1
    return work.append(office.FOLD, work.office.id, said.NodePlaced(node=node, place=place))


def publish_seal(work: Work) -> Office:
    """Lets every counter know by what key this PC's seals are known, once."""
    key = work.seal_key
    if work.office.seals.get(key) == work.node:
        return work.office
    return work.append(office.FOLD, work.office.id, said.SealPublished(node=work.node, key=key))


def choose_emblem(work: Work, png: bytes) -> Office:
    """The emblem of the letterhead; empty for none. Refuses `emblem_wrong` for what is no PNG, what
    `checked_emblem` refuses, and whom `require_editor` does.
    """
    if png and not png.startswith(_PNG):
        raise Refusal("emblem_wrong")
    if png:
        checked_emblem(png)
    require_editor(work)
    return work.append(office.FOLD, work.office.id, said.EmblemChosen(png=png))


def set_rules(work: Work, rules: said.Rules) -> Office:
    """The office's settings, all at once."""
    return work.append(office.FOLD, work.office.id, said.RulesSet(rules=rules))


def open_counter(
    work: Work, number: str, *, title: str = "", services: tuple[str, ...] = ()
) -> Office:
    """Sets up a counter, or changes what it serves (sub-service ids; empty: everything)."""
    opened = said.CounterOpened(number=_name(number), title=clean(title), services=services)
    return work.append(office.FOLD, work.office.id, opened)


def close_counter(work: Work, number: str) -> Office:
    """Takes a counter away; who waits for it alone goes back to the sub-service's queue.

    Refuses `counter_unknown`, and `visit_open` while it serves.
    """
    work.office.counter(number)
    if busy := work.visit_at(number):
        raise Refusal("visit_open", label=the_ticket(work, busy).label, ticket=busy)
    release(work, counter_lane(number))
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
    clerk = work.office.clerk(code).clerk
    release(work, clerk_lane(clerk))
    return work.append(office.FOLD, work.office.id, said.ClerkDismissed(clerk=clerk))


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
    work.at = work.now
    return work.append(office.FOLD, work.office.id, said.ClockConfirmed(reason=clean(reason)))


def _name(text: str) -> str:
    name = tidy(clean(text))
    if not name:
        raise Refusal("name_empty")
    return name
