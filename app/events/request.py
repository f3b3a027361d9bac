"""What happens to a request (درخواست), from its receipt to its answer."""

from datetime import date
from typing import Literal

from app.applicant import Applicant, Representative
from app.event import Event
from app.sub_service import AnswerResult, ApplicantKind, Mode, Step
from app.value import LocalTime, Value

Mark = Literal["received", "missing", "not_needed", "on_file"]


class Checked(Value, frozen=True, kw_only=True):
    """One paper of the checklist as the clerk settled it."""

    title: str
    form: str = ""
    mark: Mark = "received"


class Detail(Value, frozen=True, kw_only=True):
    """What was said to one of the sub-service's own questions, as it was checked and kept."""

    title: str
    text: str


class RequestRegistered(Event, frozen=True, kw_only=True):
    """Registered, and a receipt promised (Table 3). `promised` is local time and never changes.

    It carries all that the receipt says. `steps` are those of Table 1 on that day; `sheet` and
    `calendar` are the events that last changed the catalogue's entry and the working calendar;
    `opens` and `closes` are the hours of the promised day, empty when the office is shut.
    """

    tracking: str
    service: str
    service_version: int
    sheet: str
    code: str
    title: str
    mode: Mode
    applicant: Applicant
    received: LocalTime
    promised: LocalTime
    calendar: str
    opens: str = ""
    closes: str = ""
    answerable: str = ""
    phone: str = ""
    steps: tuple[Step, ...] = ()
    documents: tuple[Checked, ...] = ()
    representative: Representative | None = None
    counter: str = ""
    ticket: str = ""
    remarks: str = ""
    repeated: str = ""
    beyond: str = ""
    """Why more were taken in one turn than the office's rule has it."""
    details: tuple[Detail, ...] = ()
    by_hand: bool = False
    """Taken in on a blank receipt while the program could not run, and entered later."""


class StepHandedOver(Event, frozen=True, kw_only=True):
    """Given to the unit of step `step` (counted from 0); `letter` is the secretariat's number.

    Here and below, `day` is the day of the office.
    """

    step: int
    unit: str
    day: date
    letter: str = ""
    implied: bool = False


class StepDone(Event, frozen=True, kw_only=True):
    """The unit gave back its result."""

    step: int
    day: date
    result: str = ""


class InquiryAsked(Event, frozen=True, kw_only=True):
    """The office asked another body (R29)."""

    inquiry: str
    title: str
    body: str


class InquiryAnswered(Event, frozen=True, kw_only=True):
    """That body answered."""

    inquiry: str
    result: str


class DeficiencyFound(Event, frozen=True, kw_only=True):
    """A unit found a paper missing after registering; the printed promise stays as it was."""

    documents: tuple[str, ...]
    until: date
    estimate: LocalTime | None = None


class AnswerPrepared(Event, frozen=True, kw_only=True):
    """Table 4 is ready. `number` = tracking / ordinal; `letter` is the automation system's.

    `attachment` empty: nothing goes along with it.
    """

    day: date
    number: str
    ordinal: int
    grounds: str
    content: str
    objection: str
    remarks: str = ""
    issuer_name: str
    issuer_post: str
    result: AnswerResult | Literal[""] = ""
    letter: str = ""
    attachment: str = ""


class AnswerDelivered(Event, frozen=True, kw_only=True):
    """Handed over against the receipt, or without it: then who was identified, how, and why.

    `answer` is the event that prepared what was handed over. `receiver_id` is empty only where an
    applicant without a code came in person.
    """

    day: date
    answer: str
    number: str
    receiver: Literal["applicant", "representative"]
    receiver_name: str
    receiver_id: str
    counter: str = ""
    ticket: str = ""
    lost_reason: str = ""
    identity_document: str = ""


class RequestCorrected(Event, frozen=True, kw_only=True):
    """What was written wrongly is said anew, part by part; None leaves a part as it was."""

    reason: str
    kind: ApplicantKind | None = None
    id: str | None = None
    name: str | None = None
    father: str | None = None
    mobile: str | None = None
    representative: Representative | None = None
    unrepresented: bool = False
    documents: tuple[Checked, ...] | None = None
    remarks: str | None = None


class RequestWithdrawn(Event, frozen=True, kw_only=True):
    """The applicant no longer wants it (انصراف)."""

    reason: str


class RequestVoided(Event, frozen=True, kw_only=True):
    """The office declares it void (ابطال)."""

    reason: str
