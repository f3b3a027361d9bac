"""The state of a request (درخواست): registered, in work, answered, delivered, or taken back."""

from datetime import date, datetime
from typing import Literal, cast

from msgspec.structs import replace

from app.applicant import Applicant, Representative
from app.correction import Change, Correction, Parts, changes, former_names, parts
from app.event import Event, Recorded
from app.events import request as said
from app.events.paper import PaperPrinted
from app.folds.fold import Fold, Reason, State, Transition, paper_printed
from app.papers import LogMark
from app.sub_service import Mode, Step
from app.value import Value

RequestState = Literal[
    "registered", "in_work", "result_back", "answer_ready", "delivered", "withdrawn", "voided"
]

WaitsFor = Literal["", "hand_over", "unit", "answer", "delivery"]
"""What an open request waits for: that its step is given to its unit, that the unit gives it back,
that Table 4 is made, that the applicant comes. Empty: for nothing more."""


class StepTimes(Value, frozen=True, kw_only=True):
    """A step of Table 1 and when its unit had it, in microseconds UTC (R34, R42)."""

    step: Step
    handed_over: int | None = None
    done: int | None = None
    handed_over_on: date | None = None
    done_on: date | None = None
    letter: str = ""
    result: str = ""


class InquiryTimes(Value, frozen=True, kw_only=True):
    """An inquiry of the office's own, asked and answered."""

    id: str
    title: str
    body: str
    asked: int
    answered: int | None = None
    result: str = ""


class Answer(Value, frozen=True, kw_only=True):
    """Table 4 as it was prepared, by which event, and when."""

    id: str
    said: said.AnswerPrepared
    at: int


class Delivery(Value, frozen=True, kw_only=True):
    """Who took the answer, and when."""

    said: said.AnswerDelivered
    at: int
    clerk: str


class Request(State, frozen=True, kw_only=True):
    """A request. `received` and `promised` are local times of the office; the rest is UTC."""

    tracking: str
    service: str
    service_version: int
    code: str
    title: str
    mode: Mode
    opens: str
    closes: str
    answerable: str
    phone: str
    applicant: Applicant
    representative: Representative | None
    documents: tuple[said.Checked, ...]
    received: datetime
    promised: datetime
    registered_at: int
    clerk: str
    counter: str
    ticket: str
    remarks: str
    repeated: str
    steps: tuple[StepTimes, ...]
    details: tuple[said.Detail, ...] = ()
    by_hand: bool = False
    inquiries: tuple[InquiryTimes, ...] = ()
    deficiencies: tuple[said.DeficiencyFound, ...] = ()
    answers: tuple[Answer, ...] = ()
    delivery: Delivery | None = None
    corrections: tuple[Correction, ...] = ()
    ended: Literal["", "withdrawn", "voided"] = ""
    ended_reason: str = ""
    ended_at: int | None = None

    @property
    def state(self) -> RequestState:
        """One word for lists and screens."""
        if self.ended:
            return self.ended
        if self.delivery:
            return "delivered"
        if self.answers:
            return "answer_ready"
        if self.steps and all(step.done for step in self.steps):
            return "result_back"
        return "in_work" if any(step.handed_over for step in self.steps) else "registered"

    @property
    def open(self) -> bool:
        """Still owed an answer to its applicant."""
        return not self.ended and self.delivery is None

    @property
    def corrected(self) -> tuple[str, ...]:
        """Why it was corrected, each time."""
        return tuple(correction.reason for correction in self.corrections)

    @property
    def names(self) -> tuple[str, ...]:
        """By which it is found: of who asks and who speaks for them, and those that stand on papers
        which were given before a correction.
        """
        speaker = (self.representative.name,) if self.representative else ()
        return (self.applicant.name, *speaker, *former_names(self.corrections))

    def name_at(self, at: int) -> str:
        """What its applicant was called at that time, in microseconds UTC."""
        later = (each for one in self.corrections if one.at > at for each in one.changes)
        return next((each.before for each in later if each.part == "name"), self.applicant.name)

    def changed_by(self, event: str) -> tuple[Change, ...]:
        """What the correction of that id changed; of any other event nothing."""
        return next((one.changes for one in self.corrections if one.event == event), ())

    def mark(self, until: int | None = None) -> LogMark:
        """What Table 2 says beside its dates; `until`: by what was recorded up to that time, in
        microseconds UTC.
        """
        if self.ended_at is not None and self.ended and _by(self.ended_at, until):
            return self.ended
        if any(_by(correction.at, until) for correction in self.corrections):
            return "corrected"
        return "by_hand" if self.by_hand else ""

    @property
    def waits_for(self) -> WaitsFor:
        """Whose turn it is."""
        if not self.open:
            return ""
        if self.answers:
            return "delivery"
        index = self.current_step
        if index is None:
            return "answer"
        return "unit" if self.steps[index].handed_over else "hand_over"

    @property
    def delivered_on(self) -> date | None:
        """The day of the office on which the answer was given (footnote 5)."""
        return self.delivery.said.day if self.delivery else None

    @property
    def ready_on(self) -> date | None:
        """The day of the office on which an answer was first there for the applicant."""
        return self.answers[0].said.day if self.answers else self.delivered_on

    @property
    def delivered_answer(self) -> Answer | None:
        """What was handed over; before that, the newest that is ready."""
        if self.delivery is None:
            return self.answers[-1] if self.answers else None
        named = self.delivery.said.answer
        return next((answer for answer in self.answers if answer.id == named), None)

    @property
    def current_step(self) -> int | None:
        """The first step that is not done, counted from 0."""
        return next((i for i, step in enumerate(self.steps) if not step.done), None)

    @property
    def first_step_on(self) -> date | None:
        """Column 5 of Table 2: given to the first work stage."""
        return self.steps[0].handed_over_on if self.steps else None

    @property
    def last_step_on(self) -> date | None:
        """Column 6 of Table 2: the answer came back from the last work stage."""
        return self.steps[-1].done_on if self.steps else None


