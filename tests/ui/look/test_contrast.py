"""Every pair of colours that meets in a window stands apart well enough to be read."""

import pytest

from ui.look.contrast import MARK, TEXT, ratio
from ui.look.tokens import CONTRAST, LIGHT, Tokens

INKS = ("ink", "ink_2", "ink_3")
GROUNDS = ("surface", "ground", "sunk")
TEXTS = [
    *((text, under) for text in INKS for under in GROUNDS),
    *((text, under) for text in ("firuzeh_7", "amber", "brick") for under in GROUNDS),
    ("ink", "firuzeh_1"),
    ("ink_2", "firuzeh_1"),
    ("firuzeh_7", "firuzeh_1"),
    ("firuzeh_6", "surface"),
    ("amber", "amber_ground"),
    ("brick", "brick_ground"),
    ("ink", "firuzeh_2"),
    ("ink", "saffron_pale"),
    *(
        (text, under)
        for text in ("on_dark", "on_dark_soft")
        for under in ("firuzeh_7", "firuzeh_8")
    ),
    ("on_dark_warning", "firuzeh_8"),
    ("on_dark", "cap_filled"),
    ("on_dark", "firuzeh_9"),
    ("hall_soft", "firuzeh_9"),
    ("hall_soft", "hall_band"),
    ("on_dark", "hall_row"),
    ("saffron", "firuzeh_9"),
]
MARKS = [
    ("edge", "surface"),
    ("edge", "ground"),
    ("brick", "surface"),
    ("firuzeh_7", "surface"),
    ("firuzeh_6", "surface"),
    ("ink", "surface"),
    ("saffron", "ink"),
    ("saffron", "firuzeh_7"),
]
SETS = pytest.mark.parametrize("tokens", [LIGHT, CONTRAST], ids=["light", "contrast"])


def colours(tokens: Tokens, pair: tuple[str, str]) -> tuple[str, str]:
    return getattr(tokens, pair[0]), getattr(tokens, pair[1])


@SETS
@pytest.mark.parametrize("pair", TEXTS, ids=" on ".join)
def test_text_can_be_read(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert ratio(*colours(tokens, pair)) >= TEXT


@SETS
@pytest.mark.parametrize("pair", MARKS, ids=" on ".join)
def test_a_border_or_mark_can_be_seen(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert ratio(*colours(tokens, pair)) >= MARK


@pytest.mark.parametrize("pair", [("row_line", "surface"), ("edge_faint", "surface")])
def test_in_high_contrast_even_a_hairline_can_be_seen(pair: tuple[str, str]) -> None:
    assert ratio(*colours(CONTRAST, pair)) >= MARK


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [("#FFFFFF", "#000000", 21.0), ("#14211F", "#14211F", 1.0), ("#14211F", "#FFFFFF", 16.6)],
)
def test_the_ratio_is_that_of_wcag(one: str, other: str, wanted: float) -> None:
    assert ratio(one, other) == pytest.approx(wanted, abs=0.05)
    assert ratio(other, one) == ratio(one, other)
