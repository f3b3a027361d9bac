"""The state of the office: what it is called, who and what works in it, and when."""

from datetime import date, datetime
from functools import cached_property
from typing import TypeVar, cast

import msgspec
from msgspec.structs import replace

from app.event import Event, Recorded
from app.events import office as said
from app.folds.fold import Fold, Reason, State, Transition
from app.local import day_of
from app.persian import search_key
from app.refusal import Refusal
from app.templates.picture import picture_name
from app.templates.template import Template
from app.value import Value
from app.workdays import Hours, WorkCalendar

T = TypeVar("T")


class Edition(Value, frozen=True, kw_only=True):
    """One edition of a form: what it was, when (microseconds since 1970 UTC) and by whom."""

    template: Template
    at: int
    clerk: str


class Paused(Value, frozen=True, kw_only=True):
    """A counter that serves nobody: why, since when, and who said so (an id)."""

    number: str
    reason: str
    at: datetime
    clerk: str = ""


class Rested(Value, frozen=True, kw_only=True):
    """For how long a counter has served nobody on a day, its pauses that are over counted."""

    day: date
    times: int
    seconds: int


class Office(State, frozen=True, kw_only=True, dict=True):
    """Keys: places and series by node, nodes by the public keys of their seals, counters by number,
    clerks by code, classes by code.
    """

    described: said.OfficeDescribed
    rules: said.Rules = said.Rules()
    emblem: bytes = b""
    places: dict[str, int] = msgspec.field(default_factory=dict)
    series: dict[str, str] = msgspec.field(default_factory=dict)
    seals: dict[str, str] = msgspec.field(default_factory=dict)
    counters: dict[str, said.CounterOpened] = msgspec.field(default_factory=dict)
    paused: dict[str, Paused] = msgspec.field(default_factory=dict)
    """Counters at which nobody is served for a while."""
    rested: dict[str, Rested] = msgspec.field(default_factory=dict)
    """By counter, of the day of its last pause; the pauses before stand in the journal."""
    kiosks: tuple[str, ...] = ()
    pcs: dict[str, str] = msgspec.field(default_factory=dict)
    """What people call a PC, by its node."""
    units: dict[str, said.UnitDefined] = msgspec.field(default_factory=dict)
    """By the search keys of their names: Table 1 names them."""
    clerks: dict[str, said.ClerkAdmitted] = msgspec.field(default_factory=dict)
    former: tuple[said.ClerkAdmitted, ...] = ()
    left: dict[str, datetime] = msgspec.field(default_factory=dict)
    """When clerks were dismissed, by their ids."""
    classes: dict[str, said.PriorityClassDefined] = msgspec.field(default_factory=dict)
    hours: tuple[said.HoursSet, ...] = ()
    closures: dict[date, str] = msgspec.field(default_factory=dict)
    confirmed: frozenset[int] = frozenset()
    """Jalali years whose closures somebody has compared with the official calendar."""
    calendar_by: str = ""
    """The event that last changed the working calendar."""
    pictures: dict[str, bytes] = msgspec.field(default_factory=dict)
    """What its papers wear, or wore: the emblem it has or had, and those of single forms."""
    templates: dict[str, tuple[Edition, ...]] = msgspec.field(default_factory=dict)
    """All editions of each kind of paper, the one that holds last."""

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The working calendar as it stands now."""
        since: list[tuple[date, Hours]] = [(h.since, h.hours) for h in self.hours]
        return WorkCalendar(since[0][1] if since else {}, set(self.closures), tuple(since[1:]))

    @cached_property
    def weeks(self) -> tuple[said.HoursSet, ...]:
        """The weekly hours by the date from which they hold, what was said last of each date."""
        return tuple({week.since: week for week in self.hours}.values())

    def unit(self, name: str) -> said.UnitDefined | None:
        """The unit of that name, spelled in any way."""
        return self.units.get(search_key(name))

    def counter(self, number: str) -> said.CounterOpened:
        """The counter of that number, or Refusal `counter_unknown`."""
        if number not in self.counters:
            raise Refusal("counter_unknown", counter=number)
        return self.counters[number]

    def kiosk(self, name: str) -> str:
        """The kiosk of that name, or the only one where none is named: the staff hears of no kiosk
        that the office does not know. Refuses `kiosk_none`, `kiosk_unlisted`, `kiosk_unnamed`.
        """
        known = self.kiosks
        if not known:
            raise Refusal("kiosk_none")
        if name and name not in known:
            raise Refusal("kiosk_unlisted", name=name, known=known)
        if not name and len(known) > 1:
            raise Refusal("kiosk_unnamed", known=known)
        return name or known[0]

    def clerk(self, code: str) -> said.ClerkAdmitted:
        """The clerk of that code, or Refusal `clerk_unknown`."""
        if code not in self.clerks:
            raise Refusal("clerk_unknown", clerk=code)
        return self.clerks[code]

    def coded(self, code: str) -> tuple[said.ClerkAdmitted, ...]:
        """Whoever has that code and whoever had it, or Refusal `clerk_unknown`: what they did
        stands.
        """
        everybody = (*self.clerks.values(), *self.former)
        return tuple(who for who in everybody if who.code == code) or (self.clerk(code),)

    def clerk_name(self, clerk_id: str) -> str:
        """The name to print for whoever recorded an event."""
        everybody = (*self.clerks.values(), *self.former)
        return next((c.name for c in everybody if c.clerk == clerk_id), "")


def _opened(recorded: Recorded, event: Event) -> Office | None:
    if not isinstance(event, said.OfficeDescribed):
        return None
    return Office(id=recorded.entity, described=event)


def _described(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    return replace(office, described=cast(said.OfficeDescribed, event)), ""


def _series(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    event = cast(said.SeriesGiven, event)
    key = search_key(event.series)
    taken = any(search_key(s) == key and n != event.node for n, s in office.series.items())
    after = replace(office, series={**office.series, event.node: event.series})
    return after, "series_given_twice" if taken else ""


def _seal(office: Office, recorded: Recorded, event: Event) -> tuple[Office, Reason]:
    """A PC speaks of its own key only, and the key of another does not become its own."""
    event = cast(said.SealPublished, event)
    owner = office.seals.get(event.key, recorded.node)
    if not event.node == recorded.node == owner:
        return office, "seal_of_another"
    return replace(office, seals={**office.seals, event.key: event.node}), ""


def _placed(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    event = cast(said.NodePlaced, event)
    taken = any(p == event.place and n != event.node for n, p in office.places.items())
    after = replace(office, places={**office.places, event.node: event.place})
    return after, "place_given_twice" if taken else ""


def _rules(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    return replace(office, rules=cast(said.RulesSet, event).rules), ""


def _emblem(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    png = cast(said.EmblemChosen, event).png
    kept = {picture_name(png): png} if png else {}
    return replace(office, emblem=png, pictures={**office.pictures, **kept}), ""


def _counter_opened(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    event = cast(said.CounterOpened, event)
    return replace(office, counters={**office.counters, event.number: event}), ""


def _counter_closed(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    number = cast(said.CounterClosed, event).number
    rest = {n: c for n, c in office.counters.items() if n != number}
    return replace(office, counters=rest, paused=_without(office.paused, number)), ""


def _paused(office: Office, recorded: Recorded, event: Event) -> tuple[Office, Reason]:
    """A reason that is said anew begins no new pause."""
    event = cast(said.CounterPaused, event)
    known = office.paused.get(event.number)
    since = known.at if known else recorded.moment
    paused = Paused(number=event.number, reason=event.reason, at=since, clerk=recorded.clerk)
    return replace(office, paused={**office.paused, event.number: paused}), ""


def _resumed(office: Office, recorded: Recorded, event: Event) -> tuple[Office, Reason]:
    number = cast(said.CounterResumed, event).number
    known = office.paused.get(number)
    if known is None:
        return office, ""
    rested = {**office.rested, number: _rested(office.rested.get(number), known, recorded.moment)}
    return replace(office, paused=_without(office.paused, number), rested=rested), ""


def _rested(before: Rested | None, pause: Paused, until: datetime) -> Rested:
    """A pause counts on the day on which it ends."""
    day, seconds = day_of(until), max(int((until - pause.at).total_seconds()), 0)
    if before is None or before.day != day:
        return Rested(day=day, times=1, seconds=seconds)
    return Rested(day=day, times=before.times + 1, seconds=before.seconds + seconds)


def _kiosk(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    return replace(office, kiosks=(*office.kiosks, cast(said.KioskPlaced, event).name)), ""


def _kiosk_removed(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    gone = cast(said.KioskRemoved, event).name
    return replace(office, kiosks=tuple(name for name in office.kiosks if name != gone)), ""


def _named(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    event = cast(said.NodeNamed, event)
    return replace(office, pcs={**office.pcs, event.node: event.name}), ""


def _unit(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    event = cast(said.UnitDefined, event)
    return replace(office, units={**office.units, search_key(event.name): event}), ""


def _unit_removed(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    key = search_key(cast(said.UnitRemoved, event).name)
    return replace(office, units=_without(office.units, key)), ""


def _admitted(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    event = cast(said.ClerkAdmitted, event)
    known = office.clerks.get(event.code)
    after = replace(office, clerks={**office.clerks, event.code: event})
    if known is None or known.clerk == event.clerk:
        return after, ""
    return replace(after, former=(*office.former, known)), "admitted_at_two_places"


def _dismissed(office: Office, recorded: Recorded, event: Event) -> tuple[Office, Reason]:
    clerk = cast(said.ClerkDismissed, event).clerk
    gone = tuple(c for c in office.clerks.values() if c.clerk == clerk)
    rest = {code: c for code, c in office.clerks.items() if c.clerk != clerk}
    left = {**office.left, clerk: recorded.moment}
    return replace(office, clerks=rest, former=(*office.former, *gone), left=left), ""


def _class(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    event = cast(said.PriorityClassDefined, event)
    return replace(office, classes={**office.classes, event.code: event}), ""


def _class_removed(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    code = cast(said.PriorityClassRemoved, event).code
    return replace(office, classes=_without(office.classes, code)), ""


def _hours(office: Office, recorded: Recorded, event: Event) -> tuple[Office, Reason]:
    event = cast(said.HoursSet, event)
    hours = sorted((*office.hours, event), key=lambda h: h.since)
    return replace(office, hours=tuple(hours), calendar_by=recorded.id), ""


def _hours_lifted(office: Office, recorded: Recorded, event: Event) -> tuple[Office, Reason]:
    since = cast(said.HoursLifted, event).since
    rest = tuple(week for week in office.hours if week.since != since)
    return replace(office, hours=rest or office.hours, calendar_by=recorded.id), ""


def _closures(office: Office, recorded: Recorded, event: Event) -> tuple[Office, Reason]:
    announced = {c.day: c.title for c in cast(said.ClosuresAnnounced, event).closures}
    closures = {**office.closures, **announced}
    return replace(office, closures=closures, calendar_by=recorded.id), ""


def _lifted(office: Office, recorded: Recorded, event: Event) -> tuple[Office, Reason]:
    day = cast(said.ClosureLifted, event).day
    rest = {d: title for d, title in office.closures.items() if d != day}
    return replace(office, closures=rest, calendar_by=recorded.id), ""


def _year(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    year = cast(said.YearConfirmed, event).year
    return replace(office, confirmed=office.confirmed | {year}), ""


def _clock(office: Office, _: Recorded, __: Event) -> tuple[Office, Reason]:
    return office, ""


def _picture(office: Office, _: Recorded, event: Event) -> tuple[Office, Reason]:
    event = cast(said.PictureKept, event)
    return replace(office, pictures={**office.pictures, event.name: event.png}), ""


def _edited(office: Office, recorded: Recorded, event: Event) -> tuple[Office, Reason]:
    event = cast(said.TemplateEdited, event)
    before = office.templates.get(event.paper, ())
    edition = Edition(template=event.template, at=recorded.at, clerk=recorded.clerk)
    taken = any(known.template.version == event.template.version for known in before)
    after = replace(office, templates={**office.templates, event.paper: (*before, edition)})
    return after, "template_edited_twice" if taken else ""


def _without(named: dict[str, T], key: str) -> dict[str, T]:
    return {each: value for each, value in named.items() if each != key}


_TRANSITIONS: dict[type[Event], Transition[Office]] = {
    said.OfficeDescribed: _described,
    said.EmblemChosen: _emblem,
    said.RulesSet: _rules,
    said.NodePlaced: _placed,
    said.SeriesGiven: _series,
    said.SealPublished: _seal,
    said.CounterOpened: _counter_opened,
    said.CounterPaused: _paused,
    said.CounterResumed: _resumed,
    said.CounterClosed: _counter_closed,
    said.KioskPlaced: _kiosk,
    said.KioskRemoved: _kiosk_removed,
    said.NodeNamed: _named,
    said.UnitDefined: _unit,
    said.UnitRemoved: _unit_removed,
    said.ClerkAdmitted: _admitted,
    said.ClerkDismissed: _dismissed,
    said.PriorityClassDefined: _class,
    said.PriorityClassRemoved: _class_removed,
    said.HoursSet: _hours,
    said.HoursLifted: _hours_lifted,
    said.ClosuresAnnounced: _closures,
    said.ClosureLifted: _lifted,
    said.YearConfirmed: _year,
    said.ClockConfirmed: _clock,
    said.PictureKept: _picture,
    said.TemplateEdited: _edited,
}

FOLD: Fold[Office] = Fold(_opened, _TRANSITIONS)
