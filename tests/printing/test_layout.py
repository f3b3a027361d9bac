"""Where things stand: on the paper, not on each other, and together when they belong together."""

import re
from collections.abc import Iterator
from itertools import combinations
from weakref import ref

import pytest
from msgspec.structs import replace

from app.papers import Paper
from printing.layout import Layout, Page, lay_out
from printing.model import Block, Box, Cell, Document, Gap, Group, Style, Table, text
from printing.paper import Press, lay_out_page, lay_out_roll
from printing.sheet import A4, A5, ROLL_58, ROLL_80, ROLL_80_180, Sheet
from printing.slab import Bar, Ink
from printing.text import Typesetters
from tests.printing import samples

_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
"""All that a file shows; what else is in it tells the time."""

Rect = tuple[float, float, float, float]
BODY = Style(size=10)


def inks(page: Page) -> Iterator[Rect]:
    """The ground that letters cover: left, top, right, bottom of each stretch of one font."""
    for x, y, item in page.items:
        if not isinstance(item, Ink):
            continue
        left, top = item.x + x, item.y + y + item.line.shift
        for stretch in item.line.stretches:
            font = stretch.run.rawFont()
            boxes = [
                font.boundingRect(glyph).translated(point.x(), point.y() - stretch.rise)
                for glyph, point in zip(
                    stretch.run.glyphIndexes(), stretch.run.positions(), strict=True
                )
            ]
            inked = [box for box in boxes if box.width() > 0 and box.height() > 0]
            if inked:
                yield (
                    left + min(box.left() for box in inked),
                    top + min(box.top() for box in inked),
                    left + max(box.right() for box in inked),
                    top + max(box.bottom() for box in inked),
                )


def outside(page: Page) -> list[Rect]:
    bars = [
        (item.x + x, item.y + y, item.x + x + item.width, item.y + y + item.height)
        for x, y, item in page.items
        if isinstance(item, Bar)
    ]
    slack = 1.5 if page.width < 1000 else 60
    return [
        box
        for box in (*inks(page), *bars)
        if box[0] < -slack
        or box[1] < -slack
        or box[2] > page.width + slack
        or box[3] > page.height + slack
    ]


def overlaps(page: Page) -> list[tuple[Rect, Rect]]:
    """Stretches that cover each other by more than letters of neighbouring lines do."""
    found = []
    boxes = sorted(inks(page), key=lambda box: box[1])
    for one, other in combinations(boxes, 2):
        wide = min(one[2], other[2]) - max(one[0], other[0])
        tall = min(one[3], other[3]) - max(one[1], other[1])
        least = min(one[3] - one[1], other[3] - other[1])
        if wide > least and tall > 0.5 * least:
            found.append((one, other))
    return found


def layouts(paper: Paper) -> Iterator[Layout]:
    yield lay_out_page(paper, "A4")
    yield lay_out_page(paper, "A5")
    if type(paper) in {type(make()) for make in samples.ROLLS}:
        yield from (lay_out_roll(paper, width) for width in (80, 58, ROLL_80_180))


@pytest.mark.usefixtures("press")
@pytest.mark.parametrize("make", samples.EVERY)
def test_nothing_leaves_the_paper_or_covers_its_neighbour(make: samples.Make) -> None:
    for laid in layouts(make()):
        for page in laid.pages:
            assert outside(page) == []
            assert overlaps(page) == []


@pytest.mark.usefixtures("press")
@pytest.mark.parametrize("make", samples.CARELESS)
def test_long_empty_and_strange_fields_stay_on_the_paper_too(make: samples.Make) -> None:
    for laid in layouts(make()):
        for page in laid.pages:
            assert outside(page) == []
            assert overlaps(page) == []


@pytest.mark.usefixtures("press")
def test_the_number_of_a_ticket_stands_fifteen_millimetres_high() -> None:
    for width in (80, 58):
        laid = lay_out_roll(samples.ticket(label="الف ۱۲۳"), width)
        tallest = max(bottom - top for _, top, _, bottom in inks(laid.pages[0]))
        assert tallest / 203 * 25.4 >= 15


