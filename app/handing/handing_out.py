"""A paper that goes to the printer: filled, counted, marked and queued in one transaction."""

from collections.abc import Callable
from typing import Any, Literal

import msgspec

from app.deeds.spool import printers_of
from app.filling.paper import fill, in_its_form, marked, owner_of
from app.handing.counting import count
from app.local import local
from app.papers import (
    AnswerPaper,
    AppointmentsPaper,
    BoardPaper,
    CoverPaper,
    DeficiencyPaper,
    HandoverPaper,
    InformationPaper,
    Kind,
    LogPaper,
    PadPaper,
    Paper,
    ReceiptPaper,
    StepsPaper,
    SurveyPaper,
    TicketPaper,
)
from app.persian import latin_date
from app.ports import Work
from app.roles import MATRIX, require
from app.spooling.spool import Job, assigned
from app.spooling.wish import page_of, wished


def hand_out(
    work: Work,
    kind: Kind,
    key: str,
    *,
    copy: bool = False,
    size: Literal["", "A3", "A4", "A5"] = "",
    filled: Paper | None = None,
) -> Job:
    """Queues a paper for the printers of this PC: the original once, every later one marked
    «المثنی». `key` as `app.filling.paper.fill` takes it; `filled`: where it was filled otherwise
    (a counter's log, a supplement, the office's copy of an answer).

    Where no printer takes it, it is held until there is one. Where the form is wanted more than
    once, the others are queued behind the original as its copies. Refuses as its filling does, and
    as `require_printing` does.
    """
    require_printing(work)
    paper = in_its_form(work, kind, key, filled) if filled else fill(work, kind, key)
    return queued(work, kind, key, paper, copy=copy, size=size)[0]


def queued(
    work: Work,
    kind: Kind,
    key: str,
    paper: Paper,
    *,
    copy: bool = False,
    size: Literal["", "A3", "A4", "A5"] = "",
    alone: bool = False,
) -> tuple[Job, ...]:
    """All jobs of a paper that was filled: it, and behind an original the copies of its form,
    unless it is wanted `alone`.
    """
    first = _queued(work, kind, key, paper, size, copy=copy)
    more = range(1, paper.template.copies if first.copy == 1 and not alone else 1)
    return (first, *(_queued(work, kind, key, paper, size) for _ in more))


def require_printing(work: Work) -> None:
    """Papers that nobody counts are printed by those who print the others: refuses as
    `app.roles.require` does.
    """
    require(work, MATRIX["paper.print_paper"])


def _queued(
    work: Work,
    kind: Kind,
    key: str,
    paper: Paper,
    size: Literal["", "A3", "A4", "A5"],
    *,
    copy: bool = False,
) -> Job:
    owner, template = owner_of(work, kind, key), paper.template
    number = count(work, *owner, kind, paper, copy=copy) if owner else 1
    clerk = work.office.clerk_name(work.clerk)
    said = marked(paper, number, clerk, local(work.at))
    shown, title, name = _ABOUT[type(paper)](paper)
    job = Job(
        kind=kind,
        key=shown,
        owner=owner[1] if owner else "",
        title=title,
        name=name,
        copy=number,
        size=size or page_of(template),
        made_at=work.now,
    )
    printers = printers_of(work)
    given = wished(assigned(job, printers), template, printers)
    return work.spool(given, msgspec.json.encode(said))


_ABOUT: dict[type[Paper], Callable[[Any], tuple[str, str, str]]] = {
    TicketPaper: lambda paper: (paper.label, paper.sub_service, ""),
    DeficiencyPaper: lambda paper: (paper.number, paper.sub_service, paper.name),
    ReceiptPaper: lambda paper: (paper.tracking, paper.sub_service, paper.name),
    AnswerPaper: lambda paper: (paper.number, "", paper.name),
    LogPaper: lambda paper: (latin_date(paper.day), "", ""),
    InformationPaper: lambda paper: (paper.sub_service.code, paper.sub_service.title, ""),
    StepsPaper: lambda paper: (paper.tracking, paper.sub_service, ""),
    SurveyPaper: lambda paper: ("", paper.sub_service, ""),
    HandoverPaper: lambda paper: (latin_date(paper.day), paper.unit, ""),
    CoverPaper: lambda paper: (paper.tracking, paper.sub_service, paper.name),
    BoardPaper: lambda paper: (paper.counter, paper.title, ""),
    AppointmentsPaper: lambda paper: (latin_date(paper.day), "", ""),
    PadPaper: lambda paper: (paper.sheets[0], "", ""),
}
"""What people call a paper, its sub-service, and whose it is."""
