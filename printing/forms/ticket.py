"""The queue ticket, «برگ نوبت»: its number is read across the hall (R36)."""

from app.order import spans
from app.papers import TicketPaper
from app.persian import format_time, long_date, persian_digits
from printing.forms import frame, kinds, own, parts
from printing.forms.kinds import Type
from printing.model import Block, Columns, Document, Gap, Qr, Rule, Run, Side, Style, Text, text
from printing.sheet import Sheet

TITLE = "برگ نوبت"
COLLECTING = "رسید خدمت و کارت ملی را همراه داشته باشید."
UNATTENDED = "اکنون برای این خدمت کارمندی نیست؛ لطفاً از میز خدمت بپرسید."
"""As the kiosk's screen says it."""
_NUMBER = Style(size=64, weight="bold", align="center", leading=0.86)
"""Persian digits are two thirds of their size high: 15 mm."""
_LARGER = {"A5": 1.7, "A4": 2.4}
"""Times the number of a slip, on pages."""
_ON_PAGE = 1.4
_SERIES = 0.45
_MOST = 5
"""Papers named on the ticket; the rest is counted."""
_TITLE_LETTERS = {True: 56, False: 84}
"""Letters that two lines hold, on narrow and on wide paper."""


def ticket(paper: TicketPaper, sheet: Sheet) -> Document:
    """The ticket, on a roll as a rule."""
    kind = _type(sheet)
    title = _short(paper.sub_service, _TITLE_LETTERS[sheet.width < kinds.NARROW])
    label = persian_digits(paper.label)
    day = f"{long_date(paper.at.date())} ساعت {format_time(paper.at)}"
    return Document(
        title=TITLE,
        top=frame.marks(paper, sheet),
        blocks=(
            *frame.letterhead(paper, sheet, number=label),
            Gap(height=1),
            *_label(label, sheet),
            parts.typed(title, kinds.styled(kind.strong, align="center")),
            text(day, kinds.styled(kind.small, align="center")),
            Gap(height=1),
            Rule(),
            Gap(height=0.8),
            *_alone(paper, kind),
            _place(paper, sheet, kind),
            *_below(paper, kind),
            *own.sentences(paper, "before_signature", kind),
        ),
        later=frame.later(sheet, TITLE, label, day),
        foot=frame.foot(paper, sheet, made=not sheet.roll),
    )


def _type(sheet: Sheet) -> Type:
    """On a page the ticket fills its place, as it does on a slip."""
    kind = kinds.type_of(sheet)
    return kind if sheet.roll else kinds.type_sized(kind.body.size * _ON_PAGE)


def _label(label: str, sheet: Sheet) -> tuple[Block, ...]:
    """The series smaller than the number, so that both fit; on narrow paper above it."""
    style = kinds.styled(_NUMBER, factor=_LARGER.get(sheet.name, 1))
    series, _, number = label.rpartition(" ")
    if not series:
        return (text(number, style),)
    if sheet.width < kinds.NARROW:
        above = Style(size=style.size * _SERIES, weight="bold", align="center", leading=1.4)
        return (text(series, above, stay=True), text(number, style))
    return (Text(runs=(Run(text=f"{series} ", size=_SERIES), Run(text=number)), style=style),)


def _alone(paper: TicketPaper, kind: Type) -> tuple[Block, ...]:
    """Whoever waits must know that nobody would call."""
    if not paper.unattended:
        return ()
    return (text(UNATTENDED, kinds.styled(kind.strong, align="center")), Gap(height=0.8))


def _place(paper: TicketPaper, sheet: Sheet, kind: Type) -> Block:
    counters = persian_digits("، ".join(map(_span, spans(paper.counters))))
    ahead, wait = persian_digits(str(paper.ahead)), ""
    if paper.wait:
        least, most = (persian_digits(str(minutes)) for minutes in paper.wait)
        wait = f"{least} تا {most} دقیقه"
    told = {
        "counters": ("باجه:", counters),
        "ahead": ("نفرات جلوتر:", ahead),
        "wait": ("زمان تقریبی انتظار:", wait),
    }
    lines: list[Block] = [
        parts.field(label, value, kind) for label, value in own.rows(paper, told) if value
    ]
    if paper.collecting:
        lines.append(text(COLLECTING, kind.body))
    size = 17.0 if sheet.roll else 30.0
    code = Qr(payload=paper.payload, size=size, align="end")
    sides = (Side(blocks=tuple(lines)), Side(blocks=(code,), width=size + 2))
    return Columns(sides=sides, gap=1)


def _below(paper: TicketPaper, kind: Type) -> list[Block]:
    told = (Gap(height=0.6), text(_patience(paper), kind.small))
    patience = () if paper.unattended else told
    return own.merged(paper, {"documents": _papers(paper, kind), "patience": patience})


def _papers(paper: TicketPaper, kind: Type) -> tuple[Block, ...]:
    if paper.collecting or not paper.documents:
        return ()
    lines = [f"• {_short(parts.named(document), 90)}" for document in paper.documents[:_MOST]]
    more = len(paper.documents) - _MOST
    if more > 0:
        lines.append(f"و {persian_digits(str(more))} مدرک دیگر، روی تابلو")
    head = text("مدارک لازم:", kind.label, stay=True)
    return (Gap(height=0.6), head, *parts.rows_of(lines, kind.label))


def _patience(paper: TicketPaper) -> str:
    turns = persian_digits(str(paper.tolerance))
    return (
        "لطفاً تا اعلام شماره در سالن حضور داشته باشید. اگر هنگام فراخوان حضور نداشتید،"
        f" تا {turns} نوبت بعد به همان باجه مراجعه فرمایید."
    )


def _short(words: str, most: int) -> str:
    """The words, or as many whole ones as `most` letters hold."""
    if len(words) <= most:
        return words
    return words[:most].rpartition(" ")[0].rstrip("،؛ ") + " …"


def _span(span: tuple[str, str]) -> str:
    first, last = span
    if first == last:
        return first
    return f"{first} تا {last}"
