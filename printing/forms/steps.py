"""Table 1 of the guide: the stages of a sub-service's work (R33, R34), or of one request."""

from app.bidi import NO_BREAK_SPACE
from app.papers import StepRow, StepsPaper
from app.persian import format_moment, persian_digits
from app.sub_service import TimeUnit
from printing.forms import frame, kinds, own, parts
from printing.forms.kinds import Type
from printing.model import Block, Cell, Document, Gap, Group, Run, Style, Table, Text, text
from printing.sheet import Sheet

TITLE = "جدول تعیین مراحل گردش کار ارائه زیرخدمت"
SERVICE = "عنوان زیرخدمت:"
COLUMNS = (
    "ردیف",
    "عنوان مرحله",
    "واحد مسئول انجام دهنده",
    "پست سازمانی انجام دهنده",
    "مدت زمان انجام",
    "واحد زمان (ساعت، روز، ...)",
)
TIMES = ("زمان تحویل به واحد", "زمان پایان مرحله")
"""Our two columns, when the table is printed for one request."""
NOTE = "فاصله زمانی بین پایان مرحله قبل و آغاز مرحله بعد"
_NOTED = 4
_WIDTHS = (8.5, 29, 24, 21.5, 11, 14)
_UNITS: dict[TimeUnit, str] = {
    "working_day": "روز کاری",
    "working_hour": "ساعت کاری",
    "calendar_day": "روز تقویمی",
}


def steps(paper: StepsPaper, sheet: Sheet) -> Document:
    """Table 1, blank of times for a sub-service, with them for a request."""
    kind = kinds.type_of(sheet)
    about: list[Block] = [parts.field(SERVICE, paper.sub_service, kind)]
    number = parts.tracking(paper.tracking) if paper.tracking else ""
    if number:
        about.append(parts.field("شماره پیگیری:", number, kind))
    rows = _slip(paper, kind) if sheet.roll else (_table(paper, kind),)
    note = Text(runs=(Run(text="۲", raised=True), Run(text=f" {NOTE}")), style=kind.small)
    return Document(
        title=TITLE,
        top=frame.marks(paper, sheet),
        blocks=(
            *frame.letterhead(paper, sheet, number=number),
            text(TITLE, kinds.styled(kind.title, factor=0.9), stay=True),
            Gap(height=1.5),
            *about,
            Gap(height=1.5),
            *rows,
            Gap(height=1),
            note,
            *own.sentences(paper, "before_signature", kind),
        ),
        later=frame.later(sheet, TITLE, paper.sub_service, number),
        foot=frame.foot(paper, sheet),
    )


def lasting(duration: float, unit: TimeUnit) -> str:
    """«۲ روز کاری»."""
    return f"{amount(duration)}{NO_BREAK_SPACE}{_UNITS[unit]}"


def amount(duration: float) -> str:
    """«۲», «۱٫۵»."""
    return persian_digits(f"{duration:g}").replace(".", "٫")


def _table(paper: StepsPaper, kind: Type) -> Table:
    timed = bool(paper.tracking)
    titles = (*COLUMNS, *TIMES) if timed else COLUMNS
    style = kinds.styled(kind.label, align="center")
    head = tuple(
        Cell(blocks=(_title(title, style, noted=number == _NOTED),), shaded=True)
        for number, title in enumerate(titles)
    )
    rows = tuple(
        _row(number, step, kind, timed=timed) for number, step in enumerate(paper.steps, 1)
    )
    return Table(widths=(*_WIDTHS, 20, 20) if timed else _WIDTHS, rows=(head, *rows), heads=1)


def _title(words: str, style: Style, *, noted: bool) -> Text:
    return Text(runs=parts.labelled(words, "۲" if noted else ""), style=style)


def _row(number: int, step: StepRow, kind: Type, *, timed: bool) -> tuple[Cell, ...]:
    middle = kind.middle
    cells = [
        text(persian_digits(str(number)), middle),
        parts.typed(step.title, kind.body),
        parts.typed(step.unit, kind.body),
        parts.typed(step.post, kind.body),
        text(amount(step.duration), middle),
        text(_UNITS[step.unit_of_time], middle),
    ]
    if timed:
        times = (step.handed_over, step.done)
        cells += [text(format_moment(at) if at else "", middle) for at in times]
    return tuple(Cell(blocks=(cell,), height=9) for cell in cells)


def _slip(paper: StepsPaper, kind: Type) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for number, step in enumerate(paper.steps, 1):
        title = f"{persian_digits(str(number))}. {step.title}"
        lines: list[Block] = [parts.typed(title, kind.strong)]
        lines += _told(step, kind)
        for label, at in zip(TIMES, (step.handed_over, step.done), strict=True):
            if at:
                when = format_moment(at).replace(" ", NO_BREAK_SPACE)
                lines.append(parts.field(f"{label}:", when, kind))
        blocks.append(Group(blocks=tuple(lines)))
    return parts.ruled(blocks)


def _told(step: StepRow, kind: Type) -> tuple[Block, ...]:
    """What the columns after the title say, each under its label."""
    _, _, unit, post, long, unit_of_time = (f"{title}:" for title in COLUMNS)
    return (
        parts.field(unit, step.unit, kind),
        *((parts.field(post, step.post, kind),) if step.post else ()),
        parts.field(long, amount(step.duration), kind, note="۲"),
        parts.field(unit_of_time, _UNITS[step.unit_of_time], kind),
    )
