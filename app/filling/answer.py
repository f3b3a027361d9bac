"""The notice of the answer (Table 4)."""

from app.deeds.looking import the_request
from app.filling.common import letterhead, made
from app.folds.request import Answer, Request
from app.papers import AnswerPaper
from app.persian import latin_digits
from app.ports import Look
from app.refusal import Refusal


def answer_paper(look: Look, number: str, *, office_copy: bool = False) -> AnswerPaper:
    """Table 4 of an answer's number, or of a tracking number: what was delivered, else the newest.

    Refuses `answer_not_prepared`.
    """
    tracking, _, ordinal = number.partition("/")
    found = the_request(look, tracking)
    answer = found.delivered_answer if not ordinal else _numbered(found, latin_digits(ordinal))
    if answer is None:
        raise Refusal("answer_not_prepared", tracking=found.tracking)
    at, clerk = made(look)
    return AnswerPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=clerk,
        number=answer.said.number,
        issued=answer.said.day,
        id=found.applicant.id,
        name=found.applicant.name,
        grounds=answer.said.grounds,
        content=answer.said.content,
        objection=answer.said.objection,
        remarks=answer.said.remarks,
        issuer_name=answer.said.issuer_name,
        issuer_post=answer.said.issuer_post,
        letter_number=answer.said.letter,
        attachment=answer.said.attachment,
        tracking=found.tracking,
        office_copy=office_copy,
    )


def _numbered(found: Request, ordinal: str) -> Answer | None:
    return next((a for a in found.answers if str(a.said.ordinal) == ordinal.strip()), None)
