"""Colours, type and sizes as every part gets them."""

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.look.conftest import Show
from ui.look.fonts import FACES, FAMILY, Role
from ui.look.theme import Theme
from ui.look.tokens import CONTRAST, LIGHT, Colour, Tokens


def test_every_role_is_set_in_the_shipped_type(theme: Theme) -> None:
    for role in get_args(Role):
        info = QFontInfo(theme.font(role))
        assert info.family() == FAMILY
        assert info.pixelSize() == FACES[role].at(theme.scale)
        assert info.weight() == FACES[role].weight


def test_every_name_of_a_colour_is_a_token() -> None:
    assert set(get_args(Colour)) == set(Tokens.__struct_fields__) - {"contrast"}


def test_the_application_reads_from_the_right(theme: Theme, qapp: QApplication) -> None:
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert qapp.font().family() == FAMILY
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText) == theme.colour("ink_3")


@pytest.mark.parametrize("tokens", [LIGHT, CONTRAST])
def test_the_style_sheet_has_no_property_that_qt_does_not_know(
    tokens: Tokens, qapp: QApplication, show: Show
) -> None:
    Theme(tokens).apply(qapp)  # Qt's complaint about one would fail the test
    choice = QComboBox()
    choice.addItems(["۱", "۲"])
    show(QLineEdit("۱"), choice, QPlainTextEdit("۲")).grab()
    choice.showPopup()
    choice.hidePopup()
    assert "$" not in qapp.styleSheet()


def test_a_hint_keeps_its_own_colour_under_the_style_sheet(plain: Theme, show: Show) -> None:
    line = QLineEdit()
    show(line)
    hint = line.palette().color(QPalette.ColorRole.PlaceholderText)
    assert hint == plain.colour("ink_3")


def test_dressing_twice_changes_nothing(plain: Theme, qapp: QApplication) -> None:
    before = (qapp.styleSheet(), qapp.font().toString(), qapp.palette())
    plain.apply(qapp)
    assert (qapp.styleSheet(), qapp.font().toString(), qapp.palette()) == before


def test_at_150_percent_words_grow_by_half_and_roomy_boxes_by_a_quarter(qapp: QWidget) -> None:
    large = Theme(scale=1.5)
    assert (large.px(36), large.box(64), large.large) == (54, 80, True)
    assert large.font("body").pixelSize() == 21
    assert large.font("plate").pixelSize() == 50


@pytest.mark.parametrize("role", ["time", "field", "code"])
def test_digits_have_their_own_widths(plain: Theme, role: Role) -> None:
    assert plain.width(role, "۱۱۱۱") < plain.width(role, "۸۸۸۸")


def test_a_font_given_out_is_the_callers_own(plain: Theme) -> None:
    plain.font("body").setPixelSize(99)
    assert plain.font("body").pixelSize() == 14
