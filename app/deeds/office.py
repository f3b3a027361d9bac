"""Setting up the office, and changing it later."""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta

from app.deeds.clerk import account_of, require_steward_beside
from app.deeds.lane import hand_on_left, release
from app.deeds.looking import the_ticket, today
from app.deeds.seats import seats
from app.events import office as said
from app.folds import office
from app.folds.office import Office
from app.ids import new_id
from app.order import clerk_lane, counter_lane
from app.persian import clean, format_time, search_key, tidy
from app.ports import Work
from app.refusal import Refusal
from app.roles import OFFICE, deed
from app.settings import require_sound
from app.templates.template_check import checked_emblem

_READS = "inspector"
_NUMBER = re.compile(r"^[-+]?\d+|\d+")
_MOST_COUNTERS = 999
_PNG = b"\x89PNG\r\n\x1a\n"


def require_as_seen(seen: object, now: object) -> None:
    """What somebody writes anew must be what they saw when they began: else it was changed
    meanwhile, which is `office_changed_meanwhile`.
    """
    if seen != now:
        raise Refusal("office_changed_meanwhile")


def require_as_shown(shown: object, now: object) -> None:
    """The same of what is changed by one key: `office_changed_look`."""
    if shown != now:
        raise Refusal("office_changed_look")


@deed
def describe_office(work: Work, office_id: str, described: said.OfficeDescribed) -> Office:
    """Name and letterhead; the first time founds the office. Refuses `office_name_empty`."""
    if not tidy(described.name):
        raise Refusal("office_name_empty")
    return work.append(office.FOLD, office_id, described)


@deed
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


@deed
def place_node(work: Work, node: str) -> Office:
    """Numbers a PC of the office, once."""
    if node in work.office.places:
        return work.office
    place = max(work.office.places.values(), default=0) + 1
    return work.append(office.FOLD, work.office.id, said.NodePlaced(node=node, place=place))


@deed
def publish_seal(work: Work) -> Office:
    """Lets every counter know by what key this PC's seals are known, once."""
    key = work.seal_key
    if work.office.seals.get(key) == work.node:
        return work.office
    return work.append(office.FOLD, work.office.id, said.SealPublished(node=work.node, key=key))


@deed
def choose_emblem(work: Work, png: bytes) -> Office:
    """The emblem of the letterhead; empty for none. Refuses `emblem_wrong` for what is no PNG, and
    what `checked_emblem` refuses.
    """
    if png and not png.startswith(_PNG):
        raise Refusal("emblem_wrong")
    if png:
        checked_emblem(png)
    return work.append(office.FOLD, work.office.id, said.EmblemChosen(png=png))


@deed
def set_rules(work: Work, rules: said.Rules) -> Office:
    """The office's settings, all at once. Refuses as `app.settings.require_sound` does, and
    `setting_until(opens)` of numbers that would end before they begin.
    """
    require_sound(rules, work.office.rules)
    if rules.numbers_until != work.office.rules.numbers_until:
        _require_until(work, rules.numbers_until)
    return work.append(office.FOLD, work.office.id, said.RulesSet(rules=rules))


def _require_until(work: Work, until: time | None) -> None:
    """By the hours of the coming week: later ones may open at another time."""
    week = (today(work) + timedelta(days=each) for each in range(7))
    opens = [hours[0] for day in week if (hours := work.office.calendar.hours_of(day))]
    if until is not None and opens and until <= max(opens):
        raise Refusal("setting_until", opens=format_time(max(opens)))


@deed
def open_counter(
    work: Work, number: str, *, title: str = "", services: tuple[str, ...] = ()
) -> Office:
    """Sets up a counter, or changes what it serves (sub-service ids; empty: everything). Refuses
    `name_empty`, and `counter_number_wrong` where no number from 1 to 999 is in it: the hall calls
    people to a number, and letters may stand beside it.
    """
    named = _name(number)
    found = _NUMBER.search(named)
    if found is None or not 0 < int(found[0]) <= _MOST_COUNTERS:
        raise Refusal("counter_number_wrong", text=named)
    opened = said.CounterOpened(number=named, title=clean(title), services=services)
    return work.append(office.FOLD, work.office.id, opened)


@deed
def close_counter(work: Work, number: str) -> Office:
    """Takes a counter away; who waits for it alone goes back to the sub-service's queue.

    Refuses `counter_unknown`, and `visit_open` while it serves.
    """
    work.office.counter(number)
    if busy := work.visit_at(number):
        raise Refusal("visit_open", label=the_ticket(work, busy).label, ticket=busy)
    release(work, counter_lane(number))
    return work.append(office.FOLD, work.office.id, said.CounterClosed(number=number))


@deed
def place_kiosk(work: Work, name: str) -> Office:
    """A kiosk stands in the hall."""
    return work.append(office.FOLD, work.office.id, said.KioskPlaced(name=_name(name)))


@deed
def remove_kiosk(work: Work, name: str) -> Office:
    """It stands there no longer. Refuses `kiosk_unknown`."""
    if name not in work.office.kiosks:
        raise Refusal("kiosk_unknown", name=name)
    return work.append(office.FOLD, work.office.id, said.KioskRemoved(name=name))


@deed
def name_node(work: Work, node: str, name: str) -> Office:
    """What people call a PC of the office. Refuses `node_unknown`, `name_empty`."""
    if node not in work.office.places:
        raise Refusal("node_unknown", node=node)
    return work.append(office.FOLD, work.office.id, said.NodeNamed(node=node, name=_name(name)))


