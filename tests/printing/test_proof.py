"""The pictures that show what printers are given."""

import pytest
from PySide6.QtGui import QImage

from printing import proof
from printing.paper import Press
from printing.sheet import ROLL_58
from tests.printing import readback, samples, strips


def test_a_strip_is_the_dots_that_are_burnt(press: Press) -> None:
    for sheet, dots in ((80, 576), (ROLL_58, 384)):
        job = press.thermal(samples.receipt(), sheet)  # type: ignore[arg-type]
        shown, read = proof.strip(job, dots), strips.read(job).image(dots)
        assert (shown.width(), shown.height()) == read.size
        step, data = shown.bytesPerLine(), bytes(shown.constBits())
        rows = b"".join(data[row * step : row * step + dots] for row in range(shown.height()))
        assert rows == read.tobytes()


def test_a_job_of_other_commands_is_not_shown(press: Press) -> None:
    job = press.thermal(samples.ticket())
    for strange in (job + b"\x1bt\x01", b"plain text"):
        with pytest.raises(ValueError, match="does not write"):
            proof.strip(strange)


@pytest.mark.parametrize("make", samples.EVERY)
def test_pages_and_strip_stand_side_by_side(press: Press, make: samples.Make) -> None:
    paper = make()
    job = press.thermal(paper) if make in samples.ROLLS else b""
    shown = QImage.fromData(proof.side_by_side(press.pdf(paper), job))
    pages = readback.pages(press.pdf(paper))
    assert shown.width() > 576 * bool(job) + 800 * min(pages, 3)


def test_of_a_long_paper_the_beginning_and_the_end_are_shown(press: Press) -> None:
    assert len(proof.pages(press.pdf(samples.log(350, 150)))) == 3
