"""A sub-service (زیرخدمت) as the catalogue holds it: steps 2 to 5 of the guide, R25-R34."""

from typing import Annotated, Literal

from msgspec import Meta

from app.value import Value

Mode = Literal[1, 2, 3]
"""R12-R14: 1 guidance only, 2 request and papers are taken, 3 given at the desk at once."""

Channel = Literal["desk", "both", "electronic", "g2g"]
"""Where it is given (R6, R7, R11): `electronic` gives no ticket, `g2g` is not shown."""

ApplicantKind = Literal["person", "legal", "foreigner", "unnumbered"]
"""حقیقی، حقوقی، اتباع، بدون کد: `unnumbered` has no code of any issuer."""

TimeUnit = Literal["working_day", "working_hour", "calendar_day"]

DocumentForm = Literal["original", "copy", "both"]

AnswerResult = Literal["done", "agreed", "refused", "applicant_must_act", "out_of_scope"]
"""انجام شد، موافقت، عدم موافقت، نیاز به اقدام متقاضی، خارج از صلاحیت."""


FieldKind = Literal["text", "number", "date", "money"]


class RequiredDocument(Value, frozen=True, kw_only=True):
    """One line of the checklist (R32). `kinds` empty: asked of everybody."""

    title: str
    form: DocumentForm = "copy"
    count: int = 1
    kinds: tuple[ApplicantKind, ...] = ()
    obligatory: bool = True
    condition: str = ""
    where: str = ""


class Inquiry(Value, frozen=True, kw_only=True):
    """Asked by the office itself, never of the client (R27-R29)."""

    title: str
    body: str


class Fee(Value, frozen=True, kw_only=True):
    """`amount` in rials; `article` is the legal basis of the payment (step 4 f)."""

    title: str
    amount: int
    account: str = ""
    article: str = ""


class Step(Value, frozen=True, kw_only=True):
    """One row of Table 1. `duration` counts in `unit_of_time` (R33, R34)."""

    title: str
    unit: str
    post: str = ""
    duration: Annotated[float, Meta(ge=0, le=1_000_000)] = 0
    unit_of_time: TimeUnit = "working_day"


class Answerable(Value, frozen=True, kw_only=True):
    """The person answerable for the sub-service and how to reach them (step 4 g)."""

    name: str = ""
    post: str = ""
    phone: str = ""
    hours: str = ""
    deputy: str = ""


class ReadyText(Value, frozen=True, kw_only=True):
    """A usual answer (Table 4) prepared in advance, chosen by its title."""

    title: str
    result: AnswerResult
    grounds: str
    content: str
    objection: str
    remarks: str = ""


class FormFile(Value, frozen=True, kw_only=True):
    """The file of a form or of a letter's format, at the clerk's hand (R32). `title` is the form's,
    `file` what the file is called, `name` that by which its bytes are kept, `size` their number.
    """

    title: str
    file: str
    name: str
    size: int


class FormField(Value, frozen=True, kw_only=True):
    """What this sub-service alone asks, beside its papers. `money` is in rials."""

    title: str
    kind: FieldKind = "text"
    obligatory: bool = False


class SubService(Value, frozen=True, kw_only=True):
    """One entry of the catalogue. `code` is what clerk and kiosk type; `official_id` is text."""

    code: str
    title: str
    department: str = ""
    official_id: str = ""
    mode: Mode = 2
    channel: Channel = "desk"
    fitness: tuple[Literal["presence", "frequent", "standard"], ...] = ()
    places: tuple[str, ...] = ()
    url: str = ""
    steps: tuple[Step, ...] = ()
    documents: tuple[RequiredDocument, ...] = ()
    forms: tuple[str, ...] = ()
    average: str = ""
    inquiries: tuple[Inquiry, ...] = ()
    fees: tuple[Fee, ...] = ()
    answerable: Answerable = Answerable()
    legal_basis: str = ""
    ready_texts: tuple[ReadyText, ...] = ()
    note: str = ""
    fields: tuple[FormField, ...] = ()