def overdue(promised: date, state: RequestState, today: date) -> bool:
    """«موعد گذشته», wherever it is said or counted: the promised day is over and no answer is there
    for the applicant. What was ready on that day keeps the promise, whenever it is collected.
    """
    return promised < today and state in ("registered", "in_work", "result_back")


def _by(at: int, until: int | None) -> bool:
    return until is None or at <= until


def _opened(recorded: Recorded, event: Event) -> Request | None:
    if not isinstance(event, said.RequestRegistered):
        return None
    return Request(
        id=recorded.entity,
        tracking=event.tracking,
        service=event.service,
        service_version=event.service_version,
        code=event.code,
        title=event.title,
        mode=event.mode,
        opens=event.opens,
        closes=event.closes,
        answerable=event.answerable,
        phone=event.phone,
        applicant=event.applicant,
        representative=event.representative,
        documents=event.documents,
        received=event.received,
        promised=event.promised,
        registered_at=recorded.at,
        clerk=recorded.clerk,
        counter=event.counter,
        ticket=event.ticket,
        remarks=event.remarks,
        repeated=event.repeated,
        steps=tuple(StepTimes(step=step) for step in event.steps),
        details=event.details,
        by_hand=event.by_hand,
    )


def _with_step(request: Request, index: int, step: StepTimes) -> Request:
    return replace(request, steps=(*request.steps[:index], step, *request.steps[index + 1 :]))


def _handed_over(request: Request, recorded: Recorded, event: Event) -> tuple[Request, Reason]:
    event = cast(said.StepHandedOver, event)
    if not 0 <= event.step < len(request.steps):
        return request, "no_such_step"
    step = request.steps[event.step]
    if step.handed_over:
        return request, "handed_over_twice"
    step = replace(step, handed_over=recorded.at, handed_over_on=event.day, letter=event.letter)
    return _with_step(request, event.step, step), "" if request.open else "request_ended"


def _done(request: Request, recorded: Recorded, event: Event) -> tuple[Request, Reason]:
    event = cast(said.StepDone, event)
    if not 0 <= event.step < len(request.steps):
        return request, "no_such_step"
    step = request.steps[event.step]
    if step.done:
        return request, "done_twice"
    after = _with_step(
        request, event.step, replace(step, done=recorded.at, done_on=event.day, result=event.result)
    )
    if not step.handed_over:
        return after, "done_before_handed_over"
    return after, "" if request.open else "request_ended"


