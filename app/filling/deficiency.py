"""The deficiency slip (برگ اعلام نقص مدارک)."""

from app.deeds.looking import the_ticket
from app.filling.common import letterhead, made
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
    at, clerk = made(look, deficiency.clerk)
    return DeficiencyPaper(
        letterhead=letterhead(look.office),
        at=at,
        counter=slip.counter,
        clerk=clerk,
        number=slip.number,
        name=slip.applicant.name if slip.applicant else "",
        kind=slip.applicant.kind if slip.applicant else "person",
        id=slip.applicant.id if slip.applicant else "",
        sub_service=slip.title,
        missing=tuple(
            PaperDocument(title=m.title, form=m.form, count=m.count, where=m.where)
            for m in slip.missing
        ),
        received=slip.received,
        fee=slip.fee,
        account=slip.account,
        legal_basis=slip.legal_basis,
        version=slip.service_version,
        until=slip.until,
        token=f"BJ:D:{slip.token}",
        answerable=slip.answerable,
        phone=slip.phone,
        reason=slip.reason,
    )
