"""The trial of a printer, read off the paper: edges, ruler, strips, symbol, record, words."""

from itertools import pairwise

import pytest
from PIL import Image

from app.handing.trying import PAYLOAD
from app.papers import TrialPaper
from app.persian import search_key
from app.printer import Printer
from printing.forms import trial as form
from printing.forms.gauges import EDGE_LINES
from printing.paper import Press
from printing.sheet import roll
from tests.printing import readback, samples, strips

HEADS = {
    "80 mm at 203 dpi": Printer(name="tcp://192.0.2.7"),
    "80 mm at 180 dpi": Printer(name="usb://04b8:0202", dots=512, dpi=180, strip=64),
    "58 mm at 203 dpi": Printer(name="serial:/dev/ttyS0", width=58, dots=384, strip=24),
    "a fine head, tall strips": Printer(name="Zebra", dots=832, dpi=203, strip=255),
    "a head of no whole bytes": Printer(name="Zebra", dots=420, dpi=203, strip=8),
}


def paper(printer: Printer) -> TrialPaper:
    return TrialPaper(**samples.SHARED, printer=printer, payload=PAYLOAD)  # type: ignore[arg-type]


def printed(press: Press, printer: Printer) -> tuple[strips.Roll, Image.Image]:
    roll = strips.read(press.thermal(paper(printer), printer), printer.dots)
    return roll, roll.image(printer.dots)


def black(image: Image.Image, x: int, y: int) -> bool:
    return image.getpixel((x, y)) == 0


@pytest.mark.parametrize("head", HEADS)
def test_the_outermost_dots_of_the_head_stand_alone_at_both_edges(press: Press, head: str) -> None:
    printer = HEADS[head]
    _, image = printed(press, printer)
    top = image.getbbox() and round(1.5 * printer.dpi / 25.4) + 5
    assert isinstance(top, int)
    for start in (0, printer.dots - 2 * EDGE_LINES + 1):
        line = [black(image, start + place, top) for place in range(2 * EDGE_LINES - 1)]
        assert line == [place % 2 == 0 for place in range(2 * EDGE_LINES - 1)]


@pytest.mark.parametrize("head", HEADS)
def test_its_symbol_is_read_and_its_strips_are_the_printers(press: Press, head: str) -> None:
    printer = HEADS[head]
    roll, image = printed(press, printer)
    assert readback.symbols(image) == [PAYLOAD]
    assert max(roll.strips) == printer.strip
    assert roll.strips.count(printer.strip) >= 2


def test_a_centimetre_of_the_ruler_is_one(press: Press) -> None:
    printer = HEADS["80 mm at 203 dpi"]
    _, image = printed(press, printer)
    under = round((1.5 + 4 + 4.5) * 203 / 25.4)
    ticks = [x for x in range(printer.dots) if black(image, x, under)]
    assert ticks[-1] == printer.dots - 1
    assert [round((ticks[-1] - x) * 25.4 / 203) for x in ticks] == [70, 60, 50, 40, 30, 20, 10, 0]


def test_lost_rows_break_the_slanting_lines(press: Press) -> None:
    printer = HEADS["80 mm at 203 dpi"]
    _, image = printed(press, printer)
    rows = [
        [x for x in range(2, printer.dots - 40) if black(image, x, y)]
        for y in range(image.height)
        if all(black(image, x, y) for x in (0, 1, printer.dots - 2, printer.dots - 1))
    ]
    slanting = [row for row in rows if 0 < len(row) < 20]
    assert len(slanting) >= 2 * printer.strip
    steps = [below[0] - above[0] for above, below in pairwise(slanting)]
    assert sum(step in (0, 2) for step in steps) >= len(steps) - 4, "but where a line begins"


def test_a_printer_that_draws_symbols_itself_draws_the_one_of_its_trial(press: Press) -> None:
    roll, image = printed(press, Printer(name="tcp://192.0.2.7", native_qr=True))
    assert roll.drawn == 1
    assert readback.symbols(image) == [PAYLOAD]


def test_the_trial_says_what_the_printer_is_and_what_to_look_for() -> None:
    said = _words(HEADS["80 mm at 180 dpi"])
    for phrase in ("usb://04b8:0202", "کابل USB", "۵۱۲ نقطه", "۱۸۰ در اینچ", "۶۴ سطر", "گواه چاپ"):
        assert phrase in said
    assert "پاره‌کردن" not in said
    torn = _words(Printer(name="Zebra", knife=False, pause=20, proof="process"))
    for phrase in ("پاره‌کردن با دست", "۲۰ هزارم ثانیه", "شماره کار", "لبه پاره‌کردن"):
        assert phrase in torn


def test_a_page_has_the_same_marks_and_is_searched(press: Press) -> None:
    pdf = press.pdf(paper(Printer(name="ipp://192.0.2.60/ipp/print")))
    assert readback.pages(pdf) == 1
    assert readback.symbols(readback.picture(pdf)) == [PAYLOAD]
    assert readback.missing(["برگ آزمایش چاپگر", "192.0.2.60"], pdf) == []
    assert search_key("المثنی") not in readback.words(pdf)
    assert len(pdf) < 40_000


def test_the_sample_holds_what_goes_wrong() -> None:
    sample = "".join(form.LETTERS)
    for trouble in ("الله", "لا", "\u200c", "ّ", "ً", "ُ", "گ", "چ", "پ", "ژ", "(", "[", "«", "KX"):
        assert trouble in sample


def _words(printer: Printer) -> str:
    made = form.trial(paper(printer), roll("", printer.dots, printer.dpi))
    return "\n".join(
        run.text for block in made.blocks for run in getattr(block, "runs", ())
    ).translate({0x2066: "", 0x2069: ""})
