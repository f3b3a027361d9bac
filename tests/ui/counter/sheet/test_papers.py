"""The papers, settled by one key each."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.checklist import RowMark, checklist_for
from tests.ui.counter.sheet.desk import FRESH, NOTHING, Key, Open, serving
from tests.ui.counter.states import REGISTERED, SHEET
from ui.counter.document_words import spoken


@pytest.mark.parametrize(
    ("key", "mark", "state"),
    [
        (Key.Key_Space, "received", "دریافت شد"),
        (Key.Key_Delete, "missing", "ندارد"),
        (Key.Key_Minus, "not_needed", "لازم نیست"),
    ],
)
def test_one_key_settles_a_paper_and_the_same_again_opens_it(
    open_at: Open, key: Key, mark: str, state: str
) -> None:
    desk = open_at()
    desk.sheet.enter_documents()
    desk.press(key)
    assert desk.said[-1] == ("کارت ملی", mark)
    rows = desk.sheet.documents.rows
    assert state in str(rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    desk.press(key)
    assert desk.said[-1] == ("کارت ملی", "open")
    assert desk.row == "کارت ملی"


def test_arrows_walk_the_papers_and_pass_over_inquiries(open_at: Open) -> None:
    desk = open_at()
    desk.sheet.enter_documents()
    desk.press(Key.Key_Down)
    assert desk.row == "شناسنامه، همه صفحه‌ها"
    desk.press(Key.Key_End)
    assert desk.row == "کارت پایان خدمت"
    desk.press(Key.Key_Down)
    assert desk.row == "کارت پایان خدمت"
    desk.press(Key.Key_Home, Key.Key_Up)
    assert desk.row == "کارت ملی"


def test_enter_goes_to_the_next_unsettled_paper_and_after_the_last_to_the_details(
    open_at: Open,
) -> None:
    marks: dict[str, RowMark] = {
        "شناسنامه، همه صفحه‌ها": "received",
        "فرم درخواست با امضای مدیر": "missing",
    }
    desk = open_at(serving(SHEET, **marks))
    desk.sheet.enter_documents()
    visited = [desk.row]
    for _ in range(3):
        desk.press(Key.Key_Space, Key.Key_Return)
        visited.append(desk.row)
    assert visited == [
        "کارت ملی",
        "آخرین حکم کارگزینی",
        "گواهی حضور در مناطق عملیاتی",
        "کارت پایان خدمت",
    ]
    desk.press(Key.Key_Return)
    assert desk.focus() is desk.sheet.details.order[0]


def test_the_head_counts_what_is_received_of_what_is_asked_for(open_at: Open) -> None:
    desk = open_at()
    title = desk.sheet.documents._title
    assert title.accessibleDescription() == "۰ از ۵ دریافت شد"
    desk.sheet.enter_documents()
    desk.press(Key.Key_Space)
    assert title.accessibleDescription() == "۱ از ۵ دریافت شد"
    assert desk.state.checklist is not None
    desk.show(replace(desk.state, checklist=desk.state.checklist.all_received()))
    assert title.accessibleDescription() == "همه دریافت شد"


def test_a_click_on_the_square_is_space(open_at: Open) -> None:
    desk = open_at()
    rows = desk.sheet.documents.rows
    rect = rows.visualRect(rows.model().index(2, 0))
    spot = rows.painter.mark_rect(rect).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, NOTHING, spot)
    assert desk.said[-1] == ("آخرین حکم کارگزینی", "received")


def test_a_paper_on_file_says_with_which_request_it_came(open_at: Open) -> None:
    papers = checklist_for(SHEET, "person", {"کارت ملی": REGISTERED})
    open_at(replace(FRESH, checklist=papers))
    assert "در سابقه موجود است" in spoken(papers.rows[0])
    assert "۳۳۱۶ ۰۸۷۴ ۲۹۱۵" in spoken(papers.rows[0])


def test_a_sub_service_without_papers_says_so_and_is_passed_over(open_at: Open) -> None:
    desk = open_at(serving(replace(SHEET, documents=(), inquiries=())))
    assert desk.sheet.documents._none.isVisible()
    desk.sheet.enter_documents()
    assert desk.focus() is desk.sheet.details.order[0]


def test_guidance_shows_its_papers_but_asks_for_nothing(open_at: Open) -> None:
    desk = open_at(serving(replace(SHEET, mode=1)))
    assert desk.sheet.documents.rows.isVisible()
    assert desk.sheet.documents.rows.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not desk.sheet.details.remarks.isVisible()
    with desk.qtbot.waitSignal(desk.sheet.finished):
        desk.press(Key.Key_Return)
