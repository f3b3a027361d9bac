"""Jobs for thermal printers, read by an interpreter that knows only the commands allowed."""

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from printing import escpos
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


def test_the_answer_of_the_printer_is_asked_for_after_the_cut(press: Press) -> None:
    job = press.thermal(samples.ticket(), confirm=True)
    assert job.endswith(b"\x1dV\x42\x00\x1dr\x01")
    assert strips.read(job).asked == 1


def test_jobs_are_short_enough_for_slow_lines(press: Press) -> None:
    assert len(press.thermal(samples.receipt())) <= 55_000
    assert len(press.thermal(samples.ticket())) <= 31_000


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


def test_the_reader_refuses_what_it_does_not_know() -> None:
    with pytest.raises(strips.UnknownCommand):
        strips.read(b"\x1b@\x1b*\x21")


def test_a_png_of_the_preview_can_be_saved(press: Press) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert press.preview_roll(samples.ticket()).save(buffer, "PNG")  # type: ignore[call-overload]
