"""The office as whoever looks after it sees it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from app.events.office import UnitDefined
from app.folds import catalogue
from app.folds.catalogue import Entry
from app.folds.office import Office
from app.letters import search_key, spelled
from app.local import local
from app.order import by_code, in_order
from app.ports import Look
from app.roles import may_do
from app.value import Value

_EVER = (datetime(1, 1, 1), datetime(9999, 12, 31))
_MOST = 100_000


class ServiceName(Value, frozen=True, kw_only=True):
    """A sub-service that is given."""

    id: str
    code: str
    title: str
    department: str


class PcShown(Value, frozen=True, kw_only=True):
    """A PC of the office: `series` are its letters, `heard` when it recorded the last of what is
    known here, `window` what this PC opens.
    """

    node: str
    place: int
    name: str
    series: str
    here: bool
    heard: datetime | None
    window: str = ""


class UnitShown(Value, frozen=True, kw_only=True):
    """A unit, `known` to the office or only named by Table 1 of `services` sub-services; `open`
    requests stand there now.
    """

    unit: UnitDefined
    known: bool
    services: int
    open: int


def holidays_to_add(office: Office, known: Mapping[date, str], today: date) -> dict[date, str]:
    """Those of these official holidays that are not over and that the office has not listed."""
    listed = office.closures
    return {day: title for day, title in known.items() if day >= today and day not in listed}


class OfficeShown(Value, frozen=True, kw_only=True):
    """All of it, but for `units` where nobody asked for them; `today` is the day of the office.
    `editable`: whoever looks may change it.
    """

    office: Office
    today: date
    services: tuple[ServiceName, ...]
    pcs: tuple[PcShown, ...]
    editable: bool
    units: tuple[UnitShown, ...] | None = None


def office_shown(look: Look, clerk: str, *, units: bool = True) -> OfficeShown:
    """As it stands. What is open in `units` is counted through all open requests."""
    entries = _entries(look)
    return OfficeShown(
        office=look.office,
        today=local(look.at).date(),
        services=tuple(_name(entry) for entry in entries),
        pcs=pcs(look),
        units=_units(look, entries) if units else None,
        editable=may_do(look, clerk, "office.set_hours"),
    )


def left_with_nothing(look: Look, code: str) -> tuple[str, ...]:
    """The counters that name the sub-service of that code and nothing else that is given: where
    others serve the rest, they call nobody once it is given no longer.
    """
    service, counters = look.entry_of(code), look.office.counters
    others = {entry.id for entry in _entries(look) if entry.id != service}
    return tuple(
        number
        for number in in_order(look.office)
        if service in counters[number].services and others.isdisjoint(counters[number].services)
    )


def _entries(look: Look) -> Sequence[Entry]:
    loaded = (look.load(catalogue.FOLD, entity) for entity in look.services())
    offered = [e for e in loaded if e and not e.retired and e.sheet.channel in ("desk", "both")]
    return sorted(offered, key=lambda entry: by_code(entry.sheet.code))


def _name(entry: Entry) -> ServiceName:
    sheet = entry.sheet
    return ServiceName(id=entry.id, code=sheet.code, title=sheet.title, department=sheet.department)


def pcs(look: Look) -> tuple[PcShown, ...]:
    """The PCs by their places."""
    office, heard = look.office, look.heard_from()
    return tuple(
        PcShown(
            node=node,
            place=place,
            name=office.pcs.get(node, ""),
            series=office.series.get(node, ""),
            here=node == look.node,
            heard=heard.get(node),
            window=look.setting("window") if node == look.node else "",
        )
        for node, place in sorted(office.places.items(), key=lambda item: item[1])
    )


def _units(look: Look, entries: Sequence[Entry]) -> tuple[UnitShown, ...]:
    named: Mapping[str, set[str]] = defaultdict(set)
    posts: Mapping[str, dict[str, None]] = defaultdict(dict)
    titles: dict[str, str] = {}
    for entry in entries:
        for step in entry.sheet.steps:
            key = search_key(step.unit)
            named[key].add(entry.id)
            titles.setdefault(key, spelled(step.unit))
            if step.post:
                posts[key][step.post] = None
    standing: Counter[str] = Counter()
    counted = Counter(line.unit for line in look.owed_lines("", *_EVER, "", _MOST) if line.unit)
    for unit, count in counted.items():
        standing[search_key(unit)] += count
        titles.setdefault(search_key(unit), spelled(unit))
    known = look.office.units
    keys = (*known, *sorted(key for key in titles if key and key not in known))
    return tuple(
        UnitShown(
            unit=known.get(key) or UnitDefined(name=titles[key], posts=tuple(posts[key])),
            known=key in known,
            services=len(named[key]),
            open=standing[key],
        )
        for key in keys
    )
