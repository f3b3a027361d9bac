"""What an inspector checks at a desk, a draw of requests, and room for remarks (R73)."""

from app.papers import InspectionPaper, InspectionPoint, InspectionRow
from app.persian import format_date, format_moment, persian_digits
from printing.forms import kinds, parts
from printing.forms.kinds import Type
from printing.forms.listing import listing
from printing.model import Block, Cell, Document, Gap, Table, text
from printing.sheet import Sheet

TITLE = "برگ بازرسی میز خدمت"
POINTS = ("ردیف", "آنچه بررسی می‌شود", "آنچه سوابق نشان می‌دهد", "کجا دیده می‌شود", "نظر بازرس")
DRAWN = (
    "ردیف",
    "شماره رسید",
    "زیرخدمت",
    "نام متقاضی",
    "دریافت درخواست",
    "موعد پاسخ",
    "پاسخ",
    "مطابق برگه‌ها",
)
DRAW = "درخواست‌های قرعه برای مقایسه با برگه‌ها"
NOBODY = "در این دوره درخواستی ثبت نشده است."
REMARKS = "ملاحظات بازرس"
SIGNERS = ("بازرس نخست (نام، سمت، امضا):", "بازرس دوم (نام، سمت، امضا):", "مسئول میز خدمت (امضا):")
_POINTS = (10, 58, 56, 44, 40)
_DRAWN = (11, 36, 50, 37, 25, 25, 25, 23)
_ROW, _REMARKS = 9.0, 44.0
"""Least heights in millimetres of what is filled by hand."""
_SIZE = 9.2


def inspection(paper: InspectionPaper, sheet: Sheet) -> Document:
    """As many pages as it takes; remarks and signatures at the end stay together."""
    kind = kinds.type_sized(_SIZE * sheet.type)
    title = f"{TITLE} — {paper.period.name}"
    days = f"از {format_date(paper.period.first)} تا {format_date(paper.period.last)}"
    body: list[Block] = [
        text(days, kind.middle),
        Gap(height=2.5),
        _points(paper, kind),
        Gap(height=5),
        text(DRAW, kind.strong, stay=True),
        Gap(height=1),
        text(_said(paper), kind.small, stay=True),
        Gap(height=1.5),
        _drawn(paper, kind),
        Gap(height=5),
    ]
    return listing(paper, sheet, kind, title, body, _end(paper, kind))


def _points(paper: InspectionPaper, kind: Type) -> Table:
    head = parts.heads(POINTS, kinds.styled(kind.label, align="center"))
    rows = tuple(_point(number, point, kind) for number, point in enumerate(paper.points, 1))
    return Table(widths=_POINTS, rows=(head, *rows), heads=1, pad=0.8)


def _point(number: int, point: InspectionPoint, kind: Type) -> tuple[Cell, ...]:
    cells = (
        text(persian_digits(str(number)), kind.middle),
        text(point.asks, kind.body),
        text(point.shows, kind.strong if point.poor else kind.body),
        text(point.where, kind.small),
        text("", kind.middle),
    )
    return tuple(Cell(blocks=(cell,)) for cell in cells)


def _said(paper: InspectionPaper) -> str:
    many = persian_digits(str(len(paper.rows)))
    of = persian_digits(str(paper.population))
    return f"{many} درخواست از {of} درخواست این دوره؛ دانه قرعه: {parts.number(paper.seed)}"


def _drawn(paper: InspectionPaper, kind: Type) -> Table:
    head = parts.heads(DRAWN, kinds.styled(kind.label, factor=0.94, align="center"))
    rows = tuple(_row(number, row, kind) for number, row in enumerate(paper.rows, 1))
    none = ((Cell(blocks=(text(NOBODY, kind.middle),), across=len(DRAWN)),),)
    return Table(widths=_DRAWN, rows=(head, *(rows or none)), heads=1, pad=0.8)


def _row(number: int, row: InspectionRow, kind: Type) -> tuple[Cell, ...]:
    answered = format_date(row.answered) if row.answered else "—"
    cells = (
        text(persian_digits(str(number)), kind.middle),
        text(parts.tracking(row.tracking), kind.middle),
        parts.typed(row.sub_service, kind.body),
        parts.typed(row.name, kind.body),
        text(format_date(row.received), kind.middle),
        text(format_date(row.promised), kind.middle),
        text(answered, kind.middle),
        text("", kind.middle),
    )
    return tuple(Cell(blocks=(cell,), height=_ROW) for cell in cells)


def _end(paper: InspectionPaper, kind: Type) -> tuple[Block, ...]:
    room = (Cell(blocks=(text(REMARKS, kind.label),), height=_REMARKS),)
    return (
        Table(widths=(1,), rows=(room,), pad=1.5),
        Gap(height=4),
        parts.signers(*SIGNERS, kind=kind, height=20),
        Gap(height=3),
        parts.said("وضعیت تا:", format_moment(paper.at), kind.body),
        text("شناسه درستی سوابق:", kind.label, stay=True),
        text(paper.head, kind.small),
    )
