"""The appointments of a day, «فهرست نوبت‌های قبلی»: for the desk, to be ticked off by hand."""

from app.papers import AppointmentRow, AppointmentsPaper
from app.persian import format_time, long_date, persian_digits
from printing.forms import kinds, own, parts
from printing.forms.kinds import Type
from printing.forms.listing import listing
from printing.model import Cell, Document, Gap, Table, text
from printing.sheet import Sheet

TITLE = "فهرست نوبت‌های قبلی"
COLUMNS = ("ساعت", "شماره", "نام", "زیرخدمت", "تلفن همراه", "با شماره نوبت", "ملاحظات")
_WIDTHS = (16, 20, 52, 82, 34, 30, 50)
_ROW = 9.5
"""Least height in millimetres: the last columns are filled by hand, too."""


def appointments(paper: AppointmentsPaper, sheet: Sheet) -> Document:
    """The list of one day on as many pages as it takes."""
    kind = kinds.type_of(sheet)
    title = f"{TITLE} — {long_date(paper.day)}"
    body = (
        Gap(height=2.5),
        _table(paper, kind),
        Gap(height=3.5),
        *own.sentences(paper, "before_signature", kind),
    )
    end = (text(f"تعداد {persian_digits(str(len(paper.rows)))} نوبت قبلی.", kind.body),)
    return listing(paper, sheet, kind, title, body, end)


def _table(paper: AppointmentsPaper, kind: Type) -> Table:
    head = parts.heads(COLUMNS, kinds.styled(kind.label, align="center"))
    rows = tuple(_row(row, kind) for row in paper.rows)
    return Table(widths=_WIDTHS, rows=(head, *rows), heads=1, pad=0.8, stay=True)


def _row(row: AppointmentRow, kind: Type) -> tuple[Cell, ...]:
    cells = (
        text(format_time(row.time), kind.middle),
        text(persian_digits(row.number), kind.middle),
        parts.typed(row.name, kind.body),
        parts.typed(row.sub_service, kind.body),
        text(persian_digits(row.mobile), kind.middle),
        text(parts.number(row.label), kind.middle),
        parts.typed(row.note, kind.body),
    )
    return tuple(Cell(blocks=(cell,), height=_ROW) for cell in cells)
