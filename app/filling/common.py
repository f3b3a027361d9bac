"""What every paper carries: letterhead, moment, clerk."""

from datetime import date, datetime, time
from typing import TypeVar

from msgspec.structs import replace

from app.deeds.template import editions_of, template_of
from app.folds.office import Office
from app.local import local
from app.papers import Letterhead, OfficeHours, Paper
from app.persian import format_time
from app.ports import Look
from app.templates.template import EMBLEM, NO_EMBLEM, Template

P = TypeVar("P", bound=Paper)


def letterhead(office: Office) -> Letterhead:
    """The office's own head."""
    said = office.described
    return Letterhead(
        agency=said.agency,
        office=said.name,
        address=said.address,
        phone=said.phone,
        url=said.url,
        sms_line=said.sms_line,
        emblem=office.emblem,
        sample=said.sample,
    )


def made(look: Look, clerk: str = "") -> tuple[datetime, str]:
    """When a paper is made (local time), and the name of the clerk who makes it."""
    return local(look.at), look.office.clerk_name(clerk or look.clerk)


def dressed(look: Look, kind: str, filled: P, version: int | None = None, emblem: str = "") -> P:
    """The paper as its form's template has it: the newest, or that of a version, with the emblem
    of that name. What has not come to this PC yet is as it is today.
    """
    known = (0, *(edition.template.version for edition in editions_of(look, kind)))
    paper = worn(look, filled, template_of(look, kind, version if version in known else None))
    pictures = {NO_EMBLEM: b"", **look.office.pictures}
    head = paper.letterhead
    return replace(paper, letterhead=replace(head, emblem=pictures.get(emblem, head.emblem)))


def worn(look: Look, filled: P, template: Template) -> P:
    """The paper with that template and its emblem."""
    own = {EMBLEM: look.office.emblem, NO_EMBLEM: b"", **look.office.pictures}
    emblem = own.get(template.emblem, look.office.emblem)
    head = replace(filled.letterhead, emblem=emblem)
    return replace(filled, letterhead=head, template=template)


def week_of(office: Office, day: date) -> tuple[OfficeHours, ...]:
    """The usual week around a day, from Saturday, days of the same hours together."""
    since = [hours for hours in office.hours if hours.since <= day] or list(office.hours[:1])
    week = since[-1].hours if since else {}
    runs: list[OfficeHours] = []
    for weekday in (5, 6, 0, 1, 2, 3, 4):
        if weekday not in week:
            continue
        opens, closes = week[weekday]
        alone = OfficeHours(days=(weekday,), opens=opens, closes=closes)
        if runs and replace(runs[-1], days=alone.days) == alone and _follows(runs[-1], weekday):
            runs[-1] = replace(runs[-1], days=(*runs[-1].days, weekday))
        else:
            runs.append(alone)
    return tuple(runs)


def _follows(run: OfficeHours, weekday: int) -> bool:
    return (run.days[-1] + 1) % 7 == weekday


def hours_of(office: Office, day: date) -> tuple[str, str]:
    """Opening and closing of a day in words, empty where the office is shut."""
    hours: tuple[time, time] | None = office.calendar.hours_of(day)
    return (format_time(hours[0]), format_time(hours[1])) if hours else ("", "")
