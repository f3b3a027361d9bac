"""Registering a request (درخواست), and mending, withdrawing or voiding one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypedDict, Unpack, cast, get_args

from msgspec.structs import asdict, replace

from app import details as fields
from app.applicant import Applicant, Representative
from app.checklist import unsaid
from app.deeds.looking import (
    require_right_clock,
    the_desk_entry,
    the_open_request,
    the_standing_request,
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
from app.folds import pad, request
from app.folds.catalogue import Entry
from app.folds.request import Request
from app.ids import new_id
from app.local import local
from app.persian import clean, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import deed
from app.sub_service import RequiredDocument, Step
from app.value import Value
from app.workdays import promise

Marks = Mapping[str, bool | str]
"""Title of a paper -> True received, False missing, or a mark of the checklist."""


class OnSheet(Value, frozen=True, kw_only=True):
    """What was written on a blank receipt: its own number, and when (local time)."""

    tracking: str
    received: datetime


class Told(TypedDict, total=False):
    """What is said of a request beside what is asked for, and by whom."""

    representative: Representative | None
    documents: Marks | None
    counter: str
    ticket: str
    repeated: str
    beyond: str
    remarks: str
    details: Mapping[str, str] | None


@deed
def register(
    work: Work,
    service: str,
    applicant: Applicant,
    *,
    sheet: OnSheet | None = None,
    **told: Unpack[Told],
) -> Request:
    """Registers the request and promises a date (Table 3, footnote 4).

    `documents` left out: the clerk says that all obligatory are there. `repeated` is the reason
    for a second request of the same applicant for the same sub-service while one is open, `beyond`
    that for more requests in one turn than the office's rule.
    `details` answers the sub-service's own fields by their titles. `sheet`: it was taken in by hand
    before (`app.deeds.pad.enter_sheet`), and counts from then. Refuses `clock_wrong`,
    `service_…`, `documents_missing`, `document_unknown`, `field_…`, `duplicate_request`,
    `turn_full(n)`, `counter_unknown`, `not_called`.
    """
    require_right_clock(work)
    ticket, counter = told.get("ticket", ""), told.get("counter", "")
    repeated, details = told.get("repeated", ""), told.get("details") or {}
    visit = the_visit(work, ticket) if ticket else None
    entry = the_desk_entry(work, service, visit)
    if entry.sheet.mode == 1:
        raise Refusal("service_guidance_only", service=entry.sheet.title)
    if counter:
        work.office.counter(counter)
    settled = checked(entry.sheet.documents, applicant, told.get("documents"))
    asked = entry.sheet.fields if sheet is None or details else ()  # no paper asks for them
    said = fields.settled(asked, details)
    received = sheet.received if sheet else local(work.at)
    promised = promised_at(work, entry, received)
    _require_no_duplicate(work, entry, applicant, repeated)  # asked last: all else is right
    _require_turn(work, ticket, told.get("beyond", ""))
    hours = work.office.calendar.hours_of(promised.date())
    registered = RequestRegistered(
        tracking=sheet.tracking if sheet else _free(work),
        service=entry.id,
        service_version=entry.version,
        sheet=entry.defined_by,
        code=entry.sheet.code,
        title=entry.sheet.title,
        mode=entry.sheet.mode,
        applicant=applicant,
        representative=told.get("representative"),
        received=received,
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
        beyond=clean(told.get("beyond", "")),
        remarks=clean(told.get("remarks", "")),
        details=said,
        by_hand=sheet is not None,
    )
    return work.append(request.FOLD, new_id(work.at), registered)


def promised_now(look: Look, entry: Entry) -> datetime:
    """The local time that is promised to whoever asks for this sub-service at this moment (Table 3,
    footnote 4). Refuses as `app.workdays.promise` does.
    """
    return promised_at(look, entry, local(look.at))


def promised_at(look: Look, entry: Entry, received: datetime) -> datetime:
    """The same of what was taken in at that local time."""
    steps = [(step.duration, step.unit_of_time) for step in _steps(look, entry)]
    return promise(received, steps, look.office.calendar)


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


@deed
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
    the applicant after all. What was given is corrected, too; what was withdrawn or declared void
    is not. Refuses `reason_empty`, `nothing_to_correct`, `request_ended`.
    """
    found = the_standing_request(work, tracking)
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


@deed
def withdraw(work: Work, tracking: str, reason: str) -> Request:
    """The applicant no longer wants it. Refuses `already_delivered`, `request_ended`."""
    found = the_open_request(work, tracking)
    return work.append(request.FOLD, found.id, RequestWithdrawn(reason=_reason(reason)))


@deed
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
    mark = marks.get(document.title, unsaid(obligatory=document.obligatory))
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


def _free(work: Work) -> str:
    """A number that stands on no blank receipt, also where the store was restored from a backup and
    has forgotten what it gave.
    """
    blank = work.load(pad.FOLD, pad.pads_id(work.office.id))
    while True:
        number = work.take_tracking()
        if blank is None or number not in blank.sheets:
            return number


def taken_in(look: Look, ticket: str) -> int:
    """How many requests were taken in that turn and are not voided."""
    loaded = (look.load(request.FOLD, entity) for entity in look.requests_of_visit(ticket))
    return sum(one is not None and one.ticket == ticket and one.ended != "voided" for one in loaded)


def _require_turn(work: Work, ticket: str, beyond: str) -> None:
    most = work.office.rules.turn_requests
    if ticket and most and not tidy(beyond) and taken_in(work, ticket) >= most:
        raise Refusal("turn_full", n=most)


def _require_no_duplicate(work: Work, entry: Entry, applicant: Applicant, repeated: str) -> None:
    """Of who has no code nobody can say whether they asked before."""
    if tidy(repeated) or not applicant.id:
        return
    for entity in work.requests_by(applicant.id):
        other = work.load(request.FOLD, entity)
        if other and other.open and other.service == entry.id:
            raise Refusal("duplicate_request", date=other.received.date(), tracking=other.tracking)
