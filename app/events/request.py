"""What happens to a request (درخواست), from its receipt to its answer."""

from datetime import date, datetime
from typing import Literal

from app.applicant import Applicant, Representative
from app.event import Event
from app.sub_service import AnswerResult, Mode, Step
from app.value import Value

Mark = Literal["received", "missing", "not_needed", "on_file"]


class Checked(Value, frozen=True, kw_only=True):
    """One paper of the checklist as the clerk settled it."""

    title: str
    form: str = ""
    mark: Mark = "received"


class RequestRegistered(Event, frozen=True, kw_only=True):
    """Registered, and a receipt promised (Table 3). `promised` is local time and never changes.

    `steps` are those of Table 1 on that day; `calendar` is the version of the working calendar.
    """

    tracking: str
    service: str
    service_version: int
    code: str
    title: str
    mode: Mode
    applicant: Applicant
    received: datetime
    promised: datetime
    calendar: int
    steps: tuple[Step, ...] = ()
    documents: tuple[Checked, ...] = ()
    representative: Representative | None = None
    counter: str = ""
    ticket: str = ""
    remarks: str = ""
    repeated: str = ""


class StepHandedOver(Event, frozen=True, kw_only=True):
    """Given to the unit of step `step` (counted from 0); `letter` is the secretariat's number."""

    step: int
    unit: str
    letter: str = ""
    implied: bool = False


class StepDone(Event, frozen=True, kw_only=True):
    """The unit gave back its result."""

    step: int
    result: str = ""


class InquiryAsked(Event, frozen=True, kw_only=True):
    """The office asked another body (R29)."""

    title: str
    body: str


class InquiryAnswered(Event, frozen=True, kw_only=True):
    """That body answered."""

    title: str
    result: str


class DeficiencyFound(Event, frozen=True, kw_only=True):
    """A unit found a paper missing after registering; the printed promise stays as it was."""

    documents: tuple[str, ...]
    until: date
    estimate: datetime | None = None


class AnswerPrepared(Event, frozen=True, kw_only=True):
    """Table 4 is ready. `number` = tracking / ordinal; `letter` is the automation system's."""

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


class AnswerDelivered(Event, frozen=True, kw_only=True):
    """Handed over against the receipt, or without it: then who was identified, how, and why."""

    number: str
    receiver: Literal["applicant", "representative"]
    receiver_name: str
    receiver_id: str
    counter: str = ""
    ticket: str = ""
    lost_reason: str = ""
    identity_document: str = ""


class RequestCorrected(Event, frozen=True, kw_only=True):
    """What was written wrongly is said anew; None leaves a part as it was."""

    reason: str
    applicant: Applicant | None = None
    representative: Representative | None = None
    documents: tuple[Checked, ...] | None = None
    remarks: str | None = None


class RequestWithdrawn(Event, frozen=True, kw_only=True):
    """The applicant no longer wants it (انصراف)."""

    reason: str


class RequestVoided(Event, frozen=True, kw_only=True):
    """The office declares it void (ابطال)."""

    reason: str
