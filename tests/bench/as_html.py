"""Receipt and log as HTML with a style sheet: the same words, faces, sizes and page for peers."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO
from typing import Any

import segno

import resources
from app.bidi import isolate
from printing.engine import FAMILY, FILES
from printing.model import (
    Align,
    Block,
    Cell,
    Columns,
    Document,
    Gap,
    Group,
    PageNumber,
    Qr,
    Rule,
    Run,
    Side,
    Style,
    Table,
    Text,
    Weight,
)
from printing.sheet import Sheet

WEIGHTS: dict[Weight, int] = {"regular": 400, "medium": 500, "bold": 700}
ALIGNED: dict[Align, str] = {"start": "right", "center": "center", "end": "left"}


def style_sheet(sheet: Sheet) -> str:
    """What is read once and serves every paper of that size: its faces and its page."""
    faces = "".join(
        f"@font-face {{font-family: {FAMILY}; font-weight: {WEIGHTS[weight]};"
        f" src: url({resources.path('fonts', name).as_uri()})}}"
        for weight, name in FILES.items()
    )
    return (
        f"{faces} @page {{size: {sheet.width}mm {sheet.height}mm;"
        f" margin: {sheet.top}mm {sheet.right}mm {sheet.bottom + 10}mm {sheet.left}mm;"
        " @bottom-center {content: element(foot)}}"
        f"body {{font-family: {FAMILY}; margin: 0}} p {{margin: 0}}"
        "footer {position: running(foot)} footer .number::before {content: counter(page)}"
        "table {width: 100%; border-collapse: collapse; table-layout: fixed} td {padding: 0}"
        "table.ruled td {border: 0.5pt solid; padding: 0.5mm 0.7mm} td.shaded {background: #f0f0f0}"
    )


def as_html(document: Document) -> str:
    """The paper without its style sheet. Raises `KeyError` for blocks that only others have."""
    return (
        f'<html dir="rtl" lang="fa-IR"><head><meta charset="utf-8">'
        f"<title>{escape(document.title)}</title></head><body>"
        f"<footer>{_blocks(document.foot)}</footer>"
        f"{_blocks(document.top)}{_blocks(document.blocks)}</body></html>"
    )


def symbol(block: Qr) -> bytes:
    """The symbol as a picture (PNG)."""
    made = BytesIO()
    code = segno.make(block.payload, error="m", micro=False, boost_error=False)
    code.save(made, kind="png", scale=4, border=4)
    return made.getvalue()


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "".join(_MADE[type(block)](block) for block in blocks)


def _text(block: Text) -> str:
    return f'<p style="{_type(block.style)}">{"".join(map(_run, block.runs))}</p>'


def _number(block: PageNumber) -> str:
    return f'<p class="number" style="{_type(block.style)}"></p>'


def _gap(block: Gap) -> str:
    return f'<div style="height: {block.height}mm"></div>'


def _rule(block: Rule) -> str:
    return f'<div style="border-top: {block.thickness}mm solid"></div>'


def _qr(block: Qr) -> str:
    data = b64encode(symbol(block)).decode()
    image = f'<img alt="" src="data:image/png;base64,{data}" style="height: {block.size}mm">'
    return f'<p style="text-align: {ALIGNED[block.align]}">{image}</p>'


def _columns(block: Columns) -> str:
    return f"<table><tr>{''.join(map(_side, block.sides))}</tr></table>"


def _group(block: Group) -> str:
    return f'<div style="break-inside: avoid">{_blocks(block.blocks)}</div>'


def _type(style: Style) -> str:
    return (
        f"font-size: {style.size:.2f}pt; font-weight: {WEIGHTS[style.weight]};"
        f" text-align: {ALIGNED[style.align]}; line-height: {style.leading}"
    )


def _run(run: Run) -> str:
    said = escape(isolate(run.text))
    if run.raised:
        return f"<sup>{said}</sup>"
    if run.weight is None and run.size == 1:
        return said
    weight = f"font-weight: {WEIGHTS[run.weight]};" if run.weight else ""
    return f'<span style="{weight} font-size: {run.size * 100:.0f}%">{said}</span>'


def _side(side: Side) -> str:
    width = f" width: {side.width}mm;" if side.width else ""
    return f'<td style="vertical-align: top;{width}">{_blocks(side.blocks)}</td>'


def _table(table: Table) -> str:
    total = sum(table.widths)
    widths = "".join(f'<col style="width: {100 * one / total:.2f}%">' for one in table.widths)
    rows = [f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows]
    head, body = "".join(rows[: table.heads]), "".join(rows[table.heads :])
    return (
        f'<table class="ruled"><colgroup>{widths}</colgroup>'
        f"<thead>{head}</thead><tbody>{body}</tbody></table>"
    )


def _cell(cell: Cell) -> str:
    return (
        f'<td colspan="{cell.across}" rowspan="{cell.down}" class="{"shaded" * cell.shaded}"'
        f' style="height: {cell.height}mm">{_blocks(cell.blocks)}</td>'
    )


_MADE: Mapping[type[Block], Callable[[Any], str]] = {
    Text: _text,
    PageNumber: _number,
    Gap: _gap,
    Rule: _rule,
    Qr: _qr,
    Columns: _columns,
    Group: _group,
    Table: _table,
}
