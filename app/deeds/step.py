"""The flow through the units (Table 1): handed over, taken back, asked of other bodies."""

from collections.abc import Sequence
from datetime import date, datetime

from app.deeds.looking import require_right_clock, the_open_request, today
from app.events.request import (
    DeficiencyFound,
    InquiryAnswered,
    InquiryAsked,
    StepDone,
    StepHandedOver,
)
from app.folds import request
from app.folds.request import Request
from app.ids import new_id
from app.persian import clean
from app.ports import Work
from app.refusal import Refusal
from app.roles import deed


@deed
def hand_over(work: Work, tracking: str, *, letter: str = "") -> Request:
    """Gives the request to the unit of its current step; `letter` is the secretariat's number.

    Refuses `no_step_left`, `handed_over_already`, `clock_wrong`.
    """
    found, index = _current(work, tracking)
    step = found.steps[index]
    if step.handed_over:
        raise Refusal("handed_over_already", step=step.step.title, unit=step.step.unit)
    given = StepHandedOver(step=index, unit=step.step.unit, day=today(work), letter=clean(letter))
    return work.append(request.FOLD, found.id, given)


@deed
def take_back(work: Work, tracking: str, *, result: str = "") -> Request:
    """Takes the result of the current step. A step that nobody handed over is recorded as handed
    over at that moment, and says so. Refuses `no_step_left`, `clock_wrong`.
    """
    found, index = _current(work, tracking)
    step = found.steps[index]
    if not step.handed_over:
        implied = StepHandedOver(step=index, unit=step.step.unit, day=today(work), implied=True)
        work.append(request.FOLD, found.id, implied)
    return work.append(
        request.FOLD, found.id, StepDone(step=index, day=today(work), result=clean(result))
    )


@deed
def hand_over_all(work: Work, trackings: Sequence[str], *, letter: str = "") -> list[Request]:
    """The list for the secretariat's liaison (R13): all of it or none of it."""
    return [hand_over(work, tracking, letter=letter) for tracking in trackings]


@deed
def take_back_all(work: Work, trackings: Sequence[str]) -> list[Request]:
    """The liaison's way back: all of it or none of it."""
    return [take_back(work, tracking) for tracking in trackings]


@deed
def ask_inquiry(work: Work, tracking: str, title: str, body: str) -> Request:
    """The office asks another body itself; the client is not sent (R29)."""
    found = the_open_request(work, tracking)
    return work.append(
        request.FOLD,
        found.id,
        InquiryAsked(inquiry=new_id(work.at), title=clean(title), body=clean(body)),
    )


@deed
def answer_inquiry(work: Work, tracking: str, title: str, result: str) -> Request:
    """That body answered the oldest open inquiry of that title. Refuses `inquiry_unknown`."""
    found = the_open_request(work, tracking)
    asked = next((i for i in found.inquiries if i.title == title and not i.answered), None)
    if asked is None:
        raise Refusal("inquiry_unknown", inquiry=title)
    answered = InquiryAnswered(inquiry=asked.id, result=clean(result))
    return work.append(request.FOLD, found.id, answered)


@deed
def find_deficiency(
    work: Work,
    tracking: str,
    documents: Sequence[str],
    until: date,
    estimate: datetime | None = None,
) -> Request:
    """A unit misses a paper after registering; the printed promise stays. Refuses
    `nothing_missing`.
    """
    found = the_open_request(work, tracking)
    if not documents:
        raise Refusal("nothing_missing")
    missing = DeficiencyFound(
        documents=tuple(map(clean, documents)), until=until, estimate=estimate
    )
    return work.append(request.FOLD, found.id, missing)


def _current(work: Work, tracking: str) -> tuple[Request, int]:
    require_right_clock(work)
    found = the_open_request(work, tracking)
    index = found.current_step
    if index is None:
        raise Refusal("no_step_left", tracking=found.tracking)
    return found, index
