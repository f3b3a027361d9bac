"""The slip that names every missing paper at once, «برگ اعلام نقص مدارک» (R52)."""

from app.money import money_words
from app.papers import DeficiencyPaper, PaperDocument
from app.persian import long_date, money, persian_digits
from printing.forms import frame, kinds, parts
from printing.forms.kinds import Type
from printing.model import Block, Columns, Document, Gap, Group, Qr, Side, Square, text
from printing.sheet import Sheet

TITLE = "برگ اعلام نقص مدارک"
ASKED = "متقاضی گرامی، برای ثبت درخواست شما مدارک زیر لازم است:"
INQUIRIES = "تهیه استعلام‌ها بر عهده این دستگاه است و نیازی به مراجعه شما نیست."
SHEET = "برگ اطلاع‌رسانی زیرخدمت، ویرایش {version}"
SIGNED = "نام و امضا کارمند میز خدمت:"


def deficiency(paper: DeficiencyPaper, sheet: Sheet) -> Document:
    """The slip; with its token the client comes back without a new wait."""
    kind = kinds.type_of(sheet)
    number = persian_digits(paper.number)
    return Document(
        title=TITLE,
        top=frame.marks(paper, sheet),
        blocks=(
            *frame.letterhead(paper, sheet, number=number),
            text(f"{TITLE} — شماره {number}", kinds.styled(kind.title, factor=0.85), stay=True),
            Gap(height=1.5),
            parts.field("متقاضی:", paper.name, kind),
            parts.field("کد ملی:", masked(paper.id), kind),
            parts.field("زیرخدمت:", paper.sub_service, kind),
            Gap(height=1),
            text(ASKED, kind.body, stay=True),
            *(_missing(document, kind) for document in paper.missing),
            Gap(height=1),
            *_remarks(paper, kind),
            Gap(height=1.5),
            Group(blocks=_return(paper, sheet, kind)),
        ),
        foot=frame.foot(paper, sheet),
    )


def masked(identifier: str) -> str:
    """۱۲۳***۷۸۹۰: enough for its owner to know it, too little for a finder of the slip."""
    hidden = len(identifier) - 7
    if hidden < 1:
        return persian_digits(identifier)
    return persian_digits(f"{identifier[:3]}{'*' * hidden}{identifier[-4:]}")


def _missing(document: PaperDocument, kind: Type) -> Block:
    words = parts.named(document)
    if document.where:
        words += f" — محل دریافت: {document.where}"
    size = kind.body.size * 0.34
    box = Side(blocks=(Gap(height=size * 0.28), Square(size=size, align="start")), width=size)
    line = Side(blocks=(text(words, kinds.styled(kind.body, weight="medium")), Gap(height=0.5)))
    return Columns(sides=(box, line), gap=1.6)


def _remarks(paper: DeficiencyPaper, kind: Type) -> list[Block]:
    lines: list[Block] = []
    if paper.reason:
        lines.append(parts.said("مدرک تازه به دلیل:", paper.reason, kind.body))
    if paper.received:
        seen = "، ".join(paper.received)
        lines.append(parts.said("مدارک دریافت‌شده یا رؤیت‌شده:", seen, kind.body))
    if paper.fee:
        account = f"، شماره حساب {persian_digits(paper.account)}" if paper.account else ""
        lines.append(parts.said("هزینه:", money(paper.fee) + account, kind.body))
        lines.append(text(money_words(paper.fee), kind.small))
    lines.append(text(INQUIRIES, kind.body))
    basis = paper.legal_basis or SHEET.format(version=persian_digits(str(paper.version)))
    lines.append(parts.said("مبنای درخواست این مدارک:", basis, kind.body))
    return lines


def _return(paper: DeficiencyPaper, sheet: Sheet, kind: Type) -> tuple[Block, ...]:
    counter = f"باجه {persian_digits(paper.counter)}" if paper.counter else "میز خدمت"
    words = (
        f"تا {long_date(paper.until)} با همین برگ، بدون دریافت نوبت مجدد،"
        f" به {counter} مراجعه فرمایید."
    )
    asked = parts.joined(paper.answerable, persian_digits(paper.phone), by="، تلفن ")
    lines: list[Block] = [text(words, kinds.styled(kind.strong, factor=1.1))]
    if asked:
        lines.append(parts.said("پرسش:", asked, kind.body))
    size = 19.0 if sheet.roll else 26.0
    code = Side(blocks=(Qr(payload=paper.token, size=size, align="end"),), width=size + 1)
    beside = Columns(sides=(Side(blocks=tuple(lines)), code), gap=1.5)
    under = (*lines, Gap(height=1), Qr(payload=paper.token, size=size, align="center"))
    signed = parts.to_sign(SIGNED, paper.clerk, 12, kind)
    return (*(under if sheet.width < kinds.NARROW else (beside,)), Gap(height=1), signed)
