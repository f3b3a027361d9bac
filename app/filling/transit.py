"""Papers on their way through the units (R13): the hand-over list, and the cover of a request."""

from datetime import date
from typing import Literal, get_args

from app.deeds.looking import the_request
from app.filling.common import letterhead, made
from app.filling.of_request import facts_of
from app.filling.sheet import step_rows
from app.folds import request
from app.folds.request import Request, StepTimes
from app.papers import CoverPaper, HandoverPaper, HandoverRow, PaperDocument
from app.persian import search_key
from app.ports import Look
from app.refusal import Refusal
from app.sub_service import DocumentForm


def handover_paper(look: Look, day: date, unit: str = "") -> HandoverPaper:
    """What was handed over on a day, in the order in which it was registered; `unit`: to that one.

    Refuses `nothing_handed_over`.
    """
    loaded = (look.load(request.FOLD, entity) for entity in look.handed_over_by(day))
    rows = [_row(found, step) for found in loaded if found for step in _given(found, day, unit)]
    if not rows:
        raise Refusal("nothing_handed_over", date=day)
    at, clerk = made(look)
    return HandoverPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=clerk,
        day=day,
        rows=tuple(rows),
        unit=rows[0].unit if unit else "",
    )


def cover_paper(look: Look, tracking: str) -> CoverPaper:
    """The sheet on the papers of a request. Refuses as a look at the request does."""
    found = the_request(look, tracking)
    index = found.current_step
    now = found.steps[index] if index is not None else None
    return CoverPaper(
        **facts_of(look, found),
        unit=now.step.unit if now else "",
        letter=_letter(found),
        documents=tuple(
            PaperDocument(title=document.title, form=_form(document.form))
            for document in found.documents
            if document.mark == "received"
        ),
        steps=step_rows(found),
        remarks=found.remarks,
        payload=found.tracking,
    )


def _given(found: Request, day: date, unit: str) -> list[StepTimes]:
    """The steps that were really given to a unit on that day, to one unit or any."""
    wanted = search_key(unit)
    return [
        step
        for step in found.steps
        if step.handed_over_on == day
        and step.handed_over != step.done  # taken back without having been given
        and wanted in ("", search_key(step.step.unit))
    ]


def _row(found: Request, step: StepTimes) -> HandoverRow:
    return HandoverRow(
        tracking=found.tracking,
        sub_service=found.title,
        name=found.applicant.name,
        unit=step.step.unit,
        letter=step.letter,
    )


def _letter(found: Request) -> str:
    """The secretariat's number, the newest that was given."""
    return next((step.letter for step in reversed(found.steps) if step.letter), "")


def _form(said: str) -> DocumentForm | Literal[""]:
    known: tuple[DocumentForm, ...] = get_args(DocumentForm)
    return next((form for form in known if form == said), "")
