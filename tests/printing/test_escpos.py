"""Jobs for thermal printers, read by an interpreter that knows only the commands allowed."""

import sys
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from app.papers import DeficiencyPaper, ReceiptPaper
from app.printer import Printer
from printing import escpos
from printing.apart import PressApart
from printing.commands import pieces
from printing.paper import Press
from printing.sheet import ROLL_80_180
from tests.printing import readback, samples, strips

DOTS = {80: 576, 58: 384}


def picture(image: QImage) -> Image.Image:
    rows = bytes(image.constBits())
    size = (image.bytesPerLine() * 8, image.height())
    whole = Image.frombytes("1", size, bytes(255 - byte for byte in rows))
    return whole.crop((0, 0, image.width(), image.height())).convert("L")


def blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_Mono)
    image.setColorTable([0xFFFFFFFF, 0xFF000000])
    image.fill(0)
    return image


@pytest.mark.parametrize("width", [80, 58])
@pytest.mark.parametrize("make", samples.ROLLS)
def test_the_printer_burns_the_very_dots_of_the_preview(
    press: Press, make: samples.Make, width: int
) -> None:
    roll = strips.read(press.thermal(make(), width))  # type: ignore[arg-type]
    seen = picture(press.preview_roll(make(), width))  # type: ignore[arg-type]
    printed = roll.image(DOTS[width])
    assert printed.size == seen.size
    assert ImageChops.difference(printed, seen).getbbox() is None
    assert max(roll.strips) <= 128
    assert (roll.cuts, roll.asked, roll.unit) == (1, 0, 203)


def test_a_printer_of_180_dots_an_inch_gets_its_own_measures(press: Press) -> None:
    roll = strips.read(press.thermal(samples.receipt(), ROLL_80_180))
    assert roll.unit == 180
    assert readback.symbols(roll.image(512)) == [samples.receipt().payload]


WIDTHS = {
    "80 mm at 203 dpi": Printer(width=80, dots=576, dpi=203),
    "80 mm at 180 dpi": Printer(width=80, dots=512, dpi=180),
    "58 mm at 203 dpi": Printer(width=58, dots=384, dpi=203),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("make", samples.ROLLS)
def test_every_paper_fits_the_head_of_every_printer(
    press: Press, make: samples.Make, width: str
) -> None:
    printer = WIDTHS[width]
    roll = strips.read(press.thermal(make(), printer))
    seen = picture(press.preview_roll(make(), printer))
    printed = roll.image(printer.dots)
    assert ImageChops.difference(printed, seen).getbbox() is None
    assert (roll.unit, roll.cuts, seen.width) == (printer.dpi, 1, printer.dots)


def test_a_printer_gets_strips_of_its_own_height(press: Press) -> None:
    usual, low = (
        strips.read(press.thermal(samples.receipt(), Printer(strip=height))) for height in (128, 12)
    )
    assert max(low.strips) == 12 < max(usual.strips) <= 128
    assert low.image(576).tobytes() == usual.image(576).tobytes()


@pytest.mark.parametrize("make", [samples.receipt, samples.deficiency])
def test_a_symbol_that_stands_alone_is_drawn_by_a_printer_that_can(
    press: Press, make: Callable[[], ReceiptPaper | DeficiencyPaper]
) -> None:
    printer = WIDTHS["58 mm at 203 dpi"]
    dotted = press.thermal(make(), printer)
    drawn = press.thermal(make(), replace(printer, native_qr=True))
    assert len(drawn) < len(dotted)
    ours, its = (strips.read(job, 384) for job in (dotted, drawn))
    assert (ours.drawn, its.drawn) == (0, 1)
    assert abs(len(ours.rows) - len(its.rows)) < 8
    assert readback.symbols(its.image(384)) == readback.symbols(ours.image(384))
    assert b"".join(pieces(drawn)) == drawn
    assert len(list(pieces(drawn))) > 3


def test_a_symbol_beside_text_stays_dots_on_every_printer(press: Press) -> None:
    for make in samples.ROLLS:
        roll = strips.read(press.thermal(make(), Printer(native_qr=True)))
        assert roll.rows == strips.read(press.thermal(make())).rows or roll.drawn


def test_without_a_knife_the_paper_is_fed_to_where_it_is_torn(press: Press) -> None:
    cut, torn = (
        strips.read(press.thermal(samples.ticket(), Printer(knife=knife)))
        for knife in (True, False)
    )
    assert (cut.cuts, torn.cuts) == (1, 0)
    assert len(torn.rows) - len(cut.rows) == round(15 * 203 / 25.4)


def test_a_printer_of_another_width_travels_to_the_press_beside() -> None:
    apart = PressApart([sys.executable, "-m", "printing"])
    try:
        job = apart.thermal(samples.ticket(), WIDTHS["58 mm at 203 dpi"])
    finally:
        apart.close()
    assert strips.read(job).image(384).height > 200


def test_jobs_are_short_enough_for_slow_lines(press: Press) -> None:
    assert len(press.thermal(samples.receipt())) <= 55_000
    assert len(press.thermal(samples.ticket())) <= 22_000


@pytest.mark.parametrize("width", [80, 58])
def test_symbols_are_read_from_the_roll(press: Press, width: int) -> None:
    for paper, said in (
        (samples.receipt(), samples.receipt().payload),
        (samples.ticket(), samples.ticket().payload),
        (samples.deficiency(), samples.deficiency().token),
    ):
        roll = strips.read(press.thermal(paper, width))  # type: ignore[arg-type]
        assert readback.symbols(roll.image(DOTS[width])) == [said]


def test_an_empty_picture_only_feeds() -> None:
    roll = strips.read(escpos.encode(blank(16, 600), 203))
    assert len(roll.rows) == 600
    assert not any(roll.rows)


def test_odd_widths_and_lone_dots_come_through() -> None:
    image = blank(13, 300)
    for x, y in ((12, 0), (0, 5), (3, 150), (12, 299)):
        image.setPixel(x, y, 1)
    printed = strips.read(escpos.encode(image, 203)).image(13)
    assert ImageChops.difference(printed, picture(image)).getbbox() is None


@pytest.mark.parametrize(
    ("columns", "wide"), [((0, 9), 2), ((86, 95), 2), ((40, 55), 2), ((8, 50), 7), ((0, 95), 12)]
)
def test_a_strip_stands_where_the_least_white_is_sent_with_it(
    columns: tuple[int, int], wide: int
) -> None:
    image = blank(96, 40)
    for x in columns:
        for y in range(40):
            image.setPixel(x, y, 1)
    job = escpos.encode(image, 203)
    assert b"\x1dv0\x00" + bytes((wide, 0, 40, 0)) in job
    assert ImageChops.difference(strips.read(job).image(96), picture(image)).getbbox() is None


def test_the_reader_refuses_what_it_does_not_know() -> None:
    with pytest.raises(strips.UnknownCommand):
        strips.read(b"\x1b@\x1b*\x21")


def test_a_png_of_the_preview_can_be_saved(press: Press) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert press.preview_roll(samples.ticket()).save(buffer, "PNG")  # type: ignore[call-overload]
