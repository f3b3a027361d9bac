"""What each paper says: plain frozen values, filled by the deeds and laid out by `printing`.

Every time here is a naive local time of the office. Persian digits, grouping and month names are
the form's business, the words of the guide too.
"""

from datetime import date, datetime, time
from typing import Literal

from app.figure_table import FigureTable
from app.period import Period
from app.printer import Printer
from app.sub_service import ApplicantKind, DocumentForm, SubService, TimeUnit
from app.templates.template import Template
from app.value import Value


class Letterhead(Value, frozen=True, kw_only=True):
    """The office's own settings; `emblem` is PNG bytes or empty."""

    agency: str
    office: str
    address: str = ""
    phone: str = ""
    url: str = ""
    sms_line: str = ""
    emblem: bytes = b""
    sample: bool = False


class Copy(Value, frozen=True, kw_only=True):
    """Mark of a reprint: «المثنی — نسخه {number} — {clerk} — {at}»; `number` is 2 for the first."""

    number: int
    clerk: str
    at: datetime


class Paper(Value, frozen=True, kw_only=True):
    """What all papers share: whose it is, where, when and by whom it was made, and how its form
    looked at that time.
    """

    letterhead: Letterhead
    at: datetime
    counter: str = ""
    clerk: str = ""
    copy: Copy | None = None
    template: Template = Template()


class PaperDocument(Value, frozen=True, kw_only=True):
    """A paper that the client brings: its title, in which form, where it is to be had."""

    title: str
    form: DocumentForm | Literal[""] = ""
    count: int = 1
    where: str = ""


class TicketPaper(Paper, frozen=True, kw_only=True):
    """`wait` in minutes (from, to); `payload` is what its QR says. `unattended`: nobody works here
    who would call it.
    """

    label: str
    sub_service: str
    payload: str
    counters: tuple[str, ...] = ()
    ahead: int = 0
    wait: tuple[int, int] | None = None
    documents: tuple[PaperDocument, ...] = ()
    collecting: bool = False
    tolerance: int = 3
    unattended: bool = False


class DeficiencyPaper(Paper, frozen=True, kw_only=True):
    """`until` is the last day on which `token` lets the client in without a new wait.

    `version` is the information sheet's, the ground where there is no `legal_basis`. `kind` says
    what `id` is called.
    """

    number: str
    name: str
    kind: ApplicantKind = "person"
    id: str
    sub_service: str
    missing: tuple[PaperDocument, ...]
    received: tuple[str, ...] = ()
    fee: int = 0
    account: str = ""
    legal_basis: str = ""
    version: int = 0
    until: date
    token: str
    answerable: str = ""
    phone: str = ""
    reason: str = ""


class OfficeHours(Value, frozen=True, kw_only=True):
    """Neighbouring days of the week (0 = Monday) with the same hours."""

    days: tuple[int, ...]
    opens: time
    closes: time


class InformationPaper(Paper, frozen=True, kw_only=True):
    """Step 4 a-g (R30). `version` and `edited` are of the catalogue entry."""

    sub_service: SubService
    version: int
    edited: date
    hours: tuple[OfficeHours, ...] = ()


class ReceiptPaper(Paper, frozen=True, kw_only=True):
    """Table 3 (R61). `delivered` stays empty until the receipt comes back (footnote 5)."""

    tracking: str
    sub_service: str
    name: str
    id: str
    received: datetime
    promised: datetime
    delivered: datetime | None = None
    opens: str = ""
    closes: str = ""
    representative: str = ""
    documents: tuple[str, ...] = ()
    answerable: str = ""
    answerable_phone: str = ""
    payload: str = ""
    ended: Literal["", "withdrawn", "voided"] = ""
    ended_reason: str = ""
    corrected: bool = False
    """Across the top: that it was corrected, or that it no longer counts, and why."""


class AnswerPaper(Paper, frozen=True, kw_only=True):
    """Table 4 (R62). `office_copy` adds the line on which the client signs for it. `attachment`
    empty: there is none.
    """

    number: str
    issued: date
    id: str
    name: str
    grounds: str
    content: str
    objection: str
    remarks: str = ""
    issuer_name: str
    issuer_post: str
    letter_number: str = ""
    tracking: str = ""
    office_copy: bool = False
    attachment: str = ""


