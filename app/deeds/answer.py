"""The answer (Table 4): prepared, and delivered against the receipt."""

from typing import Literal

from app.deeds.looking import (
    answer_not_ready,
    require_right_clock,
    the_open_request,
    the_visit,
    today,
)
from app.events.request import AnswerDelivered, AnswerPrepared
from app.folds import catalogue, request
from app.folds.request import Request
from app.persian import clean, tidy
from app.ports import Work
from app.refusal import Refusal
from app.roles import deed
from app.sub_service import AnswerResult
from app.tracking import answer_number
from app.value import Value


class Draft(Value, frozen=True, kw_only=True):
    """What the clerk writes into Table 4."""

    grounds: str
    content: str
    objection: str
    remarks: str = ""
    issuer_name: str
    issuer_post: str
    result: AnswerResult | Literal[""] = ""
    letter: str = ""
    attachment: str = ""


@deed
def prepare_answer(work: Work, tracking: str, draft: Draft) -> Request:
    """Makes Table 4 ready; a later one before delivery replaces it under the next ordinal.

    Refuses `answer_incomplete` naming the field (R62), `already_delivered`, `request_ended`,
    `clock_wrong`.
    """
    require_right_clock(work)
    found = the_open_request(work, tracking)
    for field in ("grounds", "content", "objection", "issuer_name", "issuer_post"):
        if not tidy(getattr(draft, field)):
            raise Refusal("answer_incomplete", field=field)
    ordinal = len(found.answers) + 1
    prepared = AnswerPrepared(
        day=today(work),
        number=answer_number(found.tracking, ordinal),
        ordinal=ordinal,
        grounds=clean(draft.grounds),
        content=clean(draft.content),
        objection=clean(draft.objection),
        remarks=clean(draft.remarks),
        issuer_name=clean(draft.issuer_name),
        issuer_post=clean(draft.issuer_post),
        result=draft.result,
        letter=clean(draft.letter),
        attachment=tidy(draft.attachment),
    )
    return work.append(request.FOLD, found.id, prepared)


def draft_from_ready_text(work: Work, tracking: str, title: str, name: str, post: str) -> Draft:
    """A usual answer from the catalogue's ready texts. Refuses `ready_text_unknown`."""
    found = the_open_request(work, tracking)
    entry = work.load(catalogue.FOLD, found.service)
    texts = entry.sheet.ready_texts if entry else ()
    ready = next((text for text in texts if text.title == title), None)
    if ready is None:
        raise Refusal("ready_text_unknown", text=title)
    return Draft(
        grounds=ready.grounds,
        content=ready.content,
        objection=ready.objection,
        remarks=ready.remarks,
        issuer_name=name,
        issuer_post=post,
        result=ready.result,
    )


@deed
def deliver(
    work: Work,
    tracking: str,
    *,
    receiver: Literal["applicant", "representative"] = "applicant",
    counter: str = "",
    ticket: str = "",
    receipt: bool = True,
    lost_reason: str = "",
    identity_document: str = "",
) -> Request:
    """Gives the answer against the receipt, or without it after an identity check and a reason.

    Refuses `already_delivered`, `answer_not_ready`, `receipt_required`, `not_entitled`,
    `counter_unknown`, `not_called`, `clock_wrong`.
    """
    require_right_clock(work)
    found = the_open_request(work, tracking)
    if not found.answers:
        raise answer_not_ready(found)
    if not receipt and not (tidy(lost_reason) and tidy(identity_document)):
        raise Refusal("receipt_required")
    visit = the_visit(work, ticket) if ticket else None
    if counter:
        work.office.counter(counter)
    name, code = _receiver(found, receiver)
    delivered = AnswerDelivered(
        day=today(work),
        answer=found.answers[-1].id,
        number=found.answers[-1].said.number,
        receiver=receiver,
        receiver_name=name,
        receiver_id=code,
        counter=counter or (visit.counter if visit else ""),
        ticket=ticket,
        lost_reason="" if receipt else clean(lost_reason),
        identity_document="" if receipt else clean(identity_document),
    )
    return work.append(request.FOLD, found.id, delivered)


def _receiver(found: Request, receiver: str) -> tuple[str, str]:
    if receiver == "applicant":
        return found.applicant.name, found.applicant.id
    if found.representative is None:
        raise Refusal("not_entitled")
    return found.representative.name, found.representative.id
