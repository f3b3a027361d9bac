"""The page of a sub-service that is wholly electronic."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from tests.ui.kiosk.conftest import Opens
from ui.kiosk.pages.electronic import ElectronicPage
from ui.kiosk.parts.line import Line
from ui.sample import sample_plan

ADDRESS = "https://khadamat.example.ir/estelam"


@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("wide", [False, True])
def test_the_picture_of_the_address_covers_no_word(
    opens: Opens, *, wide: bool, large: bool, low: bool
) -> None:
    first, *rest = sample_plan(date(2026, 11, 21)).catalogue
    electronic = replace(first, channel="electronic", url=ADDRESS)
    visitor = opens(wide=wide, catalogue=(electronic, *rest))
    visitor.touches("ثبت درخواست")
    visitor.touches("معاونت توسعه")
    visitor.touches("آزادسازی")
    visitor.wants(large=large, low=low)
    page = visitor.page(ElectronicPage)
    picture = within(page, page.picture)
    assert page.rect().contains(picture)
    for line in page.findChildren(Line):
        spot = within(page, line)
        assert page.rect().contains(spot), line.text
        assert not spot.intersects(picture), line.text


def within(page: QWidget, widget: QWidget) -> QRect:
    """Where it stands on the page."""
    return QRect(widget.mapTo(page, QPoint()), widget.size())
