"""The deficiency slip (برگ اعلام نقص مدارک)."""

from app.deeds.looking import the_ticket
from app.filling.common import letterhead, made
from app.folds import catalogue
from app.folds.ticket import Deficiency
from app.papers import DeficiencyPaper, PaperDocument
from app.ports import Look
from app.refusal import Refusal


def deficiency_paper(look: Look, entity: str) -> DeficiencyPaper:
    """The newest slip of a visit. Refuses `ticket_unknown`, `no_deficiency`."""
    found = the_ticket(look, entity)
    if not found.deficiencies:
        raise Refusal("no_deficiency", label=found.label)
    return _paper(look, found.deficiencies[-1])


def _paper(look: Look, deficiency: Deficiency) -> DeficiencyPaper:
    slip = deficiency.slip
    entry = look.load(catalogue.FOLD, slip.service)
    sheet = entry.sheet if entry else None
    fees = sheet.fees if sheet else ()
    at, clerk = made(look, deficiency.clerk)
    return DeficiencyPaper(
        letterhead=letterhead(look.office),
        at=at,
        counter=slip.counter,
        clerk=clerk,
        number=slip.number,
        name=slip.applicant.name if slip.applicant else "",
        id=slip.applicant.id if slip.applicant else "",
        sub_service=slip.title,
        missing=tuple(
            PaperDocument(title=m.title, form=m.form, where=m.where) for m in slip.missing
        ),
        received=slip.received,
        fee=sum(fee.amount for fee in fees),
        account=fees[0].account if fees else "",
        legal_basis=sheet.legal_basis if sheet else "",
        version=slip.service_version,
        until=slip.until,
        token=f"BJ:D:{slip.token}",
        answerable=sheet.answerable.name if sheet else "",
        phone=(sheet.answerable.phone if sheet else "") or look.office.described.phone,
        reason=slip.reason,
    )