@pytest.mark.usefixtures("press")
def test_there_is_room_for_a_fingerprint() -> None:
    laid = lay_out_page(samples.receipt(), "A5")
    millimetre = laid.dpi / 25.4
    uprights = [
        item.height / millimetre
        for _, _, item in laid.pages[0].items
        if isinstance(item, Bar) and item.width < millimetre
    ]
    assert max(uprights) >= 30


def column(words: str, rows: int) -> Table:
    cell = Cell(blocks=(text(words, BODY),))
    return Table(widths=(1, 2), rows=tuple((cell, cell) for _ in range(rows)), heads=1)


def ink_count(laid: Layout) -> list[int]:
    return [sum(isinstance(item, Ink) for _, _, item in page.items) for page in laid.pages]


@pytest.mark.usefixtures("press")
def test_a_long_table_goes_over_pages_under_its_head() -> None:
    laid = lay_out(Document(title="t", blocks=(column("سطر", 100),)), A4)
    counts = ink_count(laid)
    assert len(counts) >= 2
    assert sum(counts) == 2 * (100 + len(counts) - 1)


@pytest.mark.usefixtures("press")
def test_what_is_grouped_moves_to_the_next_page_whole() -> None:
    signed = Group(blocks=(text("جمع", BODY), Gap(height=20), text("امضا", BODY)))
    filler = tuple(text("سطر", BODY) for _ in range(47))
    laid = lay_out(Document(title="t", blocks=(*filler, signed)), A4)
    assert ink_count(laid) == [47, 2]


@pytest.mark.usefixtures("press")
def test_a_cell_taller_than_a_page_is_parted_between_lines() -> None:
    words = "کلمه‌ای " * 1500
    row = (Cell(blocks=(text("برچسب", BODY),), middle=False), Cell(blocks=(text(words, BODY),)))
    laid = lay_out(Document(title="t", blocks=(Table(widths=(1, 3), rows=(row,)),)), A5)
    assert len(laid.pages) > 1
    assert all(outside(page) == [] for page in laid.pages)


@pytest.mark.usefixtures("press")
def test_a_heading_never_stands_alone_at_the_foot() -> None:
    for lines in range(30, 60):
        filler = tuple(text("سطر", BODY) for _ in range(lines))
        heading = text("عنوان", BODY, stay=True)
        blocks: tuple[Block, ...] = (*filler, heading, Gap(height=1), column("سطر", 3))
        first = lay_out(Document(title="t", blocks=blocks), A4).pages[0]
        lowest = max(
            (y + item.y, item.line.stretches[0].words)
            for _, y, item in first.items
            if isinstance(item, Ink)
        )
        assert lowest[1] != "عنوان"


@pytest.mark.usefixtures("press")
@pytest.mark.parametrize("sheet", [ROLL_80, ROLL_58, A4])
def test_a_word_longer_than_the_line_is_broken_rather_than_cut(sheet: Sheet) -> None:
    blocks = (Box(blocks=(text("ا" * 300 + " https://example.ir/" + "x" * 200, BODY),)),)
    page = lay_out(Document(title="t", blocks=blocks), sheet).pages[0]
    assert outside(page) == []


def test_what_stands_on_every_paper_is_set_once_and_what_is_not_asked_for_is_forgotten(
    press: Press,
) -> None:
    setter, label = Typesetters().of(A5.dpi, False), text("شماره پی گیری:", Style())
    first = setter.lines(label, 10_000)
    assert setter.lines(label, 10_000) is first
    assert setter.lines(label, 20_000) is not first
    held = ref(first[0])
    del first
    for number in range(3000):
        setter.lines(text(str(number), Style()), 10_000)
    assert held() is None


def test_a_press_that_has_made_others_makes_the_same_paper_as_a_new_one(press: Press) -> None:
    usual = samples.receipt()
    edited = (
        usual,
        samples.receipt(letterhead=samples.letterhead(office="بخشداری مرزن‌آباد")),
        samples.receipt(letterhead=samples.letterhead(emblem=samples.emblem())),
        samples.receipt(template=replace(usual.template, footer="پایین", size=1.25)),
        samples.receipt(name="علی (نماینده) [۲]", clerk="مریم"),
    )
    worn = Press()
    for paper in (*edited, *edited):
        fresh = Press()
        assert _STREAM.findall(worn.pdf(paper)) == _STREAM.findall(fresh.pdf(paper)) != []
        assert worn.thermal(paper) == fresh.thermal(paper)
