"""What the daily report and the hand-over list share: rows over many pages, signed at their end."""

from collections.abc import Sequence
from datetime import date

from app.papers import Paper
from printing.forms import frame, kinds
from printing.forms.kinds import Type
from printing.model import Block, Document, Group, text
from printing.sheet import Sheet


def listing(
    paper: Paper,
    sheet: Sheet,
    kind: Type,
    title: str,
    body: Sequence[Block],
    end: Sequence[Block],
    day: date | None = None,
    enclosure: str = frame.NOTHING_ENCLOSED,
) -> Document:
    """A list with its pages numbered; its end stays in one piece. `day`: the date at its head, else
    that of the making.
    """
    return Document(
        title=title,
        top=frame.marks(paper, sheet),
        blocks=(
            *frame.letterhead(paper, sheet, number=frame.BY_HAND, enclosure=enclosure, day=day),
            text(title, kinds.styled(kind.title, factor=0.95), stay=True),
            *body,
            Group(blocks=tuple(end)),
        ),
        later=frame.later(sheet, title),
        foot=frame.foot(paper, sheet, numbered=True),
    )
