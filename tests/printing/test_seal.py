"""The symbol of a sealed receipt is large enough on every paper, and says the seal."""

from collections.abc import Iterator
from typing import TypeVar

import pytest

from app.papers import Paper
from app.seal import LENGTH
from app.value import Value
from printing.forms.receipt import receipt
from printing.model import Columns, Qr
from printing.paper import Press
from printing.qr import symbol
from printing.sheet import A4, A5, ROLL_58, ROLL_80, ROLL_80_180, Sheet
from tests.printing import readback, samples, strips

B = TypeVar("B")

ROLLS = {"80 mm": (ROLL_80, 576), "80 mm, 180 dpi": (ROLL_80_180, 512), "58 mm": (ROLL_58, 384)}


def test_the_sample_is_as_long_as_every_seal() -> None:
    assert len(samples.SEAL) == LENGTH
    assert samples.SEAL.isdecimal()


@pytest.mark.parametrize("name", ROLLS)
@pytest.mark.parametrize(
    "paper", [samples.receipt(), samples.endless_receipt()], ids=["usual", "long"]
)
def test_a_seal_is_read_off_every_roll(press: Press, name: str, paper: Paper) -> None:
    sheet, dots = ROLLS[name]
    roll = strips.read(press.thermal(paper, sheet))
    assert readback.symbols(roll.image(dots)) == [samples.receipt().payload]


@pytest.mark.parametrize(
    "sheet", [sheet for sheet, _ in ROLLS.values()], ids=lambda sheet: sheet.name
)
def test_its_modules_are_four_dots_with_four_of_white_around(sheet: Sheet) -> None:
    place = place_of(sheet)
    side, bars = symbol(samples.SEAL, place.size, sheet.dots(room(sheet)), sheet)
    assert min(bar.height for bar in bars) >= 4
    module = bars[0].height
    assert side == 45 * module
    assert min(bar.x for bar in bars) == min(bar.y for bar in bars) == 4 * module
    assert max(bar.x + bar.width for bar in bars) == side - 4 * module


@pytest.mark.parametrize("sheet", [A4, A5], ids=lambda sheet: sheet.name)
def test_on_a_page_a_module_is_half_a_millimetre(sheet: Sheet) -> None:
    side, _ = symbol(samples.SEAL, place_of(sheet).size, sheet.dots(room(sheet)), sheet)
    assert side / 45 >= sheet.dots(0.5) - 1


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_a_seal_is_read_off_every_page(press: Press, size: str) -> None:
    pdf = press.pdf(samples.receipt(), size)  # type: ignore[arg-type]
    assert readback.symbols(readback.picture(pdf)) == [samples.SEAL]


def place_of(sheet: Sheet) -> Qr:
    """The symbol on a receipt."""
    (found,) = _of(receipt(samples.receipt(), sheet), Qr)
    return found


def room(sheet: Sheet) -> float:
    """The width that its column leaves it, in millimetres."""
    document = receipt(samples.receipt(), sheet)
    widths = [
        side.width
        for columns in _of(document, Columns)
        for side in columns.sides
        if any(isinstance(block, Qr) for block in side.blocks)
    ]
    return widths[0] if widths else sheet.width - sheet.left - sheet.right


def _of(whole: object, kind: type[B]) -> Iterator[B]:
    """Every block of a kind, however deep."""
    if isinstance(whole, kind):
        yield whole
    parts = whole if isinstance(whole, tuple) else ()
    if isinstance(whole, Value):
        parts = tuple(getattr(whole, name) for name in whole.__struct_fields__)
    for part in parts:
        yield from _of(part, kind)
