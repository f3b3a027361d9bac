"""One of many is found by typing."""

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.persian import persian_digits
from tests.ui.frame.conftest import Listening
from tests.ui.keyboard import focused, types
from ui.frame.narrow import Narrowing
from ui.frame.pick import Pick, PickRow
from ui.frame.window import FrameWindow

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


def test_enter_without_a_row_takes_nothing(window: FrameWindow, told: list[str]) -> None:
    window.pick(SERVICES, told.append)
    types("هیچ")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told == []
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