LogMark = Literal["", "corrected", "withdrawn", "voided", "by_hand"]


class LogRow(Value, frozen=True, kw_only=True):
    """The seven columns of Table 2 (R60); `mark` tells a corrected, withdrawn or voided request,
    and one that was taken in on a blank receipt and entered later.
    """

    tracking: str
    sub_service: str
    received: date
    promised: date
    first_step: date | None = None
    last_step: date | None = None
    delivered: date | None = None
    mark: LogMark = ""


class LogLine(Value, frozen=True, kw_only=True):
    """A request as Table 2 needs it: its row, and which counters received and answered it."""

    request: str
    row: LogRow
    counter: str
    delivery_counter: str


class LogChange(Value, frozen=True, kw_only=True):
    """What became of a row after its sheet was closed: the row with it, when (local time), and why
    where a reason was given.
    """

    row: LogRow
    what: Literal["corrected", "withdrawn", "voided", "first_step", "last_step"]
    at: datetime
    reason: str = ""


class LogTotals(Value, frozen=True, kw_only=True):
    """The foot of Table 2."""

    requests: int = 0
    answers: int = 0
    guidance: int = 0
    telephone: int | None = None
    """Of all visits, those by telephone (R79); None: a program that did not count them closed."""
    deficiencies: int = 0
    referrals: int = 0
    no_shows: int = 0
    overdue: int | None = 0
    """None: nobody counted them then, and nobody can now."""


class LogPaper(Paper, frozen=True, kw_only=True):
    """Table 2 of one day in its two parts; `head` is the head of the chain in hexadecimal."""

    day: date
    received: tuple[LogRow, ...]
    answered: tuple[LogRow, ...]
    totals: LogTotals
    head: str
    supplement: bool = False
    changed: tuple[LogChange, ...] = ()
    """Of a supplement: what became of rows of the closed sheet."""
    last_column: str = ""
    """Title of column 7, which the source cut off; empty: the usual restoration."""


class StepRow(Value, frozen=True, kw_only=True):
    """One row of Table 1, with the times of one request when it is printed for one."""

    title: str
    unit: str
    post: str
    duration: float
    unit_of_time: TimeUnit
    handed_over: datetime | None = None
    done: datetime | None = None


class StepsPaper(Paper, frozen=True, kw_only=True):
    """Table 1 of a sub-service, or of one request (`tracking`)."""

    sub_service: str
    steps: tuple[StepRow, ...]
    tracking: str = ""


class PadPaper(Paper, frozen=True, kw_only=True):
    """Blank sheets of Table 3 with their numbers, each with a counterfoil that stays in the office.
    `pad` tells pads apart, `printed` is the local time at which the numbers were set aside.
    """

    pad: str
    printed: datetime
    sheets: tuple[str, ...]


class SurveyPaper(Paper, frozen=True, kw_only=True):
    """Table 5, blank; its wording is the form's own. `head_of_agency` signs the thanks."""

    head_of_agency: str = ""
    sub_service: str = ""


class HandoverRow(Value, frozen=True, kw_only=True):
    """A request that was given to a unit; `letter` is the secretariat's number."""

    tracking: str
    sub_service: str
    name: str
    unit: str
    letter: str = ""


class HandoverPaper(Paper, frozen=True, kw_only=True):
    """What was handed over on a day, for the liaison (R13); `unit`: of that unit alone."""

    day: date
    rows: tuple[HandoverRow, ...]
    unit: str = ""


class AppointmentRow(Value, frozen=True, kw_only=True):
    """Somebody who has an appointment; `label` is that of the ticket with which they came."""

    time: time
    number: str
    name: str
    sub_service: str
    mobile: str = ""
    label: str = ""
    note: str = ""


class AppointmentsPaper(Paper, frozen=True, kw_only=True):
    """Who is to come on a day, in the order of their times."""

    day: date
    rows: tuple[AppointmentRow, ...]


