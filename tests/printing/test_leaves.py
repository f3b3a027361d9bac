"""Pages for the screen, and the places of their rows."""

from itertools import pairwise

from PySide6.QtGui import QImage

from printing.paper import Press
from tests.printing import samples

ROWS = [
    "letter_number",
    "id",
    "name",
    "grounds",
    "content",
    "objection",
    "remarks",
    "issuer_name",
]


def test_every_row_of_the_answer_is_found_one_under_the_other(press: Press) -> None:
    (leaf,) = press.leaves(samples.answer(), 96)
    assert list(leaf.spots) == ROWS
    tops = [spot.top() for spot in leaf.spots.values()]
    assert tops == sorted(tops)
    for above, below in pairwise(ROWS):
        assert abs(leaf.spots[above].bottom() - leaf.spots[below].top()) < 1
    assert all(leaf.image.rect().contains(spot.toRect()) for spot in leaf.spots.values())


def test_a_long_text_has_a_place_on_each_of_its_pages(press: Press) -> None:
    leaves = press.leaves(samples.answer(content=samples.CONTENT * 30), 48)
    assert len(leaves) > 1
    assert all("content" in leaf.spots for leaf in leaves[:2])
    assert "grounds" not in leaves[1].spots


def test_places_are_not_drawn(press: Press) -> None:
    paper = samples.answer()
    (leaf,), (picture,) = press.leaves(paper, 72), press.preview(paper, dpi=72)
    assert leaf.image == picture
    spot = leaf.spots["remarks"]
    blank = leaf.image.copy(spot.adjusted(4, spot.height() - 6, -spot.width() * 0.4, -2).toRect())
    assert blank == _white(blank)


def _white(like: QImage) -> QImage:
    image = QImage(like.size(), like.format())
    image.fill(0xFFFFFFFF)
    return image
