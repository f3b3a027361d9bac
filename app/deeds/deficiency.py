"""Telling in writing what is missing (R17), and sending to a unit after arranging it (R12)."""

from collections.abc import Sequence
from datetime import date

from app.applicant import Applicant
from app.deeds.looking import require_right_clock, the_entry_taken, the_visit, today
from app.deeds.ticket import token_of
from app.events.ticket import DeficiencyAnnounced, Missing, ReferralArranged
from app.folds import ticket
from app.folds.ticket import Ticket
from app.local import local
from app.persian import clean, latin_date, tidy
from app.ports import Work
from app.refusal import Refusal
from app.roles import deed
from app.workdays import due

SLIPS = "#slips"
"""Slips are numbered like tickets, in a series that no letters can name."""


@deed
def announce_deficiency(
    work: Work,
    entity: str,
    missing: Sequence[Missing],
    *,
    applicant: Applicant | None = None,
    received: Sequence[str] = (),
    reason: str = "",
) -> Ticket:
    """A slip with everything that is missing, and a token to come back without a new wait.

    A second slip in one visit needs a reason. Refuses `not_called`, `nothing_missing`,
    `second_slip_reason`, `clock_wrong`.
    """
    require_right_clock(work)
    found = the_visit(work, entity)
    if not missing:
        raise Refusal("nothing_missing")
    if found.deficiencies and not tidy(reason):
        raise Refusal("second_slip_reason", number=found.deficiencies[-1].slip.number)
    entry = the_entry_taken(work, found.service)
    announced = DeficiencyAnnounced(
        number=_number(work),
        token=token_of(entity, len(found.deficiencies) + 1),
        applicant=applicant,
        service=entry.id,
        code=entry.sheet.code,
        title=entry.sheet.title,
        service_version=entry.version,
        sheet=entry.defined_by,
        missing=tuple(missing),
        received=tuple(map(clean, received)),
        until=_until(work),
        counter=found.counter,
        reason=clean(reason),
        fee=sum(fee.amount for fee in entry.sheet.fees),
        account=entry.sheet.fees[0].account if entry.sheet.fees else "",
        legal_basis=entry.sheet.legal_basis,
        answerable=entry.sheet.answerable.name,
        phone=entry.sheet.answerable.phone or work.office.described.phone,
    )
    return work.append(ticket.FOLD, entity, announced)


def missing_documents(work: Work, code: str, titles: Sequence[str]) -> tuple[Missing, ...]:
    """The catalogue's own words for these papers, of a retired sub-service too.

    Refuses `service_unknown`, `document_unknown`.
    """
    entry = the_entry_taken(work, work.entry_of(code) or code)
    known = {document.title: document for document in entry.sheet.documents}
    for title in titles:
        if title not in known:
            raise Refusal("document_unknown", document=title)
    return tuple(
        Missing(
            title=title,
            form=known[title].form,
            count=known[title].count,
            where=known[title].where,
        )
        for title in titles
    )


@deed
def refer(
    work: Work,
    entity: str,
    *,
    official: str,
    unit: str,
    reason: str,
    place: str = "",
    subject: str = "",
    hour: str = "",
) -> Ticket:
    """Sends the client to a unit: only with whom it was arranged, and why it cannot be avoided.

    Refuses `referral_incomplete` naming the field, `not_called`.
    """
    found = the_visit(work, entity)
    for field, text in (("official", official), ("unit", unit), ("reason", reason)):
        if not tidy(text):
            raise Refusal("referral_incomplete", field=field)
    arranged = ReferralArranged(
        official=clean(official),
        unit=clean(unit),
        reason=clean(reason),
        counter=found.counter,
        place=clean(place),
        subject=clean(subject),
        hour=clean(hour),
    )
    return work.append(ticket.FOLD, entity, arranged)


def _number(work: Work) -> str:
    """Day, place of this PC and running number: one slip of one office has it."""
    day, number = work.take_number(SLIPS, today(work))
    place = work.office.places.get(work.node, 0)
    return f"{latin_date(day).replace('/', '')}-{place}-{number:03}"


def _until(work: Work) -> date:
    days = work.office.rules.deficiency_days
    return due(local(work.at), days, "working_day", work.office.calendar).date()
