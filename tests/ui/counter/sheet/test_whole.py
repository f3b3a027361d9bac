"""The sheet as a whole: its order, its names, and its room."""

from msgspec.structs import replace
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.showing.person import PersonFile
from app.sub_service import RequiredDocument
from tests.ui.counter.sheet.desk import FRESH, Key, Open, serving
from tests.ui.counter.states import CODE, REGISTERED, SERVING, SHEET, TYPED


def test_the_first_thing_that_is_missing_is_found_in_the_order_of_work(open_at: Open) -> None:
    desk = open_at()
    sheet = desk.sheet
    desk.sheet.details.remarks.setFocus()
    assert sheet.first_missing()
    assert desk.focus() is sheet.applicant.code.line
    desk.put(code=CODE, identified=CODE)
    assert sheet.first_missing()
    assert desk.focus() is sheet.applicant.name.line
    desk.put(name="سارا")
    assert sheet.first_missing()
    assert desk.row == "کارت ملی"
    assert desk.state.checklist is not None
    desk.show(replace(desk.state, checklist=desk.state.checklist.all_received()))
    assert sheet.first_missing()
    assert desk.focus() is sheet.details.order[0]
    desk.put(details=TYPED.details)
    assert not sheet.first_missing()


def test_tab_goes_from_the_applicant_through_the_papers_to_the_details(open_at: Open) -> None:
    desk = open_at()
    sheet = desk.sheet
    shown = (*sheet.applicant.order, sheet.documents.rows, *sheet.details.order)
    visited: list[QWidget] = []
    for _ in range(7):
        visited.append(desk.focus())
        desk.press(Key.Key_Tab)
    assert visited == [widget for widget in shown[1:] if widget.isVisible()]


def test_every_control_has_a_name_for_those_who_do_not_see_it(open_at: Open) -> None:
    desk = open_at(serving(replace(SHEET, mode=3)))
    sheet = desk.sheet
    named = (*sheet.applicant.order, sheet.documents.rows, *sheet.details.order, sheet.registered)
    assert [widget for widget in named if not widget.accessibleName()] == []
    rows = QAccessible.queryAccessibleInterface(sheet.documents.rows)
    assert "کارت ملی، اصل" in rows.child(0).text(QAccessible.Text.Name)


def test_what_is_registered_stands_in_place_of_the_fields(open_at: Open) -> None:
    desk = open_at(SERVING)
    desk.put(registered=REGISTERED)
    assert desk.focus() is desk.sheet.registered
    said = desk.focus().accessibleName()
    assert "۳۳۱۶ ۰۸۷۴ ۲۹۱۵" in said
    assert "چهارشنبه ۱۱ آذر ۱۴۰۵" in said
    desk.sheet.enter_code()
    assert desk.focus() is desk.sheet.registered
    desk.put(registered="")
    desk.sheet.enter_code()
    assert desk.focus() is desk.sheet.applicant.code.line


def test_seven_papers_fit_without_scrolling_and_a_step_denser_in_a_lower_window(
    open_at: Open,
) -> None:
    desk = open_at()
    bar = desk.sheet._scroll.verticalScrollBar()
    assert desk.sheet._content.sizeHint().height() <= 578
    assert bar.maximum() == 0
    desk.sheet.resize(786, 558)
    desk.qtbot.waitUntil(lambda: desk.sheet.documents.rows.painter.dense)
    desk.qtbot.waitUntil(lambda: bar.maximum() == 0)
    desk.sheet.resize(786, 579)
    desk.qtbot.waitUntil(lambda: not desk.sheet.documents.rows.painter.dense)


def test_of_thirty_long_papers_the_one_in_focus_is_seen_whole(open_at: Open, scale: float) -> None:
    long = "گواهی حضور مستمر در مناطق عملیاتی و جنگی با مهر یگان و تأیید کارگزینی " * 2
    papers = tuple(RequiredDocument(title=f"{n} {long}"[:130], count=2) for n in range(30))
    desk = open_at(serving(replace(SHEET, documents=papers)), scale)
    desk.sheet.enter_documents()
    rows, view = desk.sheet.documents.rows, desk.sheet._scroll.viewport()
    desk.qtbot.waitUntil(lambda: desk.sheet._scroll.verticalScrollBar().maximum() > 0)
    for _ in range(30):
        desk.press(Key.Key_Down)
        rect = rows.ring_rect()
        top = rows.mapTo(view, rect.topLeft()).y()
        assert top >= 0
        assert top + rect.height() <= view.height()
    laid = rows._laid[0]
    assert sum(map(len, laid.name)) >= 120


def test_nothing_in_a_row_runs_into_what_stands_beside_it(open_at: Open, scale: float) -> None:
    desk = open_at(SERVING, scale)
    painter, rows = desk.sheet.documents.rows.painter, desk.sheet.documents.rows
    row = rows.visualRect(rows.model().index(3, 0))
    keys = painter._keys(row)
    assert keys[-1][3].left() >= row.left()
    assert keys[0][3].right() < painter._name_rect(row).left()
    assert painter._name_rect(row).right() < painter.mark_rect(row).left()


def test_an_empty_file_changes_nothing(open_at: Open) -> None:
    desk = open_at(replace(FRESH, person=PersonFile(applicant=None)))
    assert desk.sheet.applicant.representative.choice.choice.count() == 2
