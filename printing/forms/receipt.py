"""Table 3 of the guide, «رسید خدمت» (R61), with what the client must know under it."""

from app.papers import ReceiptPaper
from app.persian import format_date, format_moment, format_time, long_date, persian_digits
from printing.forms import frame, kinds, own, parts
from printing.forms.kinds import Type
from printing.model import (
    Block,
    Columns,
    Document,
    Gap,
    Group,
    Qr,
    Run,
    Side,
    Table,
    Text,
    text,
)
from printing.sheet import Sheet

TITLE = "رسید خدمت"
TRACKING, SERVICE = "شماره پی گیری:", "عنوان خدمت:"
NAME, CODE = "نام و نام خانوادگی متقاضی:", "کد ملی متقاضی:"
SIGNATURE, CLERK = "امضا متقاضی:", "نام و امضا کارمند میز خدمت:"
RECEIVED, ANSWER = "تاریخ دریافت درخواست خدمت:", "تاریخ دریافت پاسخ خدمت:"
ESTIMATE, DELIVERY = "(برآورد)", "(هنگام تحویل)"
"""Our additions, in brackets, where two equal labels stand one under the other on a roll."""
BRING = "هنگام دریافت پاسخ، این رسید از شما تحویل گرفته می‌شود. کارت ملی را همراه داشته باشید."
CHANGES = "تاریخ اعلام‌شده برآورد دستگاه است و در صورت تغییر به شما اطلاع داده می‌شود."
FOOTNOTES = {
    "۳": "تاریخی که ارباب رجوع درخواست خود را به میز خدمت ارائه کرده است و ثبت شده است",
    "۴": "تاریخی که در بدو دریافت درخواست خدمت از ارباب رجوع، از زمان آماده شدن پاسخ خدمت برآورد"
    " شده و به وی اعلام می شود.",
    "۵": "تاریخی که ارباب رجوع در ازای تحویل رسید، پاسخ خدمت را از میز خدمت تحویل می گیرد.",
}
_SIGNED = {True: 27.0, False: 36.0}
"""Millimetres of the box to sign, on A5 and on larger paper: a fingerprint fits under its label."""
CORRECTED = "اصلاح‌شده"
_MODULES, _MODULE = 45, 0.5
"""Of a seal's symbol with its quiet zone, and their least width in millimetres."""
ENDED = {"withdrawn": "انصراف متقاضی", "voided": "ابطال‌شده"}


def receipt(paper: ReceiptPaper, sheet: Sheet) -> Document:
    """The receipt on a page or a roll. The place of footnote 5's date stays empty until then."""
    kind = kinds.type_of(sheet)
    table = _slip(paper, kind) if sheet.roll else _page(paper, sheet, kind)
    number, day = parts.tracking(paper.tracking), paper.received.date()
    return Document(
        title=TITLE,
        top=frame.marks(paper, sheet, _ended(paper)),
        blocks=(
            *frame.letterhead(
                paper, sheet, number=number, enclosure=frame.NOTHING_ENCLOSED, day=day
            ),
            text(TITLE, kind.title, stay=True),
            Gap(height=1.5),
            *own.sentences(paper, "before_signature", kind),
            *table,
            Gap(height=1),
            Group(blocks=tuple(_footnote(mark, words, kind) for mark, words in FOOTNOTES.items())),
            Gap(height=2.5),
            Group(blocks=_next_visit(paper, sheet, kind)),
        ),
        later=frame.later(sheet, TITLE, f"{TRACKING} {number}", format_date(day)),
        foot=frame.foot(paper, sheet),
    )


def _page(paper: ReceiptPaper, sheet: Sheet, kind: Type) -> tuple[Block, ...]:
    large = kinds.styled(kind.strong, factor=1.25)
    received, promised, delivered = _dates(paper)
    rows = (
        (
            parts.cell(TRACKING, parts.tracking(paper.tracking), kind, style=large),
            parts.cell(RECEIVED, received, kind, note="۳"),
        ),
        (
            parts.cell(SERVICE, paper.sub_service, kind),
            parts.cell(ANSWER, promised, kind, note="۴", style=large),
        ),
        (
            parts.cell(NAME, _name(paper), kind),
            parts.cell(ANSWER, delivered, kind, note="۵", height=11),
        ),
        (
            parts.cell(CODE, parts.code(paper.id), kind),
            parts.cell(CLERK, paper.clerk, kind, down=2),
        ),
        (parts.cell(SIGNATURE, "", kind, height=_SIGNED[sheet.name == "A5"]),),
    )
    return (Table(widths=(1, 1), pad=1.4, rows=rows, stay=True),)


