"""One of many is found by typing."""

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.persian import persian_digits
from tests.ui.frame.conftest import KEYS, Listening
from tests.ui.keyboard import focused, types
from ui.frame.narrow import Narrowing
from ui.frame.pick import Pick, PickRow
from ui.frame.pick_rows import PickRows
from ui.frame.window import FrameWindow
from ui.look.parts.rows import RowList
from ui.look.theme import Theme

LONG = "احتساب سنوات خدمت کارکنان دستگاه‌های دولتی در شهرها و مناطق جنگی به متقاضیان واجد شرایط"


def row(code: int, text: str) -> PickRow:
    return PickRow(id=f"id-{code}", first=persian_digits(str(code)), text=text)


ROWS = (
    row(1, "صدور گواهی اشتغال"),
    row(12, "پرداخت خسارت حوادث"),
    row(16, "راهنمایی ۱ ساعته"),
    row(2, "صدور مجوز برگزاری مراسم"),
)
SERVICES = Pick(title="پذیرش بدون نوبت", rows=ROWS)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [1, 12, 16, 2]),
        ("1", [1, 12, 16]),
        ("۱۲", [12]),
        ("صدور", [1, 2]),
        ("مجوز صدور", [2]),
        ("گواهي", [1]),
        ("هیچ", []),
    ],
)
def test_rows_are_narrowed(typed: str, found: list[int]) -> None:
    ids = [each.id for each in Narrowing(ROWS).by(typed)]
    assert ids == [f"id-{code}" for code in found]


def test_what_equals_the_code_comes_first() -> None:
    rows = (row(12, "دوازده"), row(2, "دو"), row(7, "ماده ۲"))
    assert [each.id for each in Narrowing(rows).by("2")] == ["id-2", "id-7"]


def test_a_code_and_enter_take_the_row(
    window: FrameWindow, page: Listening, told: list[str]
) -> None:
    window.pick(SERVICES, told.append)
    types("16")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told == ["id-16"]
    assert not window.picking.isVisible()
    assert page.first.hasFocus()


def test_arrows_move_from_the_field(window: FrameWindow, told: list[str]) -> None:
    window.pick(SERVICES, told.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(focused(), key)
    assert told == ["id-12"]


def test_esc_closes_it(window: FrameWindow, page: Listening, told: list[str]) -> None:
    window.pick(SERVICES, told.append)
    QTest.keyClick(focused(), Qt.Key.Key_F2)
    assert window.picking.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not window.picking.isVisible()
    assert told == page.came == []
    assert page.first.hasFocus()


def test_the_bar_is_dead_while_it_stands_and_says_so(
    window: FrameWindow, page: Listening, told: list[str]
) -> None:
    window.pick(SERVICES, told.append)
    assert not any(button.possible for button in window.key_bar.buttons)
    QTest.keyClick(focused(), Qt.Key.Key_F7)
    assert "فهرست" in window.strip.text
    assert window.strip.geometry().bottom() + 1 == window.key_bar.y()
    assert window.picking.geometry().bottom() + 1 == window.strip.y()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert any(button.possible for button in window.key_bar.buttons)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_two_long_titles_can_be_told_apart(
    qtbot: QtBot, theme: Theme, told: list[str], scale: float
) -> None:
    shown = FrameWindow(Theme(scale=scale), KEYS)
    qtbot.addWidget(shown)
    shown.resize(1366, 728)
    shown.go(Listening(shown.theme))
    shown.show()
    more = "و خانواده‌های آنان و بازنشستگان همان دستگاه‌ها در سراسر"
    rows = (row(1, f"{LONG} {more} استان"), row(2, f"{LONG} {more} کشور"), row(3, "کوتاه"))
    shown.pick(Pick(title="زیرخدمات", rows=rows), told.append)
    seen = shown.picking.findChildren(RowList)[-1]
    painter = seen.itemDelegate()
    assert isinstance(painter, PickRows)
    for each in seen.rows:
        assert " ".join(painter.lines(each)) == each.cells[1].text
        widths = [shown.theme.width("open", line) for line in painter.lines(each)]
        assert max(widths) <= painter.room(each)
    heights = [seen.visualRect(seen.model().index(at, 0)).height() for at in range(3)]
    assert heights[0] == heights[1] >= heights[2]
    if scale > 1:
        assert heights[0] > heights[2]


def test_enter_without_a_row_takes_nothing(window: FrameWindow, told: list[str]) -> None:
    window.pick(SERVICES, told.append)
    types("هیچ")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told == []
    assert window.picking.isVisible()


def test_what_is_typed_may_be_taken_too_where_no_row_matches(
    window: FrameWindow, told: list[str]
) -> None:
    def typed(text: str) -> PickRow | None:
        return PickRow(id=f"own-{text}", first="", text=text) if text.startswith("ص") else None

    for text in ("صدور مجوز", "صبح", "هیچ"):
        window.pick(Pick(title="خدمت", rows=ROWS, typed=typed), told.append)
        types(text)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told == ["id-2", "own-صبح"]
    assert window.picking.isVisible()


def test_the_page_stays_to_be_seen_above_it(window: FrameWindow, told: list[str]) -> None:
    window.pick(SERVICES, told.append)
    assert window.picking.geometry().bottom() + 1 == window.key_bar.y()
    assert 0.5 < window.picking.height() / window.key_bar.y() < 0.7


def test_560_rows_without_a_stall(window: FrameWindow, told: list[str]) -> None:
    rows = tuple(row(code, f"{LONG} {code}") for code in range(1, 561))
    began = perf_counter()
    window.pick(Pick(title="زیرخدمات", rows=rows), told.append)
    came = perf_counter()
    types("559")
    typed = perf_counter()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told == ["id-559"]
    assert came - began < 0.25
    assert (typed - came) / 3 < 0.1
