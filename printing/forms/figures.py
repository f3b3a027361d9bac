"""A report of a period: the headline, then each table under its picture (R68-R70)."""

from app.figure_table import FigureTable, shown
from app.papers import FigureSection, FiguresPaper
from app.persian import format_date, format_moment
from printing.forms import kinds, parts
from printing.forms.kinds import Type
from printing.forms.listing import listing
from printing.model import Block, Cell, Columns, Document, Emblem, Gap, Side, Table, Text, text
from printing.sheet import Sheet

TITLE = "گزارش عملکرد میز خدمت"
NOTHING = "در این دوره موردی نیست."
_SIZE = 9.2
_NAME, _NUMBER, _PICTURE = 64, 18, 78
"""Shares of a first column and of the others; millimetres of a picture's height."""


def figures(paper: FiguresPaper, sheet: Sheet) -> Document:
    """As many pages as it takes."""
    kind = kinds.type_sized(_SIZE * sheet.type)
    title = f"{TITLE} — {paper.period.name}"
    days = f"از {format_date(paper.period.first)} تا {format_date(paper.period.last)}"
    body: list[Block] = [text(days, kind.middle), Gap(height=2.5), _headline(paper, kind)]
    for section in paper.sections:
        body += _section(section, kind)
    body.append(Gap(height=4))
    return listing(paper, sheet, kind, title, body, _end(paper, kind))


def _headline(paper: FiguresPaper, kind: Type) -> Block:
    """What was counted over the figure, side by side."""
    large = kinds.styled(kind.strong, factor=1.5, align="center")
    small = kinds.styled(kind.label, align="center")
    cells = (
        Cell(blocks=(text(name, small), text(figure, large))) for name, figure in paper.headline
    )
    return Table(widths=(1,) * len(paper.headline), rows=(tuple(cells),), pad=1.5)


def _section(section: FigureSection, kind: Type) -> list[Block]:
    blocks: list[Block] = [Gap(height=5), text(section.table.title, kind.strong, stay=True)]
    blocks.append(Gap(height=1.5))
    if section.picture:
        blocks += [Emblem(png=section.picture, height=_PICTURE, align="center"), Gap(height=2)]
    blocks.append(_table(section.table, kind))
    if section.table.note and section.table.rows:
        blocks += [Gap(height=1), text(section.table.note, kind.small)]
    return blocks


def _table(table: FigureTable, kind: Type) -> Block:
    style = kinds.styled(kind.label, factor=0.94, align="center")
    head = parts.heads(table.heads, style)
    rows = [
        tuple(
            Cell(blocks=(_cell(shown(cell, each), kind, number=place > 0),))
            for place, (cell, each) in enumerate(zip(row, table.kinds, strict=True))
        )
        for row in table.rows
    ] or [(Cell(blocks=(text(NOTHING, kind.middle),), across=len(table.heads)),)]
    widths = (_NAME, *(_NUMBER for _ in table.kinds[1:]))
    return Table(widths=widths, rows=(head, *rows), heads=1, pad=0.6)


def _cell(words: str, kind: Type, *, number: bool) -> Text:
    return text(words, kind.middle if number else kind.body)


def _end(paper: FiguresPaper, kind: Type) -> tuple[Block, ...]:
    state = parts.said("وضعیت تا:", format_moment(paper.at), kind.body)
    chain = text("شناسه درستی سوابق:", kind.label, stay=True)
    room = Side(blocks=())
    return (
        state,
        chain,
        text(paper.head, kind.small),
        Gap(height=3),
        Columns(sides=(room, Side(blocks=(_signer(kind),), width=90)), gap=8),
    )


def _signer(kind: Type) -> Block:
    return parts.signers("مسئول میز خدمت (امضا):", kind=kind, height=16)
