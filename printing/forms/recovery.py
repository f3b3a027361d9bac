"""The recovery key on paper: large groups, and what the sheet is for."""

from app.bidi import apart
from app.papers import RecoveryPaper
from app.persian import persian_digits
from printing.forms import frame, kinds
from printing.model import Block, Columns, Document, Gap, Group, Side, text
from printing.sheet import Sheet

TITLE = "کلید بازیابی اطلاعات"
WHAT_FOR = (
    "نسخه‌های پشتیبان این واحد فقط با این کلید، روی رایانه دیگری باز می‌شود."
    " این برگ را در جای امن و جدا از رایانه نگه دارید."
)
_IN_A_ROW = 2


def recovery(paper: RecoveryPaper, sheet: Sheet) -> Document:
    """The groups in rows of two, the first at the right, each under its number."""
    kind = kinds.type_of(sheet)
    rows = range(0, len(paper.groups), _IN_A_ROW)
    return Document(
        title=TITLE,
        top=frame.marks(paper, sheet),
        blocks=(
            *frame.letterhead(paper, sheet),
            text(TITLE, kind.title),
            Gap(height=3),
            text(WHAT_FOR, kind.body),
            Gap(height=4),
            *(_row(paper.groups, start, kind) for start in rows),
        ),
        foot=frame.foot(paper, sheet),
    )


def _row(groups: tuple[str, ...], start: int, kind: kinds.Type) -> Block:
    taken = range(start, min(start + _IN_A_ROW, len(groups)))
    sides = tuple(Side(blocks=_group(place + 1, groups[place], kind)) for place in taken)
    return Group(blocks=(Columns(sides=sides), Gap(height=3)))


def _group(place: int, group: str, kind: kinds.Type) -> tuple[Block, ...]:
    digits = kinds.styled(kind.strong, factor=1.7, align="center")
    head = kinds.styled(kind.label, align="center")
    return (
        text(f"گروه {persian_digits(str(place))}", head),
        text(apart(persian_digits(group)), digits),
    )
