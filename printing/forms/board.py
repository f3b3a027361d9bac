"""The board of a counter with the titles of what is served there, «تابلوی راهنمای باجه» (R49)."""

from math import ceil

from app.papers import BoardLine, BoardPaper
from app.persian import persian_digits, search_key
from printing.forms import frame, own, parts
from printing.forms.information import hours_said
from printing.forms.kinds import type_of
from printing.model import (
    Block,
    Columns,
    Document,
    Emblem,
    Gap,
    PageNumber,
    Rule,
    Side,
    Style,
    Text,
    text,
)
from printing.sheet import Sheet

TITLE = "تابلوی راهنمای باجه"
SERVED, NOTHING = "خدمات این باجه:", "در این باجه اکنون خدمتی ارائه نمی‌شود."
ONLY_HERE = (
    "مراجعه‌کننده گرامی، ارائه خدمت فقط در میز خدمت انجام می‌شود"
    " و نیازی به مراجعه به واحدهای داخلی نیست."
)
_MANY = 12
"""More titles than these stand under their departments."""
_SIZES = (22.0, 19.0, 17.0, 15.0, 13.5, 12.0, 11.0)
"""Points on A4, the largest first: a board is read standing."""
_LEGIBLE = 15.0
"""Of titles that fill more than one page in any of these."""
_ROOM = 166
"""Millimetres of an A4 page that the titles may fill."""
_LETTER = 0.172
"""Millimetres that a letter is wide for each point of its size, on the average."""
_GAP = 0.06
"""Over and under a title, in sizes of its type, as millimetres for each point."""


def board(paper: BoardPaper, sheet: Sheet) -> Document:
    """In the largest type that leaves the titles on one page, or on as many as they need."""
    scale = sheet.width / 210 * sheet.type
    number = persian_digits(paper.counter)
    return Document(
        title=f"{TITLE} {number}",
        top=frame.marks(paper, sheet),
        blocks=(
            *_head(paper, scale),
            *_list(paper.services, scale, _ROOM - _taken(paper)),
            *own.sentences(paper, "before_signature", type_of(sheet)),
        ),
        later=frame.later(sheet, f"{TITLE} {number}"),
        foot=_foot(paper, sheet, scale),
    )


def _head(paper: BoardPaper, scale: float) -> tuple[Block, ...]:
    office = paper.letterhead
    middle = Style(size=15 * scale, align="center", leading=1.4)
    large = Style(size=84 * scale, weight="bold", align="center", leading=1.1)
    title = Style(size=22 * scale, weight="bold", align="center", leading=1.4)
    sign = Emblem(png=office.emblem, height=20 * scale, align="center")
    emblem = (sign, Gap(height=1.5)) if office.emblem else ()
    agency = office.agency if office.agency != office.office else ""
    number = f"باجه {persian_digits(paper.counter)}"
    own_title = "" if search_key(paper.title) == search_key(number) else paper.title
    words = [part for part in (agency, f"{office.office} — میز خدمت حضوری") if part]
    return (
        *emblem,
        *parts.rows_of(words, middle),
        Gap(height=2 * scale),
        Rule(thickness=0.4 * scale),
        Gap(height=3 * scale),
        text(number, large),
        *((parts.typed(own_title, title),) if own_title else ()),
        Gap(height=3 * scale),
        Rule(thickness=0.4 * scale),
        Gap(height=3 * scale),
    )


def _list(services: tuple[BoardLine, ...], scale: float, room: float) -> tuple[Block, ...]:
    size = _size(services, room) * scale
    heading = Style(size=size * 0.9, weight="medium", leading=1.4)
    if not services:
        return (text(NOTHING, heading),)
    blocks: list[Block] = [text(SERVED, heading, stay=True), Gap(height=_GAP * size)]
    number = 0
    for department, group in _grouped(services):
        if department:
            blocks += [Gap(height=_GAP * size), text(department, heading, stay=True)]
        for line in group:
            number += 1
            blocks += _line(number, line, size)
    return tuple(blocks)


def _grouped(services: tuple[BoardLine, ...]) -> list[tuple[str, list[BoardLine]]]:
    """Many titles by their departments, in the catalogue's order; few as they are."""
    if len(services) <= _MANY:
        return [("", list(services))]
    departments = dict.fromkeys(line.department for line in services)
    return [
        (department, [line for line in services if line.department == department])
        for department in departments
    ]


def _line(number: int, line: BoardLine, size: float) -> tuple[Block, ...]:
    style = Style(size=size, weight="bold", leading=1.35)
    count = Style(size=size, leading=1.35)
    sides = (
        Side(blocks=(text(f"{persian_digits(str(number))}.", count),), width=size * 0.62),
        Side(blocks=(parts.typed(line.title, style),)),
    )
    return (Gap(height=_GAP * size), Columns(sides=sides, gap=1), Gap(height=_GAP * size))


def _size(services: tuple[BoardLine, ...], room: float) -> float:
    """The largest type, on A4, in which the titles fill no more than their room."""
    return next((size for size in _SIZES if _height(services, size) <= room), _LEGIBLE)


def _taken(paper: BoardPaper) -> float:
    """Millimetres that not every board needs: for emblem, title, and the marks at its top."""
    marks = bool(paper.copy) + paper.letterhead.sample
    return 22 * bool(paper.letterhead.emblem) + 11 * bool(paper.title) + 8 * marks


def _height(services: tuple[BoardLine, ...], size: float) -> float:
    width = 174 - size * 0.62
    lines = sum(ceil(len(line.title) * _LETTER * size / width) for line in services)
    heads = len({line.department for line in services}) if len(services) > _MANY else 0
    gaps = 2 * len(services) + heads + 1
    return (lines + heads + 1) * size * 1.35 * 0.353 + gaps * _GAP * size


def _foot(paper: BoardPaper, sheet: Sheet, scale: float) -> tuple[Block, ...]:
    office, kind = paper.letterhead, type_of(sheet)
    said = Style(size=14 * scale, weight="medium", align="center", leading=1.5)
    plain = Style(size=12 * scale, align="center", leading=1.5)
    hours = "؛ ".join(map(hours_said, paper.hours))
    sms = f"پیامک {persian_digits(office.sms_line)}" if office.sms_line else ""
    ways = parts.joined(sms, parts.phone(office.phone), by=" — ")
    lines: list[Text] = [text(ONLY_HERE, said)]
    if hours:
        lines.append(text(f"ساعت پاسخگویی: {hours}", plain))
    if ways:
        lines.append(text(f"نظرات و شکایات: {ways}", plain))
    number = PageNumber(style=Style(size=kind.foot.size, align="center"))
    added = own.sentences(paper, "foot", kind), own.line(paper, paper.template.footer, kind)
    rule = Rule(thickness=0.4 * scale)
    return (Gap(height=2), rule, Gap(height=2), *lines, *added[0], *added[1], number)
