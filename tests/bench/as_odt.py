"""The receipt in the format of LibreOffice itself: the same words, faces, sizes and page."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any
from xml.sax.saxutils import escape

from app.bidi import isolate
from printing.engine import FAMILY
from printing.model import (
    Block,
    Columns,
    Document,
    Gap,
    Group,
    PageNumber,
    Qr,
    Rule,
    Run,
    Style,
    Table,
    Text,
)
from printing.sheet import Sheet
from tests.bench.as_html import ALIGNED, WEIGHTS, symbol

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)


def as_odt(document: Document, sheet: Sheet) -> str:
    """One flat file. Raises `KeyError` for blocks that only other papers have."""
    return _Writer(sheet).file(document)


class _Writer:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._styles: dict[str, str] = {}

    def file(self, document: Document) -> str:
        foot = self._blocks(document.foot)
        body = self._blocks(document.top) + self._blocks(document.blocks)
        sheet = self._sheet
        page = (
            f'<style:page-layout style:name="page"><style:page-layout-properties'
            f' fo:page-width="{sheet.width}mm" fo:page-height="{sheet.height}mm"'
            f' fo:margin-top="{sheet.top}mm" fo:margin-bottom="{sheet.bottom}mm"'
            f' fo:margin-left="{sheet.left}mm" fo:margin-right="{sheet.right}mm"'
            ' style:writing-mode="rl-tb"/></style:page-layout>'
        )
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES}'
            ' office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
            f"<office:automatic-styles>{page}{''.join(self._styles.values())}"
            "</office:automatic-styles><office:master-styles><style:master-page"
            f' style:name="Standard" style:page-layout-name="page"><style:footer>{foot}'
            "</style:footer></style:master-page></office:master-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document>"
        )

    def _blocks(self, blocks: tuple[Block, ...]) -> str:
        made: Mapping[type[Block], Callable[[Any], str]] = {
            Text: self._text,
            PageNumber: self._number,
            Gap: self._gap,
            Rule: self._rule,
            Qr: self._symbol,
            Group: self._group,
            Columns: self._columns,
            Table: self._table,
        }
        return "".join(made[type(block)](block) for block in blocks)

    def _text(self, block: Text) -> str:
        runs = "".join(self._run(run, block.style) for run in block.runs)
        return self._paragraph(block.style, runs)

    def _number(self, block: PageNumber) -> str:
        return self._paragraph(block.style, "<text:page-number/>")

    def _gap(self, block: Gap) -> str:
        return self._space(f'fo:margin-top="{block.height}mm"')

    def _rule(self, block: Rule) -> str:
        return self._space(f'fo:border-top="{block.thickness}mm solid #000000"')

    def _group(self, block: Group) -> str:
        return self._blocks(block.blocks)

    def _style(self, family: str, properties: str) -> str:
        """The name of a style, made when it is first wanted."""
        key = f"{family} {properties}"
        name = f"S{len(self._styles)}" if key not in self._styles else ""
        if name:
            self._styles[key] = (
                f'<style:style style:name="{name}" style:family="{family}">{properties}'
                "</style:style>"
            )
        return self._styles[key].split('"')[1]

    def _paragraph(self, style: Style, words: str) -> str:
        high = f'fo:line-height="{style.size * style.leading:.2f}pt"' if style.leading else ""
        name = self._style(
            "paragraph",
            f'<style:paragraph-properties style:writing-mode="rl-tb" {high}'
            f' fo:text-align="{ALIGNED[style.align]}"/>' + _type(style.size, WEIGHTS[style.weight]),
        )
        return f'<text:p text:style-name="{name}">{words}</text:p>'

    def _run(self, run: Run, style: Style) -> str:
        weight = WEIGHTS[run.weight or style.weight]
        size = style.size * (0.6 if run.raised else run.size)
        name = self._style("text", _type(size, weight, raised=run.raised))
        words = escape(isolate(run.text))
        return f'<text:span text:style-name="{name}">{words}</text:span>'

    def _space(self, properties: str) -> str:
        name = self._style(
            "paragraph",
            f'<style:paragraph-properties fo:line-height="0.2mm" {properties}/>{_type(1, 400)}',
        )
        return f'<text:p text:style-name="{name}"/>'

    def _symbol(self, block: Qr) -> str:
        data, side = b64encode(symbol(block)).decode(), f"{block.size}mm"
        return self._paragraph(
            Style(size=1, align=block.align, leading=0),
            f'<draw:frame text:anchor-type="as-char" svg:width="{side}" svg:height="{side}">'
            f"<draw:image><office:binary-data>{data}</office:binary-data></draw:image>"
            "</draw:frame>",
        )

    def _columns(self, block: Columns) -> str:
        sheet = self._sheet
        room = sheet.width - sheet.left - sheet.right - sum(side.width for side in block.sides)
        shared = room / max(1, sum(not side.width for side in block.sides))
        cells = "".join(self._cell(self._blocks(side.blocks)) for side in block.sides)
        widths = tuple(side.width or shared for side in block.sides)
        return self._grid(widths, f"<table:table-row>{cells}</table:table-row>")

    def _table(self, table: Table) -> str:
        rows, over = "", dict.fromkeys(range(len(table.widths)), 0)
        for row in table.rows:
            cells, given = "", iter(row)
            for column, covered in over.items():
                if covered:
                    over[column] = covered - 1
                    cells += "<table:covered-table-cell/>"
                    continue
                cell = next(given)
                over[column] = cell.down - 1
                inner = self._blocks(cell.blocks)
                cells += self._cell(inner, f' table:number-rows-spanned="{cell.down}"', "0.5pt")
            least = max(cell.height for cell in row)
            tall = self._style(
                "table-row", f'<style:table-row-properties style:min-row-height="{least}mm"/>'
            )
            rows += f'<table:table-row table:style-name="{tall}">{cells}</table:table-row>'
        return self._grid(table.widths, rows)

    def _cell(self, inner: str, spans: str = "", line: str = "") -> str:
        border = f'fo:border="{line} solid #000000" fo:padding="1mm"' if line else ""
        name = self._style("table-cell", f"<style:table-cell-properties {border}/>")
        held = inner or "<text:p/>"
        return f'<table:table-cell table:style-name="{name}"{spans}>{held}</table:table-cell>'

    def _grid(self, widths: tuple[float, ...], rows: str) -> str:
        whole, columns = self._sheet.width - self._sheet.left - self._sheet.right, ""
        grid = self._style(
            "table",
            f'<style:table-properties style:writing-mode="rl-tb" style:width="{whole}mm"/>',
        )
        for width in widths:
            wide = whole * width / sum(widths)
            share = f'<style:table-column-properties style:column-width="{wide:.2f}mm"/>'
            name = self._style("table-column", share)
            columns += f'<table:table-column table:style-name="{name}"/>'
        return f'<table:table table:style-name="{grid}">{columns}{rows}</table:table>'


def _type(size: float, weight: int, *, raised: bool = False) -> str:
    said = (
        f'fo:font-family="{FAMILY}" style:font-family-complex="{FAMILY}"'
        f' fo:font-size="{size:.2f}pt" style:font-size-complex="{size:.2f}pt"'
        f' fo:font-weight="{weight}" style:font-weight-complex="{weight}"'
    )
    place = ' style:text-position="super 100%"' if raised else ""
    return f"<style:text-properties {said}{place}/>"