@deed
def admit_clerk(
    work: Work, code: str, name: str, role: said.Role, skills: tuple[str, ...] = ()
) -> Office:
    """Lets a clerk act, or changes name, role and skills of one who does. Refuses `name_empty`,
    `last_supervisor` where nobody would be left who looks after the office, `pass_role(name)` where
    a pass of one day would become more than that.
    """
    short = _name(code)
    known = work.office.clerks.get(short)
    if known and role not in OFFICE:
        require_steward_beside(work, known)
    if known and role not in (known.role, _READS) and account_of(work, known.clerk).last_day:
        raise Refusal("pass_role", name=known.name)
    clerk = known.clerk if known else new_id(work.at)
    admitted = said.ClerkAdmitted(
        clerk=clerk, code=short, name=_name(name), role=role, skills=skills
    )
    return work.append(office.FOLD, work.office.id, admitted)


@deed
def dismiss_clerk(work: Work, code: str) -> Office:
    """The clerk no longer acts here; what they did keeps their name. Whoever was sent to them waits
    on in the queue of all. Refuses `clerk_unknown`, `clerk_is_oneself`, `last_supervisor`.
    """
    who = work.office.clerk(code)
    clerk = who.clerk
    if clerk == work.clerk:
        raise Refusal("clerk_is_oneself")
    require_steward_beside(work, who)
    release(work, clerk_lane(clerk))
    seated = seats(work)
    after = work.append(office.FOLD, work.office.id, said.ClerkDismissed(clerk=clerk))
    hand_on_left(work, seated)
    return after


@deed
def define_priority_class(work: Work, code: str, title: str, credit: int) -> Office:
    """A priority class; its credit in minutes is part of every explanation of a call."""
    if not 0 <= credit <= 24 * 60:
        raise Refusal("credit_wrong", credit=credit)
    defined = said.PriorityClassDefined(code=_name(code), title=_name(title), credit=credit)
    return work.append(office.FOLD, work.office.id, defined)


@deed
def remove_priority_class(work: Work, code: str) -> Office:
    """Nobody gets it any more; who has it keeps it. Refuses `priority_unknown`."""
    if code not in work.office.classes:
        raise Refusal("priority_unknown", priority=code)
    return work.append(office.FOLD, work.office.id, said.PriorityClassRemoved(code=code))


@deed
def set_hours(work: Work, since: date, hours: Mapping[int, tuple[time, time]]) -> Office:
    """Weekly hours from a date on (0 is Monday). Refuses `hours_wrong`, and `hours_past(date)`: by
    the hours of days that are over, clients were served.
    """
    if not hours or any(day not in range(7) or a >= b for day, (a, b) in hours.items()):
        raise Refusal("hours_wrong")
    if _is_past(work, since):
        raise Refusal("hours_past", date=since)
    return work.append(office.FOLD, work.office.id, said.HoursSet(since=since, hours=dict(hours)))


@deed
def lift_hours(work: Work, since: date) -> Office:
    """The change of that date does not come. Refuses `hours_unknown`, `hours_needed` of the only
    hours there are, and `hours_past` of those that held already.
    """
    dates = {week.since for week in work.office.hours}
    if since not in dates:
        raise Refusal("hours_unknown", date=since)
    if len(dates) == 1:
        raise Refusal("hours_needed")
    if _is_past(work, since):
        raise Refusal("hours_past", date=since)
    return work.append(office.FOLD, work.office.id, said.HoursLifted(since=since))


@deed
def confirm_year(work: Work, year: int) -> Office:
    """The closures of that Jalali year were compared with the official calendar, once."""
    if year in work.office.confirmed:
        return work.office
    return work.append(office.FOLD, work.office.id, said.YearConfirmed(year=year))


@deed
def announce_closures(work: Work, closures: Mapping[date, str], reason: str = "") -> Office:
    """Adds holidays and closures. Promises already printed stay as they are. A day that is over is
    closed afterwards for a reason alone: nobody may have been there to close it in time. Refuses
    `closure_past(date)` without one.
    """
    past = [day for day in closures if _is_past(work, day)]
    if past and not tidy(reason):
        raise Refusal("closure_past", date=min(past))
    days = tuple(said.Closure(day=day, title=clean(t)) for day, t in sorted(closures.items()))
    return work.append(
        office.FOLD, work.office.id, said.ClosuresAnnounced(closures=days, reason=clean(reason))
    )


@deed
def lift_closure(work: Work, day: date) -> Office:
    """The office works on that day after all. Refuses `closure_unknown`."""
    if day not in work.office.closures:
        raise Refusal("closure_unknown", date=day)
    return work.append(office.FOLD, work.office.id, said.ClosureLifted(day=day))


@deed
def confirm_clock(work: Work, reason: str) -> Office:
    """The clock was wrong and is right now, says who is responsible. Refuses `reason_empty`."""
    if not tidy(reason):
        raise Refusal("reason_empty")
    work.at = work.now
    return work.append(office.FOLD, work.office.id, said.ClockConfirmed(reason=clean(reason)))


def _is_past(work: Work, day: date) -> bool:
    """Whether that day is over; the program itself may say what has held since long ago."""
    return bool(work.clerk) and day < today(work)


def _name(text: str) -> str:
    name = tidy(clean(text))
    if not name:
        raise Refusal("name_empty")
    return name
