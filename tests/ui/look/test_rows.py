"""Lists: the arrow keys, Enter, and what stays current when rows come and go."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import press
from tests.ui.look.conftest import Show
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.row_paint import INSET, spread
from ui.look.parts.rows import RowList
from ui.look.theme import Theme

KEY = Qt.Key

COLUMNS = (Column(width=80, role="label_row"), Column(), Column(width=60, align="end"))


def row(key: str) -> Row:
    return Row(cells=(Cell(text=key), Cell(text="پرداخت کمک‌هزینه"), Cell(cap="F2")), key=key)


def rows(count: int) -> list[Row]:
    return [row(f"r{place}") for place in range(count)]


def test_the_arrow_keys_walk_and_enter_opens(plain: Theme, show: Show, qtbot: QtBot) -> None:
    table = RowList(plain, COLUMNS)
    table.show_rows(rows(40))
    show(table, height=280)
    table.setFocus()
    assert table.place == 0
    visited = []
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_End, KEY.Key_PageUp, KEY.Key_Home):
        press(key, widget=table)
        visited.append(table.place)
    assert visited[:4] == [1, 2, 1, 39]
    assert visited[1] < visited[4] < 39
    assert visited[5] == 0
    press(KEY.Key_PageDown, widget=table)
    with qtbot.waitSignal(table.opened) as opened:
        press(KEY.Key_Return, widget=table)
    assert opened.args == [table.place]


def test_a_double_click_opens(plain: Theme, show: Show, qtbot: QtBot) -> None:
    table = RowList(plain, COLUMNS)
    table.show_rows(rows(3))
    show(table)
    spot = table.visualRect(table.model().index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened.args == [2]


def test_the_current_row_stays_current_when_others_come(plain: Theme, show: Show) -> None:
    table = RowList(plain, COLUMNS)
    table.show_rows(rows(5))
    show(table)
    table.setFocus()
    table.go(2)
    table.show_rows([row("new"), *rows(5)])
    assert table.rows[table.place].key == "r2"
    table.show_rows([row("new"), *rows(2), *rows(5)[3:]])
    assert table.rows[table.place].key == "r3"
    table.show_rows(rows(1))
    assert table.place == 0
    table.show_rows([])
    assert table.place == -1


def test_nothing_opens_where_there_is_no_row(plain: Theme, show: Show, qtbot: QtBot) -> None:
    table = RowList(plain, COLUMNS, empty="کسی در انتظار نیست")
    show(table)
    table.setFocus()
    with qtbot.assertNotEmitted(table.opened):
        press(KEY.Key_Return, widget=table)
    assert table.ring_rect().height() == 34


def test_a_row_is_told_to_screen_readers(plain: Theme) -> None:
    table = RowList(plain, COLUMNS)
    spoken = Row(cells=(Cell(text="الف ۰۱۸"),), spoken="الف ۰۱۸، نفر بعد")
    table.show_rows([row("الف ۰۱۹"), spoken])
    told = [table.model().index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(2)]
    assert told == ["الف ۰۱۹، پرداخت کمک‌هزینه", "الف ۰۱۸، نفر بعد"]


def test_columns_stand_from_the_right_and_fill_the_row(theme: Theme, show: Show) -> None:
    table = RowList(theme, COLUMNS, heads=("شماره", "عنوان", "وضعیت"))
    table.show_rows(rows(2))
    show(table, width=700)
    wide = table.viewport().width()
    places = spread(theme, COLUMNS, table.viewport().rect())
    assert places[0].right() == wide - INSET - 1
    assert places[2].left() == INSET
    assert places[0].left() > places[1].right() > places[1].left() > places[2].right()
    assert not table.grab().isNull()


def test_no_key_is_swallowed_that_belongs_to_the_window(
    plain: Theme, show: Show, qtbot: QtBot
) -> None:
    table = RowList(plain, COLUMNS)
    table.show_rows(rows(3))
    show(table)
    table.setFocus()
    for key in (KEY.Key_F2, KEY.Key_F8, KEY.Key_Escape):
        press(key, widget=table)
    assert (table.place, table.state()) == (0, RowList.State.NoState)
