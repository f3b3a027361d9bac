"""Registering a request (درخواست), and mending, withdrawing or voiding one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast, get_args

from msgspec.structs import asdict, replace

from app import details as fields
from app.applicant import Applicant, Representative
from app.deeds.looking import (
    require_right_clock,
    the_desk_entry,
    the_open_request,
    the_request,
    the_visit,
)
from app.events.request import (
    Checked,
    Mark,
    RequestCorrected,
    RequestRegistered,
    RequestVoided,
    RequestWithdrawn,
)
from app.folds import request
from app.folds.catalogue import Entry
from app.folds.request import Request
from app.ids import new_id
from app.local import local
from app.persian import clean, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.sub_service import RequiredDocument, Step
from app.workdays import promise

Marks = Mapping[str, bool | str]
"""Title of a paper -> True received, False missing, or a mark of the checklist."""


def register(
    work: Work,
    service: str,
    applicant: Applicant,
    *,
    representative: Representative | None = None,
    documents: Marks | None = None,
    counter: str = "",
    ticket: str = "",
    repeated: str = "",
    remarks: str = "",
    details: Mapping[str, str] | None = None,
) -> Request:
    """Registers the request and promises a date (Table 3, footnote 4).

    `documents` None: the clerk says that all obligatory ones are there. `repeated` is the reason
    for a second request of the same applicant for the same sub-service while one is open.
    `details` answers the sub-service's own fields by their titles. Refuses `clock_wrong`,
    `service_…`, `documents_missing`, `document_unknown`, `field_…`, `duplicate_request`,
    `counter_unknown`, `not_called`.
    """
    require_right_clock(work)
    entry = the_desk_entry(work, service)
    if entry.sheet.mode == 1:
        raise Refusal("service_guidance_only", service=entry.sheet.title)
    visit = the_visit(work, ticket) if ticket else None
    if counter:
        work.office.counter(counter)
    settled = checked(entry.sheet.documents, applicant, documents)
    said = fields.settled(entry.sheet.fields, details or {})
    promised = promised_now(work, entry)
    _require_no_duplicate(work, entry, applicant, repeated)  # asked last: all else is right
    hours = work.office.calendar.hours_of(promised.date())
    registered = RequestRegistered(
        tracking=work.take_tracking(),
        service=entry.id,
        service_version=entry.version,
        sheet=entry.defined_by,
        code=entry.sheet.code,
        title=entry.sheet.title,
        mode=entry.sheet.mode,
        applicant=applicant,
        representative=representative,
        received=local(work.at),
        promised=promised,
        calendar=work.office.calendar_by,
        opens=f"{hours[0]:%H:%M}" if hours else "",
        closes=f"{hours[1]:%H:%M}" if hours else "",
        answerable=entry.sheet.answerable.name,
        phone=entry.sheet.answerable.phone or work.office.described.phone,
        steps=_steps(work, entry),
        documents=settled,
        counter=counter or (visit.counter if visit else ""),
        ticket=ticket,
        repeated=clean(repeated),
        remarks=clean(remarks),
        details=said,
    )
    return work.append(request.FOLD, new_id(work.at), registered)


def promised_now(look: Look, entry: Entry) -> datetime:
    """The local time that is promised to whoever asks for this sub-service at this moment (Table 3,
    footnote 4). Refuses as `app.workdays.promise` does.
    """
    steps = [(step.duration, step.unit_of_time) for step in _steps(look, entry)]
    return promise(local(look.at), steps, look.office.calendar)


def checked(
    required: Sequence[RequiredDocument], applicant: Applicant, marks: Marks | None
) -> tuple[Checked, ...]:
    """The settled checklist of this kind of applicant.

    Refuses `documents_missing` with the titles, and `document_unknown`.
    """
    asked = [d for d in required if not d.kinds or applicant.kind in d.kinds]
    for title in marks or {}:
        if title not in {document.title for document in required}:
            raise Refusal("document_unknown", document=title)
    settled = [Checked(title=d.title, form=d.form, mark=_mark(d, marks)) for d in asked]
    missing = [
        c.title for c, d in zip(settled, asked, strict=True) if c.mark == "missing" and d.obligatory
    ]
    if missing:
        raise Refusal("documents_missing", n=len(missing), documents=missing)
    return tuple(settled)


def correct(
    work: Work,
    tracking: str,
    reason: str,
    *,
    applicant: Applicant | None = None,
    representative: Representative | None = None,
    unrepresented: bool = False,
    remarks: str | None = None,
) -> Request:
    """Says anew what was written wrongly; the promise stays. `unrepresented`: nobody speaks for
    the applicant after all. Refuses `reason_empty`,
    `nothing_to_correct`, and as a look at the request does.
    """
    found = the_request(work, tracking)
    changed = _changed(found.applicant, applicant) if applicant else {}
    if not (changed or representative or unrepresented or remarks is not None):
        raise Refusal("nothing_to_correct")
    corrected = RequestCorrected(
        reason=_reason(reason),
        representative=representative,
        unrepresented=unrepresented,
        remarks=None if remarks is None else clean(remarks),
    )
    return work.append(request.FOLD, found.id, replace(corrected, **changed))


def withdraw(work: Work, tracking: str, reason: str) -> Request:
    """The applicant no longer wants it. Refuses `already_delivered`, `request_ended`."""
    found = the_open_request(work, tracking)
    return work.append(request.FOLD, found.id, RequestWithdrawn(reason=_reason(reason)))


def void(work: Work, tracking: str, reason: str) -> Request:
    """The office declares it void. Refuses `already_delivered`, `request_ended`."""
    found = the_open_request(work, tracking)
    return work.append(request.FOLD, found.id, RequestVoided(reason=_reason(reason)))


def _changed(before: Applicant, after: Applicant) -> dict[str, str]:
    """Only what differs, so that two corrections of different parts both stand."""
    known = asdict(before)
    return {part: text for part, text in asdict(after).items() if text != known[part]}


def _reason(text: str) -> str:
    if not tidy(text):
        raise Refusal("reason_empty")
    return clean(text)


def _mark(document: RequiredDocument, marks: Marks | None) -> Mark:
    if marks is None:
        return "received" if document.obligatory else "not_needed"
    mark = marks.get(document.title, False)
    if isinstance(mark, str):
        if mark not in get_args(Mark):
            raise Refusal("document_mark_wrong", document=document.title, mark=mark)
        return cast(Mark, mark)
    return "received" if mark else "missing"


def _steps(work: Look, entry: Entry) -> tuple[Step, ...]:
    """Those of Table 1; where the catalogue has none, one of the office's usual duration."""
    if entry.sheet.steps or entry.sheet.mode == 3:
        return entry.sheet.steps
    usual = work.office.rules.usual_days
    return (Step(title=entry.sheet.title, unit=entry.sheet.department, duration=usual),)


def _require_no_duplicate(work: Work, entry: Entry, applicant: Applicant, repeated: str) -> None:
    """Of who has no code nobody can say whether they asked before."""
    if tidy(repeated) or not applicant.id:
        return
    for entity in work.requests_by(applicant.id):
        other = work.load(request.FOLD, entity)
        if other and other.open and other.service == entry.id:
            raise Refusal("duplicate_request", date=other.received.date(), tracking=other.tracking)
