"""The focus ring: one in the window, always around what the next key touches."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.look.conftest import Show
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.focus_ring import FocusRing
from ui.look.parts.key_button import KeyButton
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.scroll import Scroll
from ui.look.theme import Theme

REACH = 4


def around(part: QWidget, rect: QRect) -> QRect:
    """Where the ring of this part of a control stands in its window."""
    spot = QRect(part.mapTo(part.window(), rect.topLeft()), rect.size())
    return spot.adjusted(-REACH, -REACH, REACH, REACH)


def test_the_ring_follows_the_focus(plain: Theme, show: Show) -> None:
    field, button = Field(plain, "نام"), KeyButton(plain, "F2")
    window = show(field, button)
    ring = FocusRing(plain, window)
    field.setFocus()
    assert ring.geometry() == around(field, field.box)
    button.setFocus()
    assert (ring.isVisible(), ring.geometry()) == (True, around(button, button.rect()))
    button.clearFocus()
    assert not ring.isVisible()


def test_the_ring_never_stands_around_the_window_itself(plain: Theme, show: Show) -> None:
    window = show(KeyButton(plain, "F2"))
    ring = FocusRing(plain, window)
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setFocus()
    assert (window.hasFocus(), ring.target) == (True, None)


def test_the_ring_takes_no_clicks_and_shows_its_two_colours(plain: Theme, show: Show) -> None:
    button = KeyButton(plain, "F2")
    window = show(button)
    ring = FocusRing(plain, window)
    button.setFocus()
    assert window.childAt(ring.geometry().center()) is button
    picture, middle = window.grab().toImage(), ring.geometry().center().y()
    left = ring.geometry().left()
    seen = [picture.pixelColor(left + step, middle).name() for step in (1, 4)]
    assert seen == [plain.tokens.saffron.lower(), plain.tokens.ink.lower()]


def test_the_ring_moves_with_what_it_rings(plain: Theme, show: Show) -> None:
    field = Field(plain, "نام")
    window = show(field)
    ring = FocusRing(plain, window)
    field.setFocus()
    field.move(field.pos() + QPoint(0, 40))
    assert ring.geometry() == around(field, field.box)
    field.resize(field.width() - 50, field.height())
    assert ring.geometry() == around(field, field.box)
    field.hide()
    assert not ring.isVisible()


def test_in_a_list_the_ring_is_around_the_current_row(plain: Theme, show: Show) -> None:
    table = RowList(plain, (Column(),))
    table.show_rows([Row(cells=(Cell(text=str(at)),), key=str(at)) for at in range(40)])
    window = show(table, height=240)
    ring = FocusRing(plain, window)
    table.setFocus()
    table.go(3)
    assert ring.geometry() == around(table, table.ring_rect())
    table.go(30)
    inside = table.viewport().rect()
    assert inside.contains(table.visualRect(table.currentIndex()))
    assert ring.geometry() == around(table, table.ring_rect())
    table.verticalScrollBar().setValue(0)
    assert not ring.isVisible()


def test_in_a_scroll_area_the_ring_ends_where_that_ends(plain: Theme, show: Show) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    fields = [Field(plain, f"نام {at}") for at in range(20)]
    for field in fields:
        column.addWidget(field)
    area = Scroll(content)
    window = show(area, height=300)
    ring = FocusRing(plain, window)
    fields[15].setFocus()
    shown = around(area.viewport(), area.viewport().rect())
    assert ring.isVisible()
    assert shown.contains(around(fields[15], fields[15].box))
    area.verticalScrollBar().setValue(area.verticalScrollBar().value() - 40)
    assert shown.contains(ring.geometry())
    area.verticalScrollBar().setValue(0)
    assert not ring.isVisible()


def test_an_open_list_of_choices_leaves_the_ring_in_its_place(
    plain: Theme, show: Show, qtbot: QtBot
) -> None:
    field = ChoiceField(plain, "نوع")
    field.show_options([("person", "حقیقی"), ("legal", "حقوقی")])
    window = show(field)
    ring = FocusRing(plain, window)
    field.setFocus()
    field.choice.showPopup()
    assert ring.geometry() == around(field, field.box)
    field.choice.hidePopup()
    qtbot.waitUntil(field.choice.hasFocus)
    assert (ring.isVisible(), ring.target) == (True, field.choice)


def test_a_window_that_is_gone_takes_its_ring_along(plain: Theme, show: Show, qtbot: QtBot) -> None:
    window = QWidget()
    button = KeyButton(plain, "F2", parent=window)
    ring = FocusRing(plain, window)
    window.show()
    button.setFocus()
    with qtbot.waitSignal(ring.destroyed):
        window.deleteLater()
    other = Field(plain, "نام")
    show(other)
    other.setFocus()
    assert other.line.hasFocus()
