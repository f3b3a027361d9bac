"""An answer on its way to its applicant: what is asked for, what was written, what is prepared."""

from datetime import date, datetime
from typing import Literal

import msgspec
from msgspec.structs import replace

from app.decoding import decode
from app.deeds.answer import Draft
from app.deeds.looking import the_entry_taken, the_open_request, today
from app.events.office import Role
from app.filling.answer import answer_paper
from app.filling.common import dressed, letterhead, made
from app.filling.paper import in_its_form
from app.folds.request import Answer, Request
from app.issuer import Issuer, issuers_used
from app.local import local
from app.papers import AnswerPaper
from app.ports import Look
from app.sub_service import Answerable, ReadyText
from app.tracking import answer_number
from app.value import Value

NOTHING = Draft(grounds="", content="", objection="", issuer_name="", issuer_post="")
"""A form that nobody has touched."""


class AnswerShown(Value, frozen=True, kw_only=True):
    """`draft` is what was half typed for this request, None where nothing was. `paper` is Table 4
    as it is prepared, else empty but for whose it is and the number it will bear. `printed` counts
    the copies of a prepared one. `scanned` is when the receipt was read (local time). `issuers`
    signed answers of this sub-service, the last one first, or answer for it.
    """

    request: Request
    ready_texts: tuple[ReadyText, ...]
    issuers: tuple[Issuer, ...]
    clerk: str
    """Name and role of whoever writes."""
    role: Role | Literal[""]
    draft: Draft | None
    paper: AnswerPaper
    fresh: AnswerPaper
    """The same in the form of today; `paper` is in the form of its original."""
    today: date
    printed: int = 0
    scanned: datetime | None = None

    @property
    def prepared(self) -> Answer | None:
        """The answer that can be handed over."""
        return self.request.answers[-1] if self.request.answers else None

    @property
    def next_paper(self) -> AnswerPaper:
        """Table 4 as it would be prepared today, still without its words."""
        number = answer_number(self.request.tracking, len(self.request.answers) + 1)
        return replace(self.fresh, number=number, issued=self.today)

    @property
    def waits(self) -> bool:
        """Whether a step of Table 1 is still to come."""
        return not self.prepared and self.request.current_step is not None

    @property
    def represented(self) -> bool:
        """Whether it is somebody else who comes: a company cannot."""
        found = self.request
        return found.representative is not None and found.applicant.kind == "legal"

    @property
    def last_step(self) -> bool:
        """Whether the result of the last step is all that is missing."""
        return self.request.current_step == len(self.request.steps) - 1


def answer_shown(look: Look, tracking: str, clerk: str, *, scanned: bool = False) -> AnswerShown:
    """What the answer's page shows of a request to a clerk (an id).

    Refuses `tracking_wrong`, `tracking_unknown`, `already_delivered`, `request_ended`.
    """
    found = the_open_request(look, tracking)
    entry = the_entry_taken(look, found.service)
    body = look.draft(draft_place(found.tracking))
    paper = _paper(look, found, clerk)
    writer = next((c for c in look.office.clerks.values() if c.clerk == clerk), None)
    return AnswerShown(
        request=found,
        ready_texts=entry.sheet.ready_texts,
        issuers=_issuers(look, found, entry.sheet.answerable),
        clerk=writer.name if writer else "",
        role=writer.role if writer else "",
        draft=draft_in(body),
        paper=paper,
        fresh=dressed(look, "answer", paper),
        today=today(look),
        printed=found.copies("answer", found.answers[-1].said.number) if found.answers else 0,
        scanned=local(look.at) if scanned else None,
    )


def draft_place(tracking: str) -> str:
    """Where the half-typed answer to a request is kept."""
    return f"answer:{tracking}"


def draft_in(body: bytes | None) -> Draft | None:
    """What was half typed; None where nothing was, or another release wrote it."""
    try:
        return decode(body, Draft) if body else None
    except msgspec.DecodeError:
        return None


def untouched(draft: Draft) -> bool:
    """Whether nothing was written yet; an issuer is offered without anybody's doing."""
    return replace(draft, issuer_name="", issuer_post="") == NOTHING


def written(paper: AnswerPaper, draft: Draft) -> AnswerPaper:
    """The paper as it would be with what stands in the form."""
    return replace(
        paper,
        grounds=draft.grounds,
        content=draft.content,
        objection=draft.objection,
        remarks=draft.remarks,
        issuer_name=draft.issuer_name,
        issuer_post=draft.issuer_post,
        letter_number=draft.letter,
        attachment=draft.attachment,
    )


def draft_of(answer: Answer) -> Draft:
    """A prepared answer as a form, to read or to write the next version."""
    said = answer.said
    return Draft(
        grounds=said.grounds,
        content=said.content,
        objection=said.objection,
        remarks=said.remarks,
        issuer_name=said.issuer_name,
        issuer_post=said.issuer_post,
        result=said.result,
        letter=said.letter,
        attachment=said.attachment,
    )


def from_ready_text(ready: ReadyText, draft: Draft) -> Draft:
    """A form with a usual answer in it; who signs, the letter's number and the attachment stay."""
    return replace(
        draft,
        result=ready.result,
        grounds=ready.grounds,
        content=ready.content,
        objection=ready.objection,
        remarks=ready.remarks,
    )


def _issuers(look: Look, found: Request, answerable: Answerable) -> tuple[Issuer, ...]:
    signed = [
        Issuer(name=answer.said.issuer_name, post=answer.said.issuer_post)
        for answer in reversed(found.answers)
    ]
    own = [Issuer(name=answerable.name, post=answerable.post)] if answerable.name else []
    return tuple(dict.fromkeys([*signed, *issuers_used(look, found.service), *own]))


def _paper(look: Look, found: Request, clerk: str) -> AnswerPaper:
    if found.answers:
        number = found.answers[-1].said.number
        return in_its_form(look, "answer", number, answer_paper(look, number))
    at, writer = made(look, clerk)
    paper = AnswerPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=writer,
        number=answer_number(found.tracking, 1),
        issued=at.date(),
        id=found.applicant.id,
        name=found.applicant.name,
        grounds="",
        content="",
        objection="",
        issuer_name="",
        issuer_post="",
        tracking=found.tracking,
    )
    return dressed(look, "answer", paper)
