"""The notice of the answer (Table 4)."""

from app.deeds.looking import the_request
from app.event import moment
from app.filling.common import letterhead, made
from app.local import day_of
from app.papers import AnswerPaper
from app.ports import Look
from app.refusal import Refusal


def answer_paper(look: Look, tracking: str, *, office_copy: bool = False) -> AnswerPaper:
    """Table 4 of the newest answer. Refuses `answer_not_prepared`."""
    found = the_request(look, tracking)
    if not found.answers:
        raise Refusal("answer_not_prepared", tracking=found.tracking)
    answer = found.answers[-1]
    at, clerk = made(look)
    return AnswerPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=clerk,
        number=answer.said.number,
        issued=day_of(moment(answer.at)),
        id=found.applicant.id,
        name=found.applicant.name,
        grounds=answer.said.grounds,
        content=answer.said.content,
        objection=answer.said.objection,
        remarks=answer.said.remarks,
        issuer_name=answer.said.issuer_name,
        issuer_post=answer.said.issuer_post,
        letter_number=answer.said.letter,
        tracking=found.tracking,
        office_copy=office_copy,
    )
