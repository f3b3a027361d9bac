"""Plans of an office: the sample one that ships with the program, and a plain new one."""

import json
from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from app.deeds.founding import Plan, PlannedClass, PlannedClerk, PlannedCounter
from app.events.office import OfficeDescribed
from app.settings import KIOSK_PIN
from app.showing.entrance import AT_ONCE, SIGN_IN
from resources import path
from ui.bootstrap import exchange, holidays_from

Hours = dict[int, tuple[time, time]]

OPENS_AT_ONCE: Mapping[str, str] = {SIGN_IN: AT_ONCE, KIOSK_PIN: "2468"}
"""Settings of the PC on which a sample office was set up."""

USUAL_HOURS: Hours = {day: (time(7, 30), time(14, 30)) for day in (5, 6, 0, 1, 2)}
"""Saturday to Wednesday; an office sets its own, which change several times a year."""


def sample_plan(today: date) -> Plan:
    """The county office of Chalus: 38 sub-services, two counters, a kiosk, three clerks."""
    said = json.loads(path("sample", "office.json").read_text("utf-8"))
    return Plan(
        described=_described(said),
        series=said["series"],
        hours=_hours(said["hours"]),
        closures=holidays_from(today.replace(month=1, day=1)),
        since=_long_ago(today),
        counters=tuple(_counter(counter) for counter in said["counters"]),
        kiosks=tuple(kiosk["name"] for kiosk in said["kiosks"]),
        clerks=tuple(PlannedClerk(**clerk) for clerk in said["clerks"]),
        classes=tuple(PlannedClass(**priority) for priority in said["priority_classes"]),
        catalogue=exchange("json").read(path("sample", "catalogue.json").read_bytes()),
    )


def plain_plan(described: OfficeDescribed, role: str, name: str, series: str, today: date) -> Plan:
    """An office of its own, empty but ready: one PC, one clerk, usual hours (R8)."""
    usual = json.loads(path("words", "usual.json").read_text("utf-8"))
    return Plan(
        described=described,
        series=series or usual["series"],
        hours=USUAL_HOURS,
        closures=holidays_from(today),
        since=_long_ago(today),
        counters=(PlannedCounter(number=name),) if role == "counter" else (),
        kiosks=(name,) if role == "kiosk" else (),
        clerks=(PlannedClerk(code="1", name=usual["clerk"], role="supervisor"),),
    )


def _described(said: Mapping[str, Any]) -> OfficeDescribed:
    return OfficeDescribed(
        agency=said["agency"],
        name=said["office"],
        address=said["address"],
        phone=said["phone"],
        url=said["url"],
        sms_line=said["sms_line"],
        sample=True,
    )


def _hours(said: Mapping[str, list[str]]) -> Hours:
    return {
        int(day): (time.fromisoformat(opens), time.fromisoformat(closes))
        for day, (opens, closes) in said.items()
    }


def _counter(said: Mapping[str, Any]) -> PlannedCounter:
    served = said["sub_services"]
    services = () if served == "all" else tuple(served)
    return PlannedCounter(number=said["number"], title=said["title"], services=services)


def _long_ago(today: date) -> date:
    return today.replace(month=1, day=1) - timedelta(days=366)