def _asked(request: Request, recorded: Recorded, event: Event) -> tuple[Request, Reason]:
    event = cast(said.InquiryAsked, event)
    inquiry = InquiryTimes(id=event.inquiry, title=event.title, body=event.body, asked=recorded.at)
    return replace(request, inquiries=(*request.inquiries, inquiry)), ""


def _inquiry_answered(request: Request, recorded: Recorded, event: Event) -> tuple[Request, Reason]:
    event = cast(said.InquiryAnswered, event)
    waiting = [i for i in request.inquiries if i.id == event.inquiry and not i.answered]
    if not waiting:
        return request, "no_such_inquiry"
    answered = replace(waiting[0], answered=recorded.at, result=event.result)
    return replace(
        request,
        inquiries=tuple(answered if i is waiting[0] else i for i in request.inquiries),
    ), ""


def _deficient(request: Request, _: Recorded, event: Event) -> tuple[Request, Reason]:
    event = cast(said.DeficiencyFound, event)
    return replace(request, deficiencies=(*request.deficiencies, event)), (
        "" if request.open else "request_ended"
    )


def _answered(request: Request, recorded: Recorded, event: Event) -> tuple[Request, Reason]:
    answer = Answer(id=recorded.id, said=cast(said.AnswerPrepared, event), at=recorded.at)
    after = replace(request, answers=(*request.answers, answer))
    if any(known.said.number == answer.said.number for known in request.answers):
        return after, "numbered_twice"
    return after, "" if request.open else "request_ended"


def _delivered(request: Request, recorded: Recorded, event: Event) -> tuple[Request, Reason]:
    event = cast(said.AnswerDelivered, event)
    if request.delivery:
        return request, "delivered_twice"
    if not request.answers:
        return request, "delivered_without_answer"
    delivery = Delivery(said=event, at=recorded.at, clerk=recorded.clerk)
    after = replace(request, delivery=delivery)
    if event.number != request.answers[-1].said.number:
        return after, "not_the_newest_answer"
    return after, "request_ended" if request.ended else ""


def _corrected(request: Request, recorded: Recorded, event: Event) -> tuple[Request, Reason]:
    event = cast(said.RequestCorrected, event)
    named = {"kind": event.kind, "id": event.id, "name": event.name}
    named |= {"father": event.father, "mobile": event.mobile}
    said_anew = {part: text for part, text in named.items() if text is not None}
    after = replace(
        request,
        applicant=replace(request.applicant, **said_anew),
        representative=None
        if event.unrepresented
        else event.representative or request.representative,
        documents=request.documents if event.documents is None else event.documents,
        remarks=request.remarks if event.remarks is None else event.remarks,
    )
    correction = Correction(
        event=recorded.id,
        reason=event.reason,
        at=recorded.at,
        changes=changes(_parts(request), _parts(after)),
    )
    return replace(after, corrections=(*request.corrections, correction)), ""


def _parts(request: Request) -> Parts:
    return parts(request.applicant, request.representative, request.remarks)


def _ended(request: Request, recorded: Recorded, event: Event) -> tuple[Request, Reason]:
    if not request.open:
        return request, "request_ended"
    withdrawn = isinstance(event, said.RequestWithdrawn)
    return replace(
        request,
        ended="withdrawn" if withdrawn else "voided",
        ended_reason=cast(said.RequestWithdrawn | said.RequestVoided, event).reason,
        ended_at=recorded.at,
    ), ""


_TRANSITIONS: dict[type[Event], Transition[Request]] = {
    said.StepHandedOver: _handed_over,
    said.StepDone: _done,
    said.InquiryAsked: _asked,
    said.InquiryAnswered: _inquiry_answered,
    said.DeficiencyFound: _deficient,
    said.AnswerPrepared: _answered,
    said.AnswerDelivered: _delivered,
    said.RequestCorrected: _corrected,
    said.RequestWithdrawn: _ended,
    said.RequestVoided: _ended,
    PaperPrinted: paper_printed,
}

FOLD: Fold[Request] = Fold(_opened, _TRANSITIONS)
