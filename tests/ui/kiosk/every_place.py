"""Every place that a visitor can come to, with what is longest in it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from msgspec.structs import replace

from app.handing.kiosk import Given, Wanted
from app.ports import Look
from app.showing.kiosk import KioskShown, PriorityLine, RequestStanding
from app.showing.own_number import OwnNumber
from app.showing.service import ServiceLine, ServiceSheet, service_sheet, services
from ui.kiosk.places import (
    Choosing,
    Departments,
    Following,
    Home,
    Listing,
    Number,
    Place,
    Priority,
    Scanning,
    Searching,
    Sheet,
    Standing,
)

CLASSES = ("سالمند", "توان‌یاب", "باردار یا همراه با کودک خردسال", "ایثارگر", "همراه بیمار")
DAY = date(2026, 11, 21)


def every_place(look: Look) -> Sequence[Place]:
    """With the sub-service of the longest name."""
    lines = services(look)
    sheets = [service_sheet(look, line.id) for line in lines]
    longest = max(sheets, key=lambda sheet: len(sheet.entry.sheet.title))
    choosing = Choosing(most_used=_longest_among(lines), services=lines)
    name = max(choosing.departments, key=len)
    of_it = tuple(line for line in lines if line.department == name)
    wanted = Wanted(purpose="new", key=longest.entry.sheet.code)
    return (
        Home(),
        choosing,
        Departments(services=lines, names=choosing.departments),
        Listing(department=name, services=of_it),
        Searching(services=lines),
        *(Sheet(sheet=replace(sheet, ahead=12, wait=(20, 35))) for sheet in sheets),
        Sheet(sheet=_electronic(longest)),
        Priority(title=longest.entry.sheet.title, wanted=wanted),
        *(Scanning(purpose=purpose) for purpose in ("collect", "complete", "appointment")),
        Following(),
        *_standings(),
        *_numbers(longest),
    )


def shown_with_everything(shown: KioskShown) -> KioskShown:
    """An office that offers all it can at its door."""
    classes = tuple(PriorityLine(code=f"c{n}", title=name) for n, name in enumerate(CLASSES))
    prints = frozenset({"information", "survey"})
    return replace(shown, classes=classes, awaits=True, prints=prints)


def _longest_among(lines: tuple[ServiceLine, ...]) -> tuple[ServiceLine, ...]:
    """Six most used sub-services, the one of the longest name first."""
    longest = max(lines, key=lambda line: len(line.title))
    return (longest, *[line for line in lines if line is not longest][:5])


def _electronic(sheet: ServiceSheet) -> ServiceSheet:
    url = "https://www.moi.gov.ir/services/completion"
    entry = replace(sheet.entry, sheet=replace(sheet.entry.sheet, channel="electronic", url=url))
    return replace(sheet, entry=entry)


def _standings() -> Sequence[Place]:
    asked = RequestStanding(
        tracking="140508300017", state="answer_ready", received=DAY, promised=DAY
    )
    return (Standing(standing=asked), Standing(standing=replace(asked, state="registered")))


def _numbers(sheet: ServiceSheet) -> Sequence[Place]:
    given = Given(
        ticket="t",
        label="الف ۰۱۷",
        title=sheet.entry.sheet.title,
        purpose="new",
        ahead=12,
        counters=("1", "2", "3"),
        wait=(20, 35),
        job=1,
        code="https://desk.chalous.gov.ir/n/abcdefghijklmnopqrstuvwx",
    )
    agreed = replace(given, agreed=datetime(2026, 11, 21, 7, tzinfo=UTC), late=True)
    gone_on = OwnNumber(label=given.label, state="called", counter="12")
    return (
        *(Number(given=given, paper=paper) for paper in ("awaited", "came", "missing", "before")),
        Number(given=agreed),
        Number(given=replace(given, gone_on=gone_on), paper="before"),
    )