class CoverPaper(Paper, frozen=True, kw_only=True):
    """What lies on the papers of a request on their way through the units (R13)."""

    tracking: str
    sub_service: str
    name: str
    id: str
    received: datetime
    promised: datetime
    unit: str = ""
    letter: str = ""
    documents: tuple[PaperDocument, ...] = ()
    steps: tuple[StepRow, ...] = ()
    remarks: str = ""
    payload: str = ""


class BoardLine(Value, frozen=True, kw_only=True):
    """A sub-service on a board."""

    code: str
    title: str
    department: str = ""


class BoardPaper(Paper, frozen=True, kw_only=True):
    """The board of a counter with the titles that are served there (R49); `title` is its own."""

    title: str = ""
    services: tuple[BoardLine, ...]
    hours: tuple[OfficeHours, ...] = ()


class FigureSection(Value, frozen=True, kw_only=True):
    """A table of a report and, where there is one, its picture (PNG)."""

    table: FigureTable
    picture: bytes = b""


class FiguresPaper(Paper, frozen=True, kw_only=True):
    """A report of a period (R68-R70): its headline as (what, figure), and its tables. It is made as
    a file, and never queued for printing as other papers are.
    """

    period: Period
    headline: tuple[tuple[str, str], ...]
    sections: tuple[FigureSection, ...]
    head: str = ""


class InspectionPoint(Value, frozen=True, kw_only=True):
    """What is asked of a desk, what the record shows, and where that can be seen; `poor` where the
    record itself shows that something lacks.
    """

    asks: str
    shows: str
    where: str
    poor: bool = False


class InspectionRow(Value, frozen=True, kw_only=True):
    """A request that was drawn, to be held against its papers."""

    tracking: str
    sub_service: str
    name: str
    received: date
    promised: date
    answered: date | None = None


class InspectionPaper(Paper, frozen=True, kw_only=True):
    """What an inspector checks (R73), a draw out of `population` requests by `seed`, and room for
    remarks. It is made as a file, and never queued for printing as other papers are.
    """

    period: Period
    points: tuple[InspectionPoint, ...]
    seed: str
    population: int
    rows: tuple[InspectionRow, ...]
    head: str = ""


class RecoveryPaper(Paper, frozen=True, kw_only=True):
    """The key that opens this office's backups elsewhere, in groups that are typed one by one. It
    is told once, and never queued for printing as other papers are.
    """

    groups: tuple[str, ...]


class TrialPaper(Paper, frozen=True, kw_only=True):
    """What a printer is tried with: nobody's, and never counted. `printer` is its record as it was
    then, `payload` what its QR says.
    """

    printer: Printer
    payload: str


Kind = Literal[
    "ticket",
    "deficiency",
    "information",
    "receipt",
    "answer",
    "log",
    "survey",
    "steps",
    "handover",
    "cover",
    "board",
    "pad",
    "appointments",
]
Size = Literal["A3", "A4", "A5"]

PAGE_ONLY = (
    *("log", "survey", "handover", "cover", "figures", "board", "pad", "inspection"),
    "appointments",
)
"""What fits no roll."""
LYING = ("log", "handover", "figures", "appointments")
"""Papers whose pages lie on their side."""
A5_FIRST = ("receipt", "deficiency", "ticket", "pad")
"""Papers that come on A5 where nobody asks for another page."""

PAPERS: dict[str, type[Paper]] = {
    "ticket": TicketPaper,
    "deficiency": DeficiencyPaper,
    "information": InformationPaper,
    "receipt": ReceiptPaper,
    "answer": AnswerPaper,
    "log": LogPaper,
    "survey": SurveyPaper,
    "steps": StepsPaper,
    "handover": HandoverPaper,
    "cover": CoverPaper,
    "board": BoardPaper,
    "pad": PadPaper,
    "appointments": AppointmentsPaper,
}
"""What the papers of each kind are."""

TRIAL = "trial"
STORED: dict[str, type[Paper]] = {**PAPERS, TRIAL: TrialPaper}
"""What a printer's job of each kind holds; the trial of a printer is no paper of the office."""
