"""The slip that names every missing paper at once, «برگ اعلام نقص مدارک» (R52)."""

from app.money import money_words
from app.papers import DeficiencyPaper, PaperDocument
from app.persian import long_date, money, persian_digits
from app.sub_service import ApplicantKind
from printing.forms import frame, kinds, own, parts
from printing.forms.kinds import Type
from printing.model import Block, Columns, Document, Gap, Group, Qr, Side, Square, text
from printing.sheet import Sheet

TITLE = "برگ اعلام نقص مدارک"
ASKED = "متقاضی گرامی، برای ثبت درخواست شما مدارک زیر لازم است:"
INQUIRIES = "تهیه استعلام‌ها بر عهده این دستگاه است و نیازی به مراجعه شما نیست."
SHEET = "برگ اطلاع‌رسانی زیرخدمت، ویرایش {version}"
SIGNED = "نام و امضا کارمند میز خدمت:"
CODES: dict[ApplicantKind, str] = {
    "person": "کد ملی:",
    "legal": "شناسه ملی:",
    "foreigner": "شماره فراگیر اتباع:",
    "unnumbered": "کد ملی:",
}
"""What each kind's number is called; who has none has no word for it either."""


def deficiency(paper: DeficiencyPaper, sheet: Sheet) -> Document:
    """The slip; with its token the client comes back without a new wait."""
    kind = kinds.type_of(sheet)
    number = persian_digits(paper.number)
    return Document(
        title=TITLE,
        top=frame.marks(paper, sheet),
        blocks=(
            *frame.letterhead(paper, sheet, number=number, enclosure=frame.NOTHING_ENCLOSED),
            text(f"{TITLE} — شماره {number}", kinds.styled(kind.title, factor=0.85), stay=True),
            Gap(height=1.5),
            *_wanted(paper, kind),
            Gap(height=1),
            *_remarks(paper, kind),
            *own.sentences(paper, "before_signature", kind),
            Gap(height=1.5),
            Group(blocks=_return(paper, sheet, kind)),
        ),
        later=frame.later(sheet, TITLE, f"شماره {number}", paper.name),
        foot=frame.foot(paper, sheet),
    )


def masked(identifier: str) -> str:
    """۱۲۳***۷۸۹۰: enough for its owner to know it, too little for a finder of the slip."""
    hidden = len(identifier) - 7
    if hidden < 1:
        return parts.code(identifier)
    return persian_digits(f"{identifier[:3]}{'*' * hidden}{identifier[-4:]}")


def _wanted(paper: DeficiencyPaper, kind: Type) -> list[Block]:
    """Who brings which papers for what."""
    missing = (_missing(document, kind) for document in paper.missing)
    asked = (Gap(height=1), text(ASKED, kind.body, stay=True), *missing)
    known: dict[str, tuple[Block, ...]] = {
        "name": (parts.field("متقاضی:", paper.name or "—", kind),),
        "id": (parts.field(CODES[paper.kind], masked(paper.id), kind),),
        "service": (parts.field("زیرخدمت:", paper.sub_service, kind),),
        "missing": asked,
    }
    return own.merged(paper, known)


def _missing(document: PaperDocument, kind: Type) -> Block:
    words = parts.named(document)
    if document.where:
        words += f" — محل دریافت: {document.where}"
    size = kind.body.size * 0.34
    box = Side(blocks=(Gap(height=size * 0.28), Square(size=size, align="start")), width=size)
    line = Side(
        blocks=(parts.typed(words, kinds.styled(kind.body, weight="medium")), Gap(height=0.5))
    )
    return Columns(sides=(box, line), gap=1.6)


def _remarks(paper: DeficiencyPaper, kind: Type) -> list[Block]:
    known: dict[str, tuple[Block, ...]] = dict.fromkeys(("reason", "seen", "fee"), ())
    if paper.reason:
        known["reason"] = (parts.said("مدرک تازه به دلیل:", paper.reason, kind.body),)
    if paper.received:
        seen = "، ".join(paper.received)
        known["seen"] = (parts.said("مدارک دریافت‌شده یا رؤیت‌شده:", seen, kind.body),)
    if paper.fee:
        account = f"، شماره حساب\u00a0{parts.number(paper.account)}" if paper.account else ""
        sum_ = parts.said("هزینه:", money(paper.fee) + account, kind.body)
        known["fee"] = (sum_, text(money_words(paper.fee), kind.small))
    known["inquiries"] = (text(INQUIRIES, kind.body),)
    basis = paper.legal_basis or SHEET.format(version=persian_digits(str(paper.version)))
    known["basis"] = (parts.said("مبنای درخواست این مدارک:", basis, kind.body),)
    return own.merged(paper, known)


def _return(paper: DeficiencyPaper, sheet: Sheet, kind: Type) -> tuple[Block, ...]:
    counter = f"باجه\u00a0{persian_digits(paper.counter)}" if paper.counter else "میز خدمت"
    words = (
        f"تا {long_date(paper.until)} با همین برگ، بدون دریافت نوبت مجدد،"
        f" به {counter} مراجعه فرمایید."
    )
    asked = parts.joined(paper.answerable, persian_digits(paper.phone), by="، تلفن\u00a0")
    known: dict[str, tuple[Block, ...]] = {
        "until": (text(words, kinds.styled(kind.strong, factor=1.1)),),
        "question": (parts.said("پرسش:", asked, kind.body),) if asked else (),
    }
    lines = own.merged(paper, known)
    size = 19.0 if sheet.roll else 26.0
    code = Side(blocks=(Qr(payload=paper.token, size=size, align="end"),), width=size + 1)
    beside = Columns(sides=(Side(blocks=tuple(lines)), code), gap=1.5)
    under = (*lines, Gap(height=1), Qr(payload=paper.token, size=size, align="center"))
    signed = parts.to_sign(SIGNED, paper.clerk, 12, kind)
    return (*(under if sheet.width < kinds.NARROW else (beside,)), Gap(height=1), signed)
