"""Table 2 of the guide, the desk's daily report in two parts (R60)."""

from collections.abc import Sequence
from datetime import date

from app.papers import LogChange, LogPaper, LogRow
from app.persian import format_date, format_moment, long_date, persian_digits, persian_figures
from printing.forms import kinds, own, parts
from printing.forms.kinds import Type
from printing.forms.listing import listing
from printing.model import Block, Cell, Document, Gap, Run, Table, Text, text
from printing.sheet import Sheet

TITLE = "گزارش کارکنان میز خدمت"
RECEIVED = "درخواست‌های دریافت‌شده امروز"
ANSWERED = "پاسخ‌های ارائه‌شده امروز (درخواست‌های روزهای پیش)"
SUPPLEMENT = "برگ متمم"
LATE_RECEIVED = "درخواست‌های ثبت‌شده پس از بستن گزارش"
LATE_ANSWERED = "پاسخ‌های ارائه‌شده پس از بستن گزارش"
CHANGED = "تغییر در ردیف‌های گزارش بسته‌شده"
COLUMNS = (
    "شماره رسید",
    "عنوان زیرخدمت مورد تقاضا",
    "تاریخ دریافت درخواست از ارباب رجوع",
    "تاریخ درج شده در سر رسید برای ارائه پاسخ زیرخدمت به ارباب رجوع",
    "تاریخ ارائه درخواست به اولین مرحله کاری",
    "تاریخ دریافت پاسخ زیرخدمت از آخرین مرحله کاری",
)
LAST = "تاریخ ارائه پاسخ زیرخدمت به ارباب رجوع"
"""Column 7 as we restore it; the source breaks off after its first words."""
MARKS = {
    "corrected": "اصلاح‌شده",
    "withdrawn": "انصراف متقاضی",
    "voided": "ابطال‌شده",
    "by_hand": "ثبت از رسید دستی",
    "first_step": "ارائه به اولین مرحله",
    "last_step": "دریافت پاسخ از آخرین مرحله",
}
NOTHING = "موردی نیست."
Cells = tuple[Cell, ...]
_SIZE = 9.4
"""Points: a day of hundreds of rows on as few sheets as can still be read."""
_WIDTHS = (32, 83, 28, 34, 28, 32, 30)


def log(paper: LogPaper, sheet: Sheet) -> Document:
    """The report of one day, at one counter or all of them, on as many pages as it takes."""
    kind = kinds.type_sized(_SIZE * sheet.type)
    where = f"باجه {persian_digits(paper.counter)}" if paper.counter else "همه باجه‌ها"
    title = f"{TITLE} — گزارش روزانه {long_date(paper.day)} — {where}"
    if paper.supplement:
        title = f"{title} — {SUPPLEMENT}"
    return listing(paper, sheet, kind, title, _body(paper, kind), _end(paper, kind))


def _body(paper: LogPaper, kind: Type) -> tuple[Block, ...]:
    received = [_row(row, kind) for row in paper.received]
    answered = [_row(row, kind) for row in paper.answered]
    if not paper.supplement:
        return (
            Gap(height=2),
            *_part(RECEIVED, received, paper, kind),
            Gap(height=4),
            *_part(ANSWERED, answered, paper, kind, signed=True),
            Gap(height=3),
        )
    changed = [_changed(change, kind) for change in paper.changed]
    return (
        Gap(height=2),
        *_part(LATE_RECEIVED, received, paper, kind),
        Gap(height=4),
        *_part(LATE_ANSWERED, answered, paper, kind),
        Gap(height=4),
        *_part(CHANGED, changed, paper, kind, signed=True),
        Gap(height=3),
    )


def _part(
    title: str, rows: Sequence[Cells], paper: LogPaper, kind: Type, *, signed: bool = False
) -> tuple[Block, ...]:
    """One part; nobody signs a page of its own, so the last row of what is signed goes along."""
    style = kinds.styled(kind.label, factor=0.94, align="center")
    titles = (*COLUMNS, paper.last_column or LAST)
    head = parts.heads(titles, style)
    nothing = (Cell(blocks=(text(NOTHING, kind.middle),), across=len(titles)),)
    body = tuple(rows) or (nothing,)
    count = persian_digits(str(len(rows)))
    heading = (Run(text=title, weight="bold"), Run(text=f" — {count} مورد"))
    return (
        Text(runs=heading, style=kind.body, stay=True),
        Gap(height=1),
        Table(widths=_WIDTHS, rows=(head, *body), heads=1, pad=0.5, stay=signed),
    )


def _changed(change: LogChange, kind: Type) -> Cells:
    """What became of a row, when, and why."""
    said = f"{MARKS[change.what]}، {format_moment(change.at)}"
    return _row(change.row, kind, f"{said}: {change.reason}" if change.reason else said)


def _row(row: LogRow, kind: Type, said: str = "") -> Cells:
    runs = [Run(text=persian_figures(row.sub_service))]
    if said or row.mark:
        runs.append(Run(text=f" ({said or MARKS[row.mark]})", weight="bold"))
    title = Text(runs=tuple(runs), style=kind.body)
    days = (row.received, row.promised, row.first_step, row.last_step, row.delivered)
    dates = tuple(text(_day(day), kind.middle) for day in days)
    tracking = text(parts.tracking(row.tracking), kind.middle)
    return tuple(Cell(blocks=(block,)) for block in (tracking, title, *dates))


def _day(day: date | None) -> str:
    return format_date(day) if day else "—"


def _count(count: int | None) -> str:
    return "—" if count is None else persian_digits(str(count))


def _end(paper: LogPaper, kind: Type) -> tuple[Block, ...]:
    total = paper.totals
    counts = (
        ("درخواست", total.requests),
        ("پاسخ ارائه‌شده", total.answers),
        ("راهنمایی", total.guidance),
        ("تلفنی", total.telephone),
        ("نقص مدارک", total.deficiencies),
        ("هدایت به واحد", total.referrals),
        ("حاضر نشد", total.no_shows),
        ("موعد گذشته", total.overdue),
    )
    words = parts.joined(*(f"{name} {_count(count)}" for name, count in counts))
    state = parts.said("وضعیت تا:", format_moment(paper.at), kind.body)
    # The code has a line of its own, so that it can be copied from the file in one piece.
    chain = text("شناسه درستی سوابق:", kind.label, stay=True)
    head = text(paper.head, kind.small)
    signers = ("کارمند باجه (امضا):", "مسئول میز خدمت (امضا):")
    known: dict[str, tuple[Block, ...]] = {
        "totals": (parts.field("جمع:", words, kind),),
        "state": (state,),
        "chain": (chain, head),
    }
    return (
        *own.merged(paper, known),
        *own.sentences(paper, "before_signature", kind),
        Gap(height=3),
        parts.signers(*signers, kind=kind, height=16),
    )
