"""Founding an office: all it needs to serve its first client, in one transaction."""

from collections.abc import Mapping
from datetime import date, time

from app.deeds.catalogue import import_catalogue
from app.deeds.clerk import found_password
from app.deeds.looking import the_entry
from app.deeds.office import (
    admit_clerk,
    announce_closures,
    define_priority_class,
    describe_office,
    give_series,
    open_counter,
    place_kiosk,
    place_node,
    publish_seal,
    set_hours,
)
from app.events.office import OfficeDescribed, Role
from app.folds.office import Office
from app.persian import search_key
from app.ports import Work
from app.roles import deed
from app.sub_service import SubService
from app.sync.node_file import NodeFile
from app.value import Value


class PlannedClerk(Value, frozen=True, kw_only=True):
    """A clerk to admit; `password` is what is kept of the one that it begins with."""

    code: str
    name: str
    role: Role = "clerk"
    password: str = ""


class PlannedCounter(Value, frozen=True, kw_only=True):
    """A counter to open; `services` are codes, everything when empty."""

    number: str
    title: str = ""
    services: tuple[str, ...] = ()


class PlannedClass(Value, frozen=True, kw_only=True):
    """A priority class; `credit` in minutes."""

    code: str
    title: str
    credit: int


class Plan(Value, frozen=True, kw_only=True):
    """What set-up was told. `series` empty: this PC gives no tickets."""

    described: OfficeDescribed
    series: str
    hours: Mapping[int, tuple[time, time]]
    closures: Mapping[date, str]
    since: date
    counters: tuple[PlannedCounter, ...] = ()
    kiosks: tuple[str, ...] = ()
    clerks: tuple[PlannedClerk, ...] = ()
    classes: tuple[PlannedClass, ...] = ()
    catalogue: tuple[SubService, ...] = ()


@deed
def found_office(work: Work, office_id: str, plan: Plan) -> Office:
    """Everything of the plan, or nothing. Refuses what the single deeds refuse."""
    describe_office(work, office_id, plan.described)
    place_node(work, work.node)
    publish_seal(work)
    if plan.series:
        give_series(work, work.node, plan.series)
    set_hours(work, plan.since, plan.hours)
    announce_closures(work, plan.closures)
    import_catalogue(work, plan.catalogue)
    for counter in plan.counters:
        services = tuple(the_entry(work, code).id for code in counter.services)
        open_counter(work, counter.number, title=counter.title, services=services)
    for kiosk in plan.kiosks:
        place_kiosk(work, kiosk)
    for clerk in plan.clerks:
        admit_clerk(work, clerk.code, clerk.name, clerk.role)
    for clerk in plan.clerks:
        if clerk.password:
            found_password(work, clerk.code, clerk.password)
    for priority in plan.classes:
        define_priority_class(work, priority.code, priority.title, priority.credit)
    return work.office


@deed
def take_place(work: Work, node: NodeFile) -> Office:
    """What the office must know of a PC that joins it; what it knows already is not said again.

    Refuses `series_taken`.
    """
    place_node(work, work.node)
    publish_seal(work)
    given = work.office.series.get(work.node, "")
    if node.series and search_key(node.series) != search_key(given):
        give_series(work, work.node, node.series)
    if node.role == "counter" and node.name not in work.office.counters:
        open_counter(work, node.name)
    if node.role == "kiosk" and node.name not in work.office.kiosks:
        place_kiosk(work, node.name)
    return work.office
