"""The sheet on a request's papers for the secretariat's liaison, «برگ همراه درخواست» (R13)."""

from app.papers import CoverPaper, StepRow
from app.persian import format_date, format_moment, long_date, persian_digits
from printing.forms import frame, kinds, own, parts
from printing.forms.kinds import Type
from printing.forms.steps import lasting
from printing.model import (
    Block,
    Box,
    Cell,
    Columns,
    Document,
    Gap,
    Group,
    Qr,
    Side,
    Table,
    Text,
    text,
)
from printing.sheet import Sheet

TITLE = "برگ همراه درخواست"
FOR = "مخصوص رابط دبیرخانه — پیش از بازگشت پاسخ از پرونده جدا نشود."
TO, NO_STEP = "به:", "میز خدمت (مرحله‌ای نمانده است)"
DOCUMENTS, NONE = "مدارک پیوست:", "مدرکی پیوست نیست."
ROUTE = "گردش کار در واحدها:"
COLUMNS = (
    "ردیف",
    "عنوان مرحله",
    "واحد مسئول",
    "مدت",
    "تاریخ تحویل",
    "گیرنده (امضا)",
    "تاریخ بازگشت",
)
SIGNERS = ("تحویل‌دهنده، کارمند میز خدمت (امضا):", "تحویل‌گیرنده، رابط دبیرخانه (امضا):")
_WIDTHS = (14, 40, 34, 21, 24, 25, 24)

_FEW = 3
"""More papers stand in two columns, so that the route stays on the page."""
_ROW = 10
"""Least height in millimetres: whoever takes the papers signs in it."""


def cover(paper: CoverPaper, sheet: Sheet) -> Document:
    """One page as a rule: where the papers go, what they are, and who had them when."""
    kind = kinds.type_of(sheet)
    number = parts.tracking(paper.tracking)
    enclosure = "دارد" if paper.documents else frame.NOTHING_ENCLOSED
    return Document(
        title=TITLE,
        top=frame.marks(paper, sheet),
        blocks=(
            *frame.letterhead(paper, sheet, number=number, enclosure=enclosure),
            text(TITLE, kind.title, stay=True),
            text(FOR, kinds.styled(kind.small, align="center")),
            Gap(height=2.5),
            _address(paper, kind),
            Gap(height=2.5),
            _facts(paper, kind),
            Gap(height=2.5),
            *_documents(paper, kind),
            *_remarks(paper, kind),
            *_route(paper, kind),
            Gap(height=4),
            *own.sentences(paper, "before_signature", kind),
            Group(blocks=_end(paper, kind)),
        ),
        later=frame.later(sheet, TITLE, f"شماره پیگیری: {number}", paper.unit),
        foot=frame.foot(paper, sheet),
    )


def _address(paper: CoverPaper, kind: Type) -> Block:
    """To whom, large, and the number for a reader of symbols."""
    unit = parts.field(TO, paper.unit or NO_STEP, kind, factor=1.5)
    promised = parts.field("موعد پاسخ به متقاضی:", long_date(paper.promised.date()), kind)
    beside: list[Side] = [Side(blocks=(unit, Gap(height=1), promised))]
    if paper.payload:
        code = Qr(payload=paper.payload, size=24, align="end")
        beside.append(Side(blocks=(code,), width=25))
    return Box(blocks=(Columns(sides=tuple(beside), middle=True),), pad=2.2, thickness=0.5)


def _facts(paper: CoverPaper, kind: Type) -> Table:
    letter = parts.number(paper.letter)
    rows = (
        (
            parts.cell("شماره پیگیری:", parts.tracking(paper.tracking), kind),
            parts.cell("تاریخ دریافت درخواست:", format_moment(paper.received), kind),
        ),
        (
            parts.cell("زیرخدمت:", paper.sub_service, kind),
            parts.cell("شماره ثبت دبیرخانه:", letter, kind, height=12),
        ),
        (
            parts.cell("متقاضی:", paper.name, kind),
            parts.cell("کد ملی:", parts.code(paper.id), kind),
        ),
    )
    return Table(widths=(58, 42), rows=rows, pad=1.2)


def _documents(paper: CoverPaper, kind: Type) -> tuple[Block, ...]:
    head = text(DOCUMENTS, kind.label, stay=True)
    if not paper.documents:
        return (parts.said(DOCUMENTS, NONE, kind.body), Gap(height=2))
    lines = [
        f"{persian_digits(str(number))}. {parts.named(document)}"
        for number, document in enumerate(paper.documents, 1)
    ]
    half = (len(lines) + 1) // 2 if len(lines) > _FEW else len(lines)
    columns = [parts.rows_of(some, kind.body) for some in (lines[:half], lines[half:]) if some]
    listed = Columns(sides=tuple(Side(blocks=column) for column in columns), gap=6)
    sheets = text("تعداد کل برگ‌ها: ………", kind.body)
    return (head, listed, sheets, Gap(height=2))


def _remarks(paper: CoverPaper, kind: Type) -> tuple[Block, ...]:
    if not paper.remarks:
        return ()
    return (parts.said("توضیحات:", paper.remarks, kind.body), Gap(height=2.5))


def _route(paper: CoverPaper, kind: Type) -> tuple[Block, ...]:
    if not paper.steps:
        return ()
    head = parts.heads(COLUMNS, kinds.styled(kind.label, align="center"))
    rows = tuple(_row(number, step, kind) for number, step in enumerate(paper.steps, 1))
    table = Table(widths=_WIDTHS, rows=(head, *rows), heads=1, pad=0.8, stay=True)
    return (text(ROUTE, kind.label, stay=True), Gap(height=1), table)


def _row(number: int, step: StepRow, kind: Type) -> tuple[Cell, ...]:
    small = kinds.styled(kind.label, align="center", weight="regular")
    body = kinds.styled(kind.label, weight="regular")
    days = [format_date(at.date()) if at else "" for at in (step.handed_over, step.done)]
    cells: tuple[Text, ...] = (
        text(persian_digits(str(number)), small),
        parts.typed(step.title, body),
        parts.typed(step.unit, body),
        text(lasting(step.duration, step.unit_of_time), small),
        text(days[0], small),
        text("", small),
        text(days[1], small),
    )
    return tuple(Cell(blocks=(cell,), height=_ROW) for cell in cells)


def _end(paper: CoverPaper, kind: Type) -> tuple[Block, ...]:
    desk = f"باجه {persian_digits(paper.counter)} میز خدمت" if paper.counter else "میز خدمت"
    back = f"پس از آخرین مرحله، پاسخ و مدارک به {desk} بازگردانده شود."
    return (text(back, kind.body), Gap(height=2), parts.signers(*SIGNERS, kind=kind))