def _slip(paper: ReceiptPaper, kind: Type) -> tuple[Block, ...]:
    _, promised, delivered = _dates(paper)
    return parts.ruled(
        (
            parts.field(TRACKING, parts.tracking(paper.tracking), kind, factor=1.3),
            parts.field(SERVICE, paper.sub_service, kind),
            parts.field(NAME, _name(paper), kind),
            parts.field(CODE, parts.code(paper.id), kind),
            parts.field(RECEIVED, format_moment(paper.received), kind, note="۳"),
            parts.field(ANSWER, promised, kind, note="۴", added=ESTIMATE, factor=1.3),
            parts.field(ANSWER, delivered, kind, note="۵", added=DELIVERY),
            parts.to_sign(CLERK, paper.clerk, 10, kind),
            parts.to_sign(SIGNATURE, "", 22, kind),
        )
    )


def _dates(paper: ReceiptPaper) -> tuple[str, str, str]:
    received = f"{format_date(paper.received.date())} ساعت {format_time(paper.received)}"
    delivered = format_date(paper.delivered.date()) if paper.delivered else ""
    return received, format_date(paper.promised.date()), delivered


def _name(paper: ReceiptPaper) -> str:
    return f"{paper.name} (نماینده: {paper.representative})" if paper.representative else paper.name


def _footnote(mark: str, words: str, kind: Type) -> Text:
    return Text(runs=(Run(text=mark, raised=True), Run(text=f" {words}")), style=kind.small)


def _next_visit(paper: ReceiptPaper, sheet: Sheet, kind: Type) -> tuple[Block, ...]:
    hours = ""
    if paper.opens and paper.closes:
        hours = f"، از ساعت {persian_digits(paper.opens)} تا {persian_digits(paper.closes)}"
    day = f"{long_date(paper.promised.date())}{hours}"
    told: dict[str, Block] = {
        "next": parts.field("تاریخ مراجعه بعدی:", day, kind),
        "bring": text(BRING, kind.body),
    }
    promise = tuple(own.rows(paper, told))
    facts = _facts(paper, kind, short=sheet.roll)
    if not paper.payload:
        return (*promise, *facts)
    size = 18.0 if sheet.roll else 26.0
    code = Qr(payload=paper.payload, size=size, align="end")
    if sheet.width < kinds.NARROW:
        return (*promise, *facts, Gap(height=1), Qr(payload=paper.payload, align="center"))
    if sheet.roll:
        beside = Columns(
            sides=(Side(blocks=facts), Side(blocks=(code,), width=_side(sheet))), gap=1
        )
        return (*promise, beside)
    return (Columns(sides=(Side(blocks=(*promise, *facts)), Side(blocks=(code,), width=27))),)


def _side(sheet: Sheet) -> float:
    """How wide a seal's symbol is on a roll, where its modules are whole dots."""
    return _MODULES * round(sheet.dots(_MODULE)) / sheet.dots(1) + 0.2


def _facts(paper: ReceiptPaper, kind: Type, *, short: bool) -> tuple[Block, ...]:
    phone = persian_digits(paper.answerable_phone)
    # The symbol on a slip holds the address already.
    url = "" if short and paper.payload else paper.letterhead.url
    facts = {
        "documents": ("مدارک دریافت‌شده:", "، ".join(paper.documents)),
        "answerable": ("مسئول پاسخگو:", parts.joined(paper.answerable, phone, by="، تلفن\u00a0")),
        "follow": ("پیگیری:", parts.joined(persian_digits(paper.letterhead.phone), url)),
    }
    lines: dict[str, tuple[Block, ...]] = {
        name: (parts.said(label, value, kind.small),) if value else ()
        for name, (label, value) in facts.items()
    }
    return tuple(own.merged(paper, {**lines, "changes": (text(CHANGES, kind.small),)}))


def _ended(paper: ReceiptPaper) -> str:
    if paper.ended:
        return parts.joined(ENDED[paper.ended], paper.ended_reason, by=": ")
    return CORRECTED if paper.corrected else ""
