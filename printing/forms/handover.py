"""The hand-over list for the secretariat's liaison, «فهرست تحویل به رابط دبیرخانه» (R13)."""

from app.papers import HandoverPaper, HandoverRow
from app.persian import format_date, format_time, long_date, persian_digits
from printing.forms import kinds, own, parts
from printing.forms.kinds import Type
from printing.forms.listing import listing
from printing.model import Block, Cell, Document, Gap, Table, text
from printing.sheet import Sheet

TITLE = "فهرست تحویل به رابط دبیرخانه"
COLUMNS = (
    "ردیف",
    "شماره پیگیری",
    "زیرخدمت",
    "نام متقاضی",
    "واحد مقصد",
    "تعداد برگ",
    "شماره ثبت دبیرخانه",
    "ملاحظات",
)
SIGNERS = ("تحویل‌دهنده، کارمند میز خدمت (امضا):", "تحویل‌گیرنده، رابط دبیرخانه (امضا):")
UNIT_SIGNER = "تحویل‌گیرنده، {unit} (امضا):"
_WIDTHS = (12, 34, 74, 46, 40, 16, 32, 30)
_ROW = 9.5
"""Least height in millimetres: two of the columns are filled by hand."""


def handover(paper: HandoverPaper, sheet: Sheet) -> Document:
    """The list of one day on as many pages as it takes, signed by who gives and who takes."""
    kind = kinds.type_of(sheet)
    title = f"{TITLE} — {long_date(paper.day)}"
    if paper.unit:
        title = f"{title} — {paper.unit}"
    body = (
        Gap(height=2.5),
        _table(paper, kind),
        Gap(height=3.5),
        *own.sentences(paper, "before_signature", kind),
    )
    enclosure = f"{persian_digits(str(len(paper.rows)))} پرونده"
    return listing(paper, sheet, kind, title, body, _end(paper, kind), paper.day, enclosure)


def _table(paper: HandoverPaper, kind: Type) -> Table:
    head = parts.heads(COLUMNS, kinds.styled(kind.label, align="center"))
    rows = tuple(_row(number, row, kind) for number, row in enumerate(paper.rows, 1))
    return Table(widths=_WIDTHS, rows=(head, *rows), heads=1, pad=0.8, stay=True)


def _row(number: int, row: HandoverRow, kind: Type) -> tuple[Cell, ...]:
    cells = (
        text(persian_digits(str(number)), kind.middle),
        text(parts.tracking(row.tracking), kind.middle),
        parts.typed(row.sub_service, kind.body),
        parts.typed(row.name, kind.body),
        parts.typed(row.unit, kind.body),
        text("", kind.middle),
        text(parts.number(row.letter), kind.middle),
        text("", kind.middle),
    )
    return tuple(Cell(blocks=(cell,), height=_ROW) for cell in cells)


def _end(paper: HandoverPaper, kind: Type) -> tuple[Block, ...]:
    count = persian_digits(str(len(paper.rows)))
    when = format_date(paper.day)
    if paper.at.date() == paper.day:
        when = f"{when} ساعت {format_time(paper.at)}"
    giver, taker = SIGNERS
    if paper.unit:
        taker = UNIT_SIGNER.format(unit=paper.unit)
    return (
        text(f"تعداد {count} درخواست در تاریخ {when} تحویل شد.", kind.body),
        Gap(height=3),
        parts.signers(giver, taker, kind=kind),
    )
