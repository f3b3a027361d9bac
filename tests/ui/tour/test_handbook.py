"""The handbook: its pictures are the tour's, and its keys are those of the pages in them."""

import json
import re

import pytest
from PySide6.QtGui import QImage

from tests.ui.tour import handbook
from ui.tour.album import KEYS
from ui.tour.script import read_hall_script, read_script

TEXT = handbook.HANDBOOK.read_text("utf-8")
MOST, LARGEST = 52, 120_000

ANYWHERE = {"Enter", "Esc", "Tab", "Space", "Delete", "Home", "End", "↑", "↓", *"123456789"}
"""What means the same on every page, and the digits of tabs."""

KEY = re.compile(
    r"`((?:Ctrl\+|Shift\+)*(?:F\d+|PgUp|PgDn|Enter|Esc|Tab|Space|Delete|[↑↓\d+]))`(?: «([^»]+)»)?"
)


_PARTS = re.split(r"^##? (.+)$", TEXT, flags=re.MULTILINE)[1:]
SECTIONS = list(zip(_PARTS[::2], _PARTS[1::2], strict=True))
"""Heading and text of each."""


def test_every_picture_is_there_and_one_that_the_tour_makes() -> None:
    named = handbook.named(TEXT)
    assert len(named) == len(set(named)) <= MOST
    assert set(named) == {file.stem for file in handbook.PICTURES.glob("*.png")}
    assert set(named) <= read_script().captions.keys() | read_hall_script().captions.keys()
    assert set(named) == set(re.findall(r"\]\(pictures/(?:handbook/)?([\w-]+)\.png\)", TEXT))


def test_pictures_are_small() -> None:
    for file in handbook.PICTURES.glob("*.png"):
        assert file.stat().st_size <= LARGEST, file.name
        assert QImage(str(file)).format() == QImage.Format.Format_Indexed8, file.name


@pytest.mark.parametrize(("heading", "text"), SECTIONS, ids=[each[0] for each in SECTIONS])
def test_a_key_is_called_as_a_page_in_the_section_calls_it(heading: str, text: str) -> None:
    told = json.loads((handbook.PICTURES / KEYS).read_text("utf-8"))
    pages = [told[name] for name in handbook.spoken_of(text) if name in told]
    if not pages:
        return
    wrong = []
    for combo, name in KEY.findall(text):
        called = {page[combo] for page in pages if combo in page}
        known = called or combo in ANYWHERE
        if not known or (name and name not in called):
            wrong.append((heading, combo, name, called))
    assert wrong == []


def test_every_link_leads_to_a_heading() -> None:
    headings = {
        re.sub(r"[^\w\s-]", "", heading).strip().replace(" ", "-") for heading, _ in SECTIONS
    }
    for link in re.findall(r"\]\(#([^)]+)\)", TEXT):
        assert link in headings, link
