"""What stands around every form: marks at the top, letterhead, foot."""

from collections.abc import Sequence
from datetime import date

from app.bidi import LRI, NO_BREAK_SPACE, PDI
from app.papers import Paper
from app.persian import format_date, format_moment, persian_digits
from printing.forms import own
from printing.forms.kinds import Type, styled, type_of
from printing.forms.parts import joined, phone, rows_of, typed
from printing.model import Block, Box, Columns, Emblem, Gap, PageNumber, Rule, Side, text
from printing.sheet import Sheet

IN_GODS_NAME = "بسمه تعالی"
NOTHING_ENCLOSED = "ندارد"
BY_HAND = "………"
"""Where the secretariat writes the number that a list of ours has not."""
_LETTER = 0.185
"""Millimetres that a letter is wide for each point of its size, with something to spare."""
SAMPLE = "نمونه آموزشی — فاقد اعتبار"


def marks(paper: Paper, sheet: Sheet, voided: str = "") -> tuple[Block, ...]:
    """What stands at the very top of every page of a copy, a sample or a voided paper."""
    kind = type_of(sheet)
    band = styled(kind.strong, align="center")
    blocks: list[Block] = []
    if paper.copy:
        copy = paper.copy
        words = f"المثنی — نسخه {persian_digits(str(copy.number))} — {copy.clerk} — "
        blocks.append(typed(words + format_moment(copy.at), band))
    if paper.letterhead.sample:
        blocks.append(text(SAMPLE, band))
    if voided:
        voiding = styled(kind.title, factor=0.9)
        blocks.append(Box(blocks=(text(voided, voiding),), pad=1, thickness=0.7))
    return (*blocks, Gap(height=1.5)) if blocks else ()


def letterhead(
    paper: Paper,
    sheet: Sheet,
    *,
    number: str = "",
    enclosure: str = "",
    day: date | str | None = None,
) -> tuple[Block, ...]:
    """Emblem and office at the right, God's name in the middle; date, number and enclosure stacked
    at the left, of which a leaflet, being no letter, has the first alone. `day` as text stands
    where the date is written by hand.
    """
    if sheet.roll:
        return _slip_head(paper, sheet)
    kind, head = type_of(sheet), paper.letterhead
    office = typed(head.office, kind.strong)
    right: tuple[Block, ...] = (typed(head.agency, kind.body), office)
    if head.agency in ("", head.office):
        right = (office,)
    if head.emblem:
        size = 13.0 if sheet.name == "A5" else 17.0
        sign = Side(blocks=(Emblem(png=head.emblem, height=size),), width=size)
        right = (Columns(sides=(sign, Side(blocks=right)), gap=2, middle=True),)
    dated = day if isinstance(day, str) else format_date(day or paper.at.date())
    stack = [f"تاریخ: {dated}"]
    stack += [f"شماره: {number}"] * bool(number)
    stack += [f"پیوست: {enclosure}"] * bool(enclosure)
    stacked = Side(blocks=rows_of(stack, kind.label), width=_wide(stack, sheet, kind))
    left = Columns(sides=(Side(blocks=()), stacked), gap=0)
    middle = text(IN_GODS_NAME if paper.template.basmala else "", kind.middle)
    return (
        Columns(
            sides=(Side(blocks=right), Side(blocks=(middle,), width=24), Side(blocks=(left,))),
            gap=1,
        ),
        *own.line(paper, paper.template.heading, kind),
        Gap(height=1.5),
        Rule(thickness=0.35),
        Gap(height=3.5),
    )


def later(sheet: Sheet, title: str, *facts: str) -> tuple[Block, ...]:
    """At the top of every page but the first: to which paper it belongs."""
    said = typed(joined(title, *facts, by=" — "), type_of(sheet).label)
    return (said, Gap(height=1), Rule(), Gap(height=2.5))


def _wide(lines: Sequence[str], sheet: Sheet, kind: Type) -> float:
    """What the longest line needs, so that the stack stands at the left edge."""
    longest = max(len(line.strip(LRI + PDI)) for line in lines)
    return min(longest * kind.label.size * _LETTER + 1, 43 if sheet.name == "A5" else 54)


def _slip_head(paper: Paper, sheet: Sheet) -> tuple[Block, ...]:
    kind = type_of(sheet)
    name = text(IN_GODS_NAME, styled(kind.small, align="center"))
    return (
        *((name,) if paper.template.basmala else ()),
        typed(f"{paper.letterhead.office} — میز خدمت حضوری", styled(kind.strong, align="center")),
        *own.line(paper, paper.template.heading, kind),
        Gap(height=1),
        Rule(thickness=0.35),
        Gap(height=1),
    )


def foot(
    paper: Paper, sheet: Sheet, *, numbered: bool = False, made: bool = True
) -> tuple[Block, ...]:
    """The office's own words; whose paper it is and where, small, and, if `made`, when and by whom
    it was made. A slip names the office at its head.
    """
    kind, head = type_of(sheet), paper.letterhead
    counter = f"باجه{NO_BREAK_SPACE}{persian_digits(paper.counter)}" if paper.counter else ""
    at = format_moment(paper.at).replace(" ", NO_BREAK_SPACE)
    whose = joined("" if sheet.roll else head.office, head.address, phone(head.phone), by="، ")
    lines = [whose] * bool(whose) + [joined(at, counter, paper.clerk)] * made
    said = own.sentences(paper, "foot", kind)
    below = own.line(paper, paper.template.footer, kind)
    if sheet.roll:
        middle = rows_of(lines, styled(kind.foot, align="center"))
        return (*said, Gap(height=1.5), Rule(), Gap(height=0.8), *below, *middle)
    aside = styled(kind.foot, align="end")
    number = Side(blocks=(PageNumber(style=aside, always=numbered),), width=18)
    told = Columns(sides=(Side(blocks=rows_of(lines, kind.foot)), number))
    return (*said, Gap(height=2), Rule(), Gap(height=1), *below, told)
