"""The icons that ship, and how they are drawn."""

import pytest
from PySide6.QtGui import QColor, QImage, QTransform

import resources
from ui.look.icons import MIRRORED
from ui.look.theme import Theme

NAMES = sorted(path.stem for path in resources.path("icons").glob("*.svg"))


def flat(picture: QImage) -> QImage:
    return picture.convertToFormat(QImage.Format.Format_ARGB32)


def apart(one: QColor, other: QColor) -> int:
    """How far two colours are apart in the part where they are farthest."""
    return max(
        abs(one.red() - other.red()),
        abs(one.green() - other.green()),
        abs(one.blue() - other.blue()),
    )


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_the_colour_asked_for(name: str, plain: Theme) -> None:
    picture = flat(plain.icons.pixmap(name, 24, "brick").toImage())
    dots = [picture.pixelColor(x, y) for x in range(24) for y in range(24)]
    solid = [dot for dot in dots if dot.alpha() > 250]
    assert solid
    assert all(apart(dot, plain.colour("brick")) <= 3 for dot in solid)


def test_the_licence_of_the_icons_stands_beside_them() -> None:
    assert "MIT License" in resources.path("icons", "LICENSE").read_text("utf-8")


def test_an_icon_with_a_direction_in_reading_is_turned() -> None:
    assert set(NAMES) >= MIRRORED
    icons = Theme().icons
    usual = flat(icons.pixmap("help-circle", 48, "ink").toImage())
    latin = flat(icons.pixmap("help-circle", 48, "ink", mirrored=False).toImage())
    assert usual != latin
    turned = latin.transformed(QTransform(-1, 0, 0, 1, 0, 0))
    near = [
        abs(turned.pixelColor(x, y).alpha() - usual.pixelColor(x, y).alpha()) < 24
        for x in range(48)
        for y in range(48)
    ]
    assert sum(near) / len(near) > 0.98


def test_an_icon_is_sharp_on_a_fine_screen_and_drawn_once(plain: Theme) -> None:
    fine = plain.icons.pixmap("printer", 16, "ink", dpr=2.0)
    assert (fine.width(), fine.devicePixelRatio()) == (32, 2.0)
    again = plain.icons.pixmap("printer", 16, "ink", dpr=2.0)
    assert again.cacheKey() == fine.cacheKey()


def test_an_icon_that_does_not_ship_is_a_bug(plain: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        plain.icons.pixmap("unheard-of", 16, "ink")
