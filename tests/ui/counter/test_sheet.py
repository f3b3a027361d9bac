"""The working sheet: who asks, the papers, the details; by keys, as a clerk does it."""

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.applicant import Representative
from app.checklist import RowMark, checklist_for
from app.showing.person import PersonFile
from app.sub_service import FieldKind, FormField, RequiredDocument, Step, SubService
from tests.ui.counter.states import (
    ARRIVED,
    CODE,
    ENTRY,
    FILE,
    REGISTERED,
    SERVING,
    SHEET,
    TYPED,
)
from ui.counter.document_words import spoken
from ui.counter.sheet import SheetBody
from ui.counter.state import CounterState, Sheet
from ui.frame.words import Persian
from ui.look.parts.field import Field
from ui.look.theme import Theme

COMPANY = "10380284790"
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
KNOWN = Representative(id="0076229645", name="امیرحسین طباطبایی", proxy="۱۲۳/الف")
Key = Qt.Key
NOTHING = Qt.KeyboardModifier.NoModifier


class Desk:
    """Goes round with what the sheet says, as the counter does: the state comes back changed."""

    def __init__(self, qtbot: QtBot, sheet: SheetBody, state: CounterState) -> None:
        self.qtbot = qtbot
        self.sheet = sheet
        self.said: list[tuple[str, str]] = []
        self.codes: list[str] = []
        self.state = state
        sheet.edited.connect(self._edit)
        sheet.detailed.connect(self._detail)
        sheet.marked.connect(self._mark)
        sheet.code_entered.connect(self.codes.append)
        sheet.show_state(state)

    def show(self, state: CounterState) -> None:
        self.state = state
        self.sheet.show_state(state)

    def put(self, **parts: object) -> None:
        self.show(replace(self.state, sheet=replace(self.state.sheet, **parts)))

    def press(self, *keys: Key, held: Qt.KeyboardModifier = NOTHING) -> None:
        for key in keys:
            QTest.keyClick(self.focus(), key, held)

    def type(self, text: str) -> None:
        """As a keyboard of any layout does."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Key.Key_unknown, NOTHING, letter)
                QApplication.sendEvent(self.focus(), event)

    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def kind(self) -> str:
        return self.state.sheet.kind

    @property
    def row(self) -> str:
        """The title of the paper in focus."""
        rows = self.sheet.documents.rows
        assert rows.hasFocus()
        assert self.state.checklist is not None
        return self.state.checklist.rows[rows.currentIndex().row()].title

    def _edit(self, part: str, text: str) -> None:
        self.said.append((part, text))
        self.put(**{part: text})

    def _detail(self, title: str, text: str) -> None:
        self.said.append((title, text))
        self.put(details={**self.state.sheet.details, title: text})

    def _mark(self, title: str, mark: str) -> None:
        self.said.append((title, mark))
        checklist = self.state.checklist
        assert checklist is not None
        place = [row.title for row in checklist.rows].index(title)
        self.state = replace(self.state, checklist=checklist.marked(place, cast(RowMark, mark)))
        self.sheet.show_state(self.state)


def mark_of(field: Field) -> str:
    return field.state


Open = Callable[..., Desk]


def serving(sheet: SubService, **marks: RowMark) -> CounterState:
    """An arrived client of a sub-service that is like this."""
    entry = replace(ENTRY, sheet=sheet)
    papers = checklist_for(sheet, "person", {}, marks)
    return replace(ARRIVED, entry=entry, checklist=papers, promised=SERVING.promised)


FRESH = serving(SHEET)


@pytest.fixture(params=[1.0, 1.5], ids=["100%", "150%"])
def scale(request: pytest.FixtureRequest) -> float:
    return float(request.param)


@pytest.fixture
def persian(qapp: QApplication) -> Iterator[None]:
    translator = Persian(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    qapp.setStyleSheet("")


@pytest.fixture
def open_at(qtbot: QtBot, qapp: QApplication, persian: None) -> Open:
    kept: list[QWidget] = []

    def opened(state: CounterState = FRESH, scale: float = 1.0, height: int = 579) -> Desk:
        theme = Theme(scale=scale)
        theme.apply(qapp)
        sheet = SheetBody(theme)
        kept.append(sheet)
        qtbot.addWidget(sheet)
        sheet.resize(786, height)
        with qtbot.waitExposed(sheet):
            sheet.show()
        sheet.activateWindow()
        qtbot.waitUntil(sheet.isActiveWindow)
        desk = Desk(qtbot, sheet, state)
        sheet.enter()
        return desk

    return opened


# -- who asks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("digits", ["", PERSIAN, ARABIC], ids=["Latin", "Persian", "Arabic"])
def test_a_code_is_shown_in_persian_digits_and_ticked_as_soon_as_it_is_complete(
    open_at: Open, digits: dict[int, int] | str
) -> None:
    desk = open_at()
    code = desk.sheet.applicant.code
    typed = CODE.translate(digits) if digits else CODE
    desk.type(typed[:9])
    assert mark_of(code) == "plain"
    desk.type(typed[9:])
    assert (mark_of(code), code.line.text()) == ("correct", CODE.translate(PERSIAN))
    desk.press(Key.Key_Return)
    assert desk.codes == [CODE]
    assert desk.said[-1] == ("code", CODE)


def test_a_wrong_code_is_not_ticked_and_keeps_the_focus_when_it_is_refused(open_at: Open) -> None:
    desk = open_at()
    desk.type("2190764158")
    assert mark_of(desk.sheet.applicant.code) == "plain"
    desk.press(Key.Key_Return)
    desk.sheet.code_wrong()
    assert mark_of(desk.sheet.applicant.code) == "wrong"
    assert desk.focus() is desk.sheet.applicant.code.line


def test_the_eleventh_digit_makes_a_company_and_its_loss_a_person_again(open_at: Open) -> None:
    desk = open_at()
    pane = desk.sheet.applicant
    desk.type(COMPANY)
    assert desk.kind() == "legal"
    assert (pane.code.label, pane.name.label) == ("شناسه ملی", "نام شرکت یا مؤسسه")
    assert pane.father.isHidden()
    assert mark_of(pane.code) == "correct"
    desk.press(Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    desk.type(CODE)
    assert desk.kind() == "person"
    assert (pane.code.label, mark_of(pane.code)) == ("کد ملی", "correct")
    assert not pane.father.isHidden()


def test_the_kind_is_reached_backwards_and_a_foreigners_number_stays_a_foreigners(
    open_at: Open,
) -> None:
    desk = open_at()
    pane = desk.sheet.applicant
    desk.press(Key.Key_Backtab)
    assert desk.focus() is pane.kind.choice
    desk.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert desk.kind() == "foreigner"
    assert pane.code.label == "شماره فراگیر اتباع"
    assert desk.focus() is pane.code.line
    desk.type(COMPANY)
    assert desk.kind() == "foreigner"
    desk.press(Key.Key_Return)
    desk.put(identified=COMPANY)
    assert mark_of(pane.code) == "correct"


def test_who_has_no_code_is_said_backwards_and_typing_begins_in_the_name(open_at: Open) -> None:
    desk = open_at()
    pane = desk.sheet.applicant
    desk.press(Key.Key_Backtab, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert desk.kind() == "unnumbered"
    assert desk.focus() is pane.kind.choice
    assert pane.code.isHidden()
    desk.press(Key.Key_Return)
    assert desk.focus() is pane.name.line
    for part, text in (("name", "گل‌محمد"), ("father", "خان‌محمد"), ("mobile", "09112345678")):
        desk.type(text)
        assert desk.said[-1] == (part, text)
        desk.press(Key.Key_Return)
    assert desk.focus() is pane.representative.choice.choice
    pane.kind.choice.setFocus()
    desk.press(Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Return)
    assert (desk.kind(), desk.focus()) == ("person", pane.code.line)
    assert mark_of(pane.code) == "plain"


def test_ctrl_2_of_who_has_no_code_goes_to_the_name(open_at: Open) -> None:
    desk = open_at(replace(FRESH, sheet=Sheet(kind="unnumbered", identified_as="unnumbered")))
    assert desk.focus() is desk.sheet.applicant.name.line


def test_who_has_no_code_lacks_the_name_and_then_the_father_or_a_number(open_at: Open) -> None:
    desk = open_at()
    pane = desk.sheet.applicant
    desk.put(kind="unnumbered", identified_as="unnumbered")
    assert pane.first_missing() is pane.name
    desk.put(name="گل‌محمد")
    assert pane.first_missing() is pane.father
    desk.put(mobile="09112345678")
    assert pane.first_missing() is None
    desk.put(mobile="", father="خان‌محمد")
    assert pane.first_missing() is None


def test_a_known_applicant_is_marked_as_from_file_and_work_goes_on_at_the_first_open_paper(
    open_at: Open,
) -> None:
    desk = open_at()
    desk.type(CODE)
    desk.press(Key.Key_Return)
    known = replace(TYPED, marks={}, details={})
    papers = checklist_for(SHEET, "person", {"کارت ملی": REGISTERED})
    desk.show(replace(desk.state, sheet=known, person=FILE, checklist=papers))
    desk.sheet.applicant_known(True)
    assert desk.sheet.applicant.name.line.accessibleDescription() == "از سابقه"
    assert desk.row == "شناسنامه، همه صفحه‌ها"


def test_a_field_that_was_changed_is_not_from_file_any_more(open_at: Open) -> None:
    desk = open_at(replace(FRESH, sheet=TYPED, person=FILE))
    pane = desk.sheet.applicant
    pane.mobile.setFocus()
    desk.press(Key.Key_End, Key.Key_Backspace)
    assert pane.mobile.line.accessibleDescription() == ""
    assert pane.name.line.accessibleDescription() == "از سابقه"


def test_a_known_applicant_whose_papers_are_all_on_file_comes_to_the_details(open_at: Open) -> None:
    on_file = dict.fromkeys((document.title for document in SHEET.documents), REGISTERED)
    papers = checklist_for(SHEET, "person", on_file)
    desk = open_at(replace(FRESH, sheet=TYPED, person=FILE, checklist=papers))
    desk.sheet.applicant_known(True)
    assert desk.focus() is desk.sheet.details.remarks.line


def test_a_new_applicant_is_asked_field_by_field_and_then_for_the_papers(open_at: Open) -> None:
    desk = open_at()
    desk.type(CODE)
    desk.press(Key.Key_Return)
    desk.put(identified=CODE)
    desk.sheet.applicant_known(False)
    for part, text in (("name", "سارا"), ("father", "حسن"), ("mobile", "09112345678")):
        desk.type(text)
        desk.press(Key.Key_Return)
        assert desk.said[-1] == (part, text)
    assert desk.focus() is desk.sheet.applicant.representative.choice.choice
    desk.press(Key.Key_Return)
    assert desk.row == "کارت ملی"


def test_a_company_has_no_father_to_go_through(open_at: Open) -> None:
    desk = open_at()
    desk.type(COMPANY)
    desk.sheet.applicant_known(False)
    desk.press(Key.Key_Return)
    assert desk.focus() is desk.sheet.applicant.mobile.line


def test_a_known_representative_is_chosen_by_one_key(open_at: Open) -> None:
    desk = open_at(replace(FRESH, sheet=TYPED, person=FILE))
    desk.sheet.applicant.representative.choice.setFocus()
    desk.press(Key.Key_Down)
    parts = (KNOWN.id, KNOWN.name, KNOWN.proxy)
    sheet = desk.state.sheet
    assert (sheet.representative_id, sheet.representative_name, sheet.proxy) == parts
    assert not desk.sheet.applicant.representative.name.isVisible()


def test_a_new_representative_is_asked_for_code_name_and_proxy(open_at: Open) -> None:
    desk = open_at()
    them = desk.sheet.applicant.representative
    them.choice.setFocus()
    desk.press(Key.Key_Down)
    assert them.code.isVisible()
    desk.press(Key.Key_Return)
    desk.type("0076229646")
    desk.press(Key.Key_Return)
    assert (mark_of(them.code), desk.focus()) == ("wrong", them.code.line)
    desk.press(Key.Key_Backspace)
    desk.type("5")
    assert mark_of(them.code) == "correct"
    desk.press(Key.Key_Return)
    desk.type("امیر")
    desk.press(Key.Key_Return)
    desk.type("۱۲")
    desk.press(Key.Key_Return)
    sheet = desk.state.sheet
    said = (sheet.representative_id, sheet.representative_name, sheet.proxy)
    assert said == ("0076229645", "امیر", "۱۲")
    assert desk.row == "کارت ملی"


def test_without_a_new_representative_the_row_is_closed_again(open_at: Open) -> None:
    desk = open_at()
    them = desk.sheet.applicant.representative
    them.choice.setFocus()
    desk.press(Key.Key_Down, Key.Key_Up)
    assert not them.code.isVisible()
    assert desk.state.sheet.representative_id == ""


# -- what is being typed -------------------------------------------------------------------------


def test_states_that_come_late_disturb_neither_text_nor_cursor(open_at: Open) -> None:
    desk = open_at()
    sheet, name = desk.sheet, desk.sheet.applicant.name
    sheet.edited.disconnect(desk._edit)
    name.setFocus()
    desk.type("سارا احمدی")
    name.line.setCursorPosition(4)
    for typed in ("س", "سا", "سارا"):
        desk.put(name=typed)
    assert (name.line.text(), name.line.cursorPosition()) == ("سارا احمدی", 4)
    desk.put(name="سارا احمدی")
    assert (name.line.text(), name.line.cursorPosition()) == ("سارا احمدی", 4)


def test_another_sheet_empties_even_the_field_in_focus(open_at: Open) -> None:
    desk = open_at()
    desk.sheet.details.remarks.setFocus()
    desk.type("فوری")
    desk.show(replace(desk.state, sheet=Sheet(ticket="t18")))
    assert desk.sheet.details.remarks.value() == ""


# -- papers --------------------------------------------------------------------------------------


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


# -- details -------------------------------------------------------------------------------------


def test_the_fields_of_the_sub_service_are_filled_one_after_the_other(open_at: Open) -> None:
    desk = open_at()
    desk.sheet.enter_details()
    desk.type("آبادان")
    desk.press(Key.Key_Return)
    desk.type("26")
    desk.press(Key.Key_Return)
    assert desk.state.sheet.details == {"محل خدمت": "آبادان", "مدت (ماه)": "۲۶"}
    desk.type("فوری")
    assert desk.state.sheet.remarks == "فوری"
    with desk.qtbot.waitSignal(desk.sheet.finished):
        desk.press(Key.Key_Return)


def test_what_nobody_can_read_as_a_number_is_marked_when_it_is_left(open_at: Open) -> None:
    desk = open_at()
    desk.sheet.enter_details()
    desk.press(Key.Key_Return)
    field = desk.sheet.details._fields["مدت (ماه)"]
    desk.type("دو")
    assert mark_of(field) == "plain"
    desk.press(Key.Key_Return)
    assert mark_of(field) == "wrong"


def test_what_nobody_can_read_is_marked_when_it_comes_back_too(open_at: Open) -> None:
    typed = replace(SERVING.sheet, details={"محل خدمت": "آبادان", "مدت (ماه)": "دو"})
    desk = open_at(replace(SERVING, sheet=typed))
    fields = desk.sheet.details._fields
    assert mark_of(fields["مدت (ماه)"]) == "wrong"
    assert mark_of(fields["محل خدمت"]) == "plain"
    desk.show(SERVING)
    assert mark_of(fields["مدت (ماه)"]) == "plain"


ASKED: tuple[FieldKind, ...] = ("date", "number", "money")


@pytest.mark.parametrize("kind", ASKED)
def test_enter_in_what_nobody_can_read_stays_there_and_says_why(
    open_at: Open, kind: FieldKind
) -> None:
    desk = open_at(serving(replace(SHEET, fields=(FormField(title="مقدار", kind=kind),))))
    desk.sheet.enter_details()
    field = desk.sheet.details._fields["مقدار"]
    desk.type("دو")
    with desk.qtbot.waitSignal(desk.sheet.refused) as said:
        desk.press(Key.Key_Return)
    assert said.args is not None
    assert said.args[0].code == "field_wrong"
    assert said.args[0].facts == {"field": "مقدار", "text": "دو"}
    assert desk.focus() is field.line
    assert mark_of(field) == "wrong"
    field.line.selectAll()
    desk.type("1405/08/30" if kind == "date" else "12")
    with desk.qtbot.assertNotEmitted(desk.sheet.refused):
        desk.press(Key.Key_Return)
    assert desk.focus() is desk.sheet.details.remarks.line


def test_whoever_leaves_what_nobody_can_read_by_another_way_gets_away(open_at: Open) -> None:
    desk = open_at()
    desk.sheet.enter_details()
    desk.press(Key.Key_Return)
    field = desk.sheet.details._fields["مدت (ماه)"]
    desk.type("دو")
    with desk.qtbot.assertNotEmitted(desk.sheet.refused):
        desk.press(Key.Key_Tab)
    assert desk.focus() is desk.sheet.details.remarks.line
    assert mark_of(field) == "wrong"


def test_enter_in_an_empty_field_asks_for_nothing_before_its_time(open_at: Open) -> None:
    desk = open_at()
    desk.sheet.enter_details()
    with desk.qtbot.assertNotEmitted(desk.sheet.refused):
        desk.press(Key.Key_Return, Key.Key_Return)
    assert desk.focus() is desk.sheet.details.remarks.line


def test_another_sub_service_has_its_own_fields(open_at: Open) -> None:
    desk = open_at()
    dated = replace(SHEET, fields=(FormField(title="تاریخ واقعه", kind="date"),))
    desk.show(serving(dated))
    assert [line.accessibleName() for line in desk.sheet.details.order] == [
        "تاریخ واقعه",
        "ملاحظات",
    ]


def test_a_ready_answer_is_chosen_where_the_service_is_given_at_once(open_at: Open) -> None:
    desk = open_at(serving(replace(SHEET, mode=3)))
    desk.sheet.enter_details()
    assert desk.sheet.details.ready is not None
    assert desk.focus() is desk.sheet.details.ready.choice
    desk.press(Key.Key_Down)
    assert desk.state.sheet.ready_text == "موافقت با احتساب"


def test_the_promise_is_said_with_its_length_and_the_fee(open_at: Open) -> None:
    desk = open_at()
    said = desk.sheet.details._promise.accessibleName()
    assert said == "موعد پاسخ چهارشنبه ۱۱ آذر ۱۴۰۵ ۹ روز کاری هزینه ۵۰۰٬۰۰۰ ریال"
    hours = (Step(title="صدور", unit="میز", duration=2.5, unit_of_time="working_hour"),)
    desk.show(serving(replace(SHEET, steps=hours, fees=())))
    said = desk.sheet.details._promise.accessibleName()
    assert said == "موعد پاسخ چهارشنبه ۱۱ آذر ۱۴۰۵، ساعت ۱۴:۳۰ ۲٫۵ ساعت کاری"


# -- the whole -----------------------------------------------------------------------------------


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
