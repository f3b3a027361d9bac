"""Table 4 of the guide, «ابلاغ پاسخ خدمت یا تصمیمات به ارباب رجوع» (R62)."""

from app.papers import AnswerPaper
from app.persian import format_date
from printing.forms import frame, kinds, own, parts
from printing.forms.kinds import Type
from printing.model import Block, Box, Cell, Document, Gap, Group, Table, text
from printing.sheet import Sheet

TITLE = "ابلاغ پاسخ خدمت یا تصمیمات به ارباب رجوع"
NUMBER, CODE = "تاریخ و شماره پاسخ:", "کد ملی:"
NAME = "نام و نام خانوادگی ارباب رجوع:"
GROUNDS = "مستندات قانونی و استدلال های منجر به پاسخ ارائه شده:"
CONTENT, REMARKS = "مفاد اصلی پاسخ:", "توضیحات:"
OBJECTION = "اعلام مرجع و مهلت اعتراض به پاسخ (تصمیم):"
ISSUER = "نام و سمت صادرکننده ابلاغیه:"
_HEIGHTS = {GROUNDS: 38, CONTENT: 58, OBJECTION: 24, REMARKS: 20}
"""Least heights on A4, in millimetres: a short answer fills its form all the same."""
_WITH_SIGNATURE = 0.6
"""Of these heights, on the copy which the client signs too: it shall need no second page."""
_NAMES = {
    NUMBER: "letter_number",
    CODE: "id",
    NAME: "name",
    GROUNDS: "grounds",
    CONTENT: "content",
    OBJECTION: "objection",
    REMARKS: "remarks",
    ISSUER: "issuer_name",
}
"""What of the paper each row says."""
RECEIVER = "نام و امضا / اثر انگشت تحویل‌گیرنده:"


def answer(paper: AnswerPaper, sheet: Sheet) -> Document:
    """The notice; the office's own copy ends with the line on which the client signs for it."""
    kind = kinds.type_of(sheet)
    number = parts.tracking(paper.number)
    enclosure = paper.attachment or frame.NOTHING_ENCLOSED
    tall_page = sheet.name == "A4"
    tall = (1.0 if tall_page else 0.6) * (_WITH_SIGNATURE if paper.office_copy else 1)
    tall /= 1 + sheet.tight
    return Document(
        title=TITLE,
        top=frame.marks(paper, sheet),
        blocks=(
            *frame.letterhead(paper, sheet, number=number, enclosure=enclosure, day=paper.issued),
            text(TITLE, kinds.styled(kind.title, factor=0.95), stay=True),
            Gap(height=2),
            *own.sentences(paper, "before_signature", kind),
            *(_slip(paper, kind) if sheet.roll else (_table(paper, kind, tall),)),
            *(_received(paper, kind, 24 if tall_page else 18) if paper.office_copy else ()),
        ),
        later=frame.later(sheet, TITLE, f"شماره {number}", format_date(paper.issued)),
        foot=frame.foot(paper, sheet),
    )


def _fields(paper: AnswerPaper) -> tuple[tuple[str, str], ...]:
    letter = f"شماره نامه: {parts.number(paper.letter_number)}" if paper.letter_number else ""
    number = f"{format_date(paper.issued)} — {parts.tracking(paper.number)}"
    return (
        (NUMBER, parts.joined(number, letter)),
        (CODE, parts.code(paper.id)),
        (NAME, paper.name),
        (GROUNDS, paper.grounds),
        (CONTENT, paper.content),
        (OBJECTION, paper.objection),
        (REMARKS, paper.remarks),
    )


def _table(paper: AnswerPaper, kind: Type, tall: float) -> Table:
    """Label at the right, content at the left, as the guide draws it."""
    rows = [_row(label, value, kind, tall) for label, value in _fields(paper)]
    issuer = Cell(blocks=_issuer(paper, kind), height=28, middle=False, name=_NAMES[ISSUER])
    rows.append((_label(ISSUER, kind), issuer))
    signed = 1 if paper.remarks else 2  # an empty row is nothing to sign
    return Table(
        widths=(27, 73),
        rows=tuple(rows),
        pad=1.6,
        loose=True,
        stay=paper.office_copy,
        signed=signed,
    )


def _row(label: str, value: str, kind: Type, tall: float) -> tuple[Cell, ...]:
    strong = label in (NUMBER, CODE, NAME)
    content = parts.typed(value, kind.strong if strong else kind.body)
    return (
        _label(label, kind),
        Cell(
            blocks=(content,),
            height=_HEIGHTS.get(label, 0) * tall,
            middle=False,
            name=_NAMES[label],
        ),
    )


def _label(label: str, kind: Type) -> Cell:
    return Cell(blocks=(text(label, kind.label),), shaded=True, middle=False)


def _issuer(paper: AnswerPaper, kind: Type) -> tuple[Block, ...]:
    """Name over post, with room under them for signature and stamp."""
    return (parts.typed(paper.issuer_name, kind.strong), parts.typed(paper.issuer_post, kind.body))


def _slip(paper: AnswerPaper, kind: Type) -> tuple[Block, ...]:
    fields: list[Block] = [parts.said(label, value, kind.body) for label, value in _fields(paper)]
    issuer = parts.joined(paper.issuer_name, paper.issuer_post, by="، ")
    table = parts.ruled((*fields, parts.to_sign(ISSUER, issuer, 18, kind)), pad=0.8)
    if not paper.attachment:
        return table
    return (*table, Gap(height=1), parts.said("پیوست:", paper.attachment, kind.body))


def _received(paper: AnswerPaper, kind: Type, room: float) -> tuple[Block, ...]:
    words = f"پاسخ در تاریخ {format_date(paper.at.date())} تحویل اینجانب شد و رسید خدمت عودت گردید."
    signed = kinds.styled(kind.label)
    inside = (text(words, kind.body), text(RECEIVER, signed), Gap(height=room))
    return (Gap(height=4), Group(blocks=(Box(blocks=inside),)))
