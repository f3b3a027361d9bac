"""The handbook: its pictures are the tour's, and its keys are those of the pages in them."""

import json
import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage

from tests.ui.tour import handbook
from ui.tour.album import KEYS
from ui.tour.script import read_script

TEXT = handbook.HANDBOOK.read_text("utf-8")
MOST, LARGEST = 40, 120_000

ANYWHERE = {"Enter", "Esc", "Tab", "Space", "Delete", "Home", "End", "↑", "↓", *"123456789"}
"""What means the same on every page, and the digits of tabs."""

KEY = re.compile(
    r"`((?:Ctrl\+|Shift\+)*(?:F\d+|PgUp|PgDn|Enter|Esc|Tab|Space|Delete|[↑↓\d+]))`(?: «([^»]+)»)?"
)


def sections() -> Iterator[tuple[str, str]]:
    """Heading and text of each."""
    parts = re.split(r"^##? (.+)$", TEXT, flags=re.MULTILINE)
    yield from zip(parts[1::2], parts[2::2], strict=True)


def test_every_picture_is_there_and_one_that_the_tour_makes() -> None:
    named = handbook.named(TEXT)
    assert len(named) == len(set(named)) <= MOST
    assert set(named) == {file.stem for file in handbook.PICTURES.glob("*.png")}
    assert set(named) <= set(read_script().captions)
    assert set(named) == set(re.findall(r"\]\(pictures/(?:handbook/)?([\w-]+)\.png\)", TEXT))


def test_pictures_are_small() -> None:
    for file in handbook.PICTURES.glob("*.png"):
        assert file.stat().st_size <= LARGEST, file.name
        assert QImage(str(file)).format() == QImage.Format.Format_Indexed8, file.name


@pytest.mark.parametrize(("heading", "text"), sections(), ids=lambda each: str(each)[:30])
def test_a_key_is_called_as_a_page_in_the_section_calls_it(heading: str, text: str) -> None:
    told = json.loads((handbook.PICTURES / KEYS).read_text("utf-8"))
    pages = [told[name] for name in handbook.named(text) if name in told]
    for combo, name in KEY.findall(text):
        called = {page[combo] for page in pages if combo in page}
        assert called or combo in ANYWHERE or not pages, f"{heading}: {combo}"
        if name and pages:
            assert name in called, f"{heading}: {combo} «{name}», {called}"


def test_every_link_leads_to_a_heading() -> None:
    headings = {
        re.sub(r"[^\w\s-]", "", heading).strip().replace(" ", "-") for heading, _ in sections()
    }
    for link in re.findall(r"\]\(#([^)]+)\)", TEXT):
        assert link in headings, link
