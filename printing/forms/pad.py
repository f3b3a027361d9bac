"""Blank sheets of Table 3, «رسید خدمت», to be filled in by hand while there is no power."""

from msgspec.structs import replace

from app.bidi import LRI, PDI
from app.papers import PadPaper
from app.persian import format_date, persian_digits
from printing.forms import frame, kinds, own, parts
from printing.forms.kinds import Type
from printing.forms.receipt import (
    ANSWER,
    CLERK,
    CODE,
    FOOTNOTES,
    NAME,
    RECEIVED,
    SERVICE,
    SIGNATURE,
    TITLE,
    TRACKING,
)
from printing.model import (
    Block,
    Cell,
    Columns,
    Document,
    Gap,
    Group,
    Qr,
    Rule,
    Run,
    Side,
    Table,
    Text,
    text,
)
from printing.sheet import Sheet

PAD = "دسته رسید برای زمان قطع برق"
STUB = "ته‌برگ (نزد میز خدمت می‌ماند و پس از بازگشت برق ثبت می‌شود)"
STUBS = ("نام و نام خانوادگی:", "کد ملی:", "زیرخدمت:", "تلفن همراه:", "مدارک دریافت‌شده:")
DAY = f"{LRI}۱۴…… / …… / ……{PDI}"
"""Where a date is written, its year at the left as dates are printed."""
BRING = "هنگام دریافت پاسخ، این رسید از شما تحویل گرفته می‌شود. کارت ملی را همراه داشته باشید."
_ROW, _SIGN = {True: 9.5, False: 11.5}, {True: 27.0, False: 36.0}
"""Millimetres in which somebody writes, and signs or puts a fingerprint, on A5 and on A4."""


def pad(paper: PadPaper, sheet: Sheet) -> Document:
    """Each sheet on a page of its own, its counterfoil under it."""
    kind = kinds.type_of(sheet)
    count = len(paper.sheets)
    each = (
        Group(blocks=_receipt(paper, sheet, number, f"{place} از {count}", kind))
        for place, number in enumerate(paper.sheets, 1)
    )
    return Document(
        title=PAD,
        top=frame.marks(paper, sheet),
        blocks=tuple(each),
        foot=frame.foot(paper, sheet, numbered=True, made=False),
    )


def _receipt(
    paper: PadPaper, sheet: Sheet, number: str, place: str, kind: Type
) -> tuple[Block, ...]:
    return (
        *frame.letterhead(
            paper,
            sheet,
            number=parts.tracking(number),
            enclosure=frame.NOTHING_ENCLOSED,
            day=DAY,
        ),
        text(TITLE, kind.title, stay=True),
        Gap(height=1),
        _table(number, sheet, kind),
        Gap(height=0.8),
        *(_footnote(mark, words, kind) for mark, words in FOOTNOTES.items()),
        text(BRING, kind.small),
        *own.sentences(paper, "before_signature", kind),
        Gap(height=1.5),
        Rule(thickness=0.13),
        Gap(height=1),
        *_stub(paper, sheet, number, place, kind),
    )


def _table(number: str, sheet: Sheet, kind: Type) -> Table:
    """Table 3 letter for letter; only its number is filled in."""
    small = sheet.name == "A5"
    row = _ROW[small]
    rows = (
        (_numbered(number, kind), _dated(RECEIVED, "۳", row, kind)),
        (_blank(SERVICE, row, kind), _dated(ANSWER, "۴", row, kind)),
        (_blank(NAME, row, kind), _dated(ANSWER, "۵", row, kind)),
        (_blank(CODE, row, kind), parts.cell(CLERK, "", kind, down=2)),
        (_blank(SIGNATURE, _SIGN[small], kind),),
    )
    return Table(widths=(1, 1), pad=1, rows=rows, stay=True)


def _numbered(number: str, kind: Type) -> Cell:
    """The number, also for a reader of symbols."""
    said = parts.cell(TRACKING, parts.tracking(number), kind, style=kind.strong)
    symbol = Side(blocks=(Qr(payload=number, size=13, align="end"),), width=14)
    return Cell(blocks=(Columns(sides=(Side(blocks=said.blocks), symbol), gap=1),), middle=False)


def _blank(label: str, height: float, kind: Type) -> Cell:
    return parts.cell(label, "", kind, height=height)


def _dated(label: str, note: str, height: float, kind: Type) -> Cell:
    return parts.cell(label, DAY, kind, note=note, height=height, style=kind.middle)


def _stub(paper: PadPaper, sheet: Sheet, number: str, place: str, kind: Type) -> tuple[Block, ...]:
    """What the office needs to enter the sheet later."""
    printed = f"چاپ {format_date(paper.printed.date())}، برگ {persian_digits(place)}"
    aside = kinds.styled(kind.small, align="end")
    head = Columns(
        sides=(
            Side(blocks=(text(STUB, kind.small),)),
            Side(blocks=(text(printed, aside),), width=44),
        )
    )
    row = _ROW[sheet.name == "A5"]
    name, code, service, mobile, documents = (_blank(label, row, kind) for label in STUBS)
    tracking = parts.cell(TRACKING, parts.tracking(number), kind, style=kind.body)
    rows = (
        (tracking, code, mobile),
        (parts.cell(RECEIVED, DAY, kind, style=kind.middle), replace(name, across=2)),
        (service, replace(documents, across=2)),
    )
    return (head, Gap(height=0.5), Table(widths=(1.2, 1, 1), pad=0.8, rows=rows))


def _footnote(mark: str, words: str, kind: Type) -> Text:
    return Text(runs=(Run(text=mark, raised=True), Run(text=f" {words}")), style=kind.small)
